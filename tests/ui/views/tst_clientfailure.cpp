#include "ui/views/clientfailure.h"

#include "tests/ui/views/tooltips.h"
#include "ui/text/clienterrortext.h"
#include "ui/views/failurebanner.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

ClientStatus failedWith(ClientErrorKind kind)
{
    ClientStatus status;
    status.error.kind = kind;
    return status;
}

QString actionOf(const FailureBanner &banner)
{
    const auto *action = banner.findChild<QPushButton *>(u"failureAction"_s);
    return action->isVisibleTo(&banner) ? action->text() : QString();
}

} // namespace

class TestClientFailure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingWithoutAnError_data();
    void saysNothingWithoutAnError();
    void saysWhyThisSideEndedIt_data();
    void saysWhyThisSideEndedIt();
    void showsTheAnswerWithItsBody();
    void offersWhatCanBeDone_data();
    void offersWhatCanBeDone();
    void outcome_data();
    void outcome();
    void outcomeSaysWhatWasWrong();
    void whereToIsShownAsText();
};

void TestClientFailure::saysNothingWithoutAnError_data()
{
    QTest::addColumn<ClientErrorKind>("kind");
    QTest::newRow("none") << ClientErrorKind::None;
    QTest::newRow("cancelled") << ClientErrorKind::Cancelled;
}

void TestClientFailure::saysNothingWithoutAnError()
{
    QFETCH(const ClientErrorKind, kind);
    FailureBanner banner;
    showClientFailure(banner, failedWith(kind));
    QVERIFY(!banner.isShowing());
}

void TestClientFailure::saysWhyThisSideEndedIt_data()
{
    QTest::addColumn<WireError>("error");
    QTest::addColumn<Bound>("bound");
    QTest::addColumn<QStringList>("words");
    const auto none = Bound::None;
    QTest::newRow("a rule") << WireError::ReservedOpcode << none
                            << QStringList{u"1002"_s, u"opcode"_s, u"Wire"_s};
    QTest::newRow("no UTF-8") << WireError::TextNotUtf8 << none
                              << QStringList{u"1007"_s, u"UTF-8"_s, u"Wire"_s};
    QTest::newRow("too big") << WireError::MessageTooBig << Bound::MessageSize
                             << QStringList{u"1009"_s, u"bigger"_s, u"Largest message"_s};
    QTest::newRow("silent") << WireError::None << Bound::PongTime
                            << QStringList{u"sign of life"_s, u"Ping"_s};
}

void TestClientFailure::saysWhyThisSideEndedIt()
{
    QFETCH(const QStringList, words);
    QFETCH(const WireError, error);
    QFETCH(const Bound, bound);
    ClientStatus status;
    status.outcome.error = error;
    status.outcome.bound = bound;
    FailureBanner banner;
    showClientFailure(banner, status);
    QVERIFY(banner.isShowing());
    QString shown;
    for (const QLabel *label : banner.findChildren<QLabel *>())
        shown += label->text() + u'\n';
    for (const QString &word : words)
        QVERIFY2(shown.contains(word), qPrintable(shown));
}

void TestClientFailure::showsTheAnswerWithItsBody()
{
    ClientStatus status = failedWith(ClientErrorKind::Refused);
    status.error.response.status = 403;
    status.error.body = "no\r\nway\r\n";
    status.responseHead = "HTTP/1.1 403 Forbidden\r\nServer: x\r\n\r\n";
    FailureBanner banner;
    showClientFailure(banner, status);
    QCOMPARE(banner.findChild<QLabel *>(u"failureWhat"_s)->text(), clientErrorText(status.error).what);
    QCOMPARE(banner.findChild<QPlainTextEdit *>(u"failureWords"_s)->toPlainText(),
             u"HTTP/1.1 403 Forbidden\nServer: x\n\nno\nway"_s);
    QCOMPARE(actionOf(banner), QString());
}

void TestClientFailure::offersWhatCanBeDone_data()
{
    QTest::addColumn<ClientErrorKind>("kind");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("action");
    QTest::newRow("redirected") << ClientErrorKind::Redirected << QByteArray("/there") << u"Connect there"_s;
    QTest::newRow("redirected nowhere") << ClientErrorKind::Redirected << QByteArray() << QString();
    QTest::newRow("untrusted") << ClientErrorKind::CertificateUntrusted << QByteArray()
                               << u"Trust this certificate"_s;
    QTest::newRow("changed") << ClientErrorKind::CertificateChanged << QByteArray()
                             << u"Forget the old certificate"_s;
    QTest::newRow("timed out") << ClientErrorKind::TimedOut << QByteArray() << QString();
}

void TestClientFailure::offersWhatCanBeDone()
{
    QFETCH(const ClientErrorKind, kind);
    QFETCH(const QByteArray, location);
    ClientStatus status = failedWith(kind);
    if (!location.isEmpty())
        status.error.response.headers.append("Location", location);
    FailureBanner banner;
    showClientFailure(banner, status);
    QVERIFY(banner.isShowing());
    QTEST(actionOf(banner), "action");
}

void TestClientFailure::outcome_data()
{
    QTest::addColumn<ReadyState>("state");
    QTest::addColumn<ClientErrorKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("open") << ReadyState::Open << ClientErrorKind::None << QString();
    QTest::newRow("closing") << ReadyState::Closing << ClientErrorKind::None << QString();
    QTest::newRow("closed") << ReadyState::Closed << ClientErrorKind::None
                            << u"1000 · Normal closure · “Bye”"_s;
    QTest::newRow("cancelled") << ReadyState::Closed << ClientErrorKind::Cancelled << u"1006 · cancelled"_s;
    QTest::newRow("failed") << ReadyState::Closed << ClientErrorKind::HostNotFound
                            << u"1006 · never was OPEN"_s;
}

void TestClientFailure::outcome()
{
    QFETCH(const ReadyState, state);
    QFETCH(const ClientErrorKind, kind);
    ClientStatus status = failedWith(kind);
    status.readyState = state;
    status.outcome.status = {CloseCode::NormalClosure, u"Bye"_s};
    QTEST(clientOutcomeText(status), "text");
}

void TestClientFailure::outcomeSaysWhatWasWrong()
{
    ClientStatus status;
    status.readyState = ReadyState::Closed;
    status.outcome.error = WireError::TextNotUtf8;
    status.outcome.bound = boundOf(WireError::TextNotUtf8);
    QCOMPARE(clientOutcomeText(status), u"1006 · Connection lost · A text message was not valid UTF-8."_s);
    status.outcome.error = WireError::None;
    status.outcome.bound = Bound::PongTime;
    QCOMPARE(clientOutcomeText(status),
             u"1006 · Connection lost · It gave no sign of life in the time allowed after a ping."_s);
}

void TestClientFailure::whereToIsShownAsText()
{
    ClientStatus status = failedWith(ClientErrorKind::Redirected);
    status.error.response.headers.append("Location", imageTag.toUtf8());
    FailureBanner banner;
    showClientFailure(banner, status);
    QCOMPARE(readIn(banner.findChild<QPushButton *>(u"failureAction"_s)->toolTip()), imageTag);
}

QTEST_MAIN(TestClientFailure)
#include "tst_clientfailure.moc"
