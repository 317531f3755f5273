#include "ui/views/trafficdetails.h"

#include "client/clienterror.h"
#include "core/wire/messageassembler.h"
#include "ui/text/wireerrortext.h"

#include "tests/ui/views/markingtranslator.h"
#include "tests/ui/views/trafficrecords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textAndHex();
    void showsJson();
    void showsTheFrame();
    void keepsAByteOrderMark();
    void binaryIsShownAsHex();
    void closeIsExplained();
    void endTellsItsCause();
    void showsTheOctetsThatBrokeARule_data();
    void showsTheOctetsThatBrokeARule();
    void copySaysWhatItLeavesOut();
    void failureNamesItsRule();
    void saysHowMuchWasKept();
    void saysThatTheRestDidNotCome();
    void saysWhatItTookOnTheWire();
    void allowsARefusedOrigin();
    void clears();
    void textThatCannotBreakBreaksAnywhere();
    void textIsCopiedAsItCame();
    void recordThatIsGoneStays();
    void nothingIsGoneOfNothing();
    void speaksTheLanguage();

private:
    static QString payload(const TrafficDetails &details)
    {
        return details.findChild<QPlainTextEdit *>(u"detailsPayload"_s)->toPlainText();
    }
    static QString words(const TrafficDetails &details, const QString &name)
    {
        return details.findChild<QLabel *>(name)->text();
    }
    static void click(const TrafficDetails &details, const QString &name)
    {
        QTest::mouseClick(details.findChild<QPushButton *>(name), Qt::LeftButton);
    }
};

void TestTrafficDetails::textAndHex()
{
    TrafficDetails details;
    details.setRecord(makeRecord(TrafficKind::Text, "Hi"));
    QVERIFY(words(details, u"detailsTitle"_s).startsWith(u'↓'));
    QVERIFY(words(details, u"detailsFacts"_s).contains("2 B"_L1));
    QCOMPARE(payload(details), u"Hi"_s);
    click(details, u"detailsHex"_s);
    QVERIFY2(payload(details).startsWith("000000  48 69"_L1), qPrintable(payload(details)));
    // The reader's choice stands for the next record.
    details.setRecord(makeRecord(TrafficKind::Text, "Ho"));
    QVERIFY(payload(details).startsWith("000000  48 6f"_L1));
    click(details, u"detailsText"_s);
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Ho"_s);
}

void TestTrafficDetails::showsJson()
{
    TrafficDetails details;
    const auto *json = details.findChild<QPushButton *>(u"detailsJson"_s);
    details.setRecord(makeRecord(TrafficKind::Text, R"({"a":1.0})"));
    QCOMPARE(payload(details), u"{\"a\":1.0}"_s);
    click(details, u"detailsJson"_s);
    QCOMPARE(payload(details), u"{\n  \"a\": 1.0\n}"_s);
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\n  \"a\": 1.0\n}"_s);
    // The reader's choice stands, and what is no JSON is shown as what it is.
    details.setRecord(makeRecord(TrafficKind::Text, "Hi"));
    QVERIFY(!json->isEnabled());
    QVERIFY(details.findChild<QPushButton *>(u"detailsText"_s)->isChecked());
    QCOMPARE(payload(details), u"Hi"_s);
    details.setRecord(makeRecord(TrafficKind::Text, "[]"));
    QVERIFY(json->isChecked());
    details.setRecord(makeRecord(TrafficKind::Binary, "\xff"));
    QVERIFY(details.findChild<QPushButton *>(u"detailsHex"_s)->isChecked());
}

void TestTrafficDetails::showsTheFrame()
{
    TrafficDetails details;
    const auto *frame = details.findChild<QPushButton *>(u"detailsFrame"_s);
    const auto *shown = details.findChild<QPlainTextEdit *>(u"detailsPayload"_s);
    const auto *copy = details.findChild<QPushButton *>(u"detailsCopy"_s);
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(1000, 'x'));
    record.size = 5000;
    record.frameHeaders = "\x81\x7E\x13\x88"_ba;
    details.setRecord(record);
    QVERIFY(frame->isEnabled());
    QVERIFY(copy->text().startsWith(u"Copy the first"_s));
    click(details, u"detailsFrame"_s);
    QVERIFY2(payload(details).startsWith(u"81 1... ....  FIN"_s), qPrintable(payload(details)));
    QCOMPARE(shown->lineWrapMode(), QPlainTextEdit::NoWrap);
    QCOMPARE(copy->text(), u"Copy"_s);
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), payload(details));
    // What has no payload has a frame, too.
    TrafficRecord ping = makeRecord(TrafficKind::Ping, {});
    ping.frameHeaders = "\x89\x00"_ba;
    details.setRecord(ping);
    QVERIFY(!shown->isHidden() && copy->isEnabled());
    click(details, u"detailsText"_s);
    QVERIFY(shown->isHidden() && !copy->isEnabled());
    click(details, u"detailsFrame"_s);
    details.setRecord(makeRecord(TrafficKind::Request, "GET / HTTP/1.1"));
    QVERIFY(!frame->isEnabled());
    QVERIFY(details.findChild<QPushButton *>(u"detailsText"_s)->isChecked());
    details.clear();
    QVERIFY(!copy->isEnabled());
}

void TestTrafficDetails::keepsAByteOrderMark()
{
    TrafficDetails details;
    details.setRecord(makeRecord(TrafficKind::Text, "\xEF\xBB\xBFHi"));
    QCOMPARE(payload(details), u"\uFEFFHi"_s);
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\uFEFFHi"_s);
}

void TestTrafficDetails::binaryIsShownAsHex()
{
    TrafficDetails details;
    details.setRecord(makeRecord(TrafficKind::Binary, "\xff\xfe"));
    QVERIFY(payload(details).startsWith("000000  ff fe"_L1));
    QVERIFY(!details.findChild<QPushButton *>(u"detailsText"_s)->isEnabled());
    details.setRecord(makeRecord(TrafficKind::Binary, "plain"));
    QCOMPARE(payload(details), u"plain"_s);
}

void TestTrafficDetails::closeIsExplained()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Close, {});
    record.close = {CloseCode(4001), u"안녕히"_s};
    details.setRecord(record);
    const QString explanation = words(details, u"detailsExplanation"_s);
    QVERIFY2(explanation.contains("4001"_L1) && explanation.contains(u"안녕히"_s), qPrintable(explanation));
    QVERIFY(explanation.count(u'\n') >= 1);
}

/// And nothing that was not the case.
void TestTrafficDetails::endTellsItsCause()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Ended, {});
    record.close = {CloseCode::AbnormalClosure, {}};
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains("network"_L1));
    record.exceeded = Bound::PongTime;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains("sign of life"_L1));
    QVERIFY(!words(details, u"detailsExplanation"_s).contains("network"_L1));
    record.exceeded = Bound::None;
    record.cause = quint8(ClientErrorKind::CertificateUntrusted);
    details.setRecord(record);
    QCOMPARE(words(details, u"detailsExplanation"_s), u"The server's certificate is not trusted."_s);

    // A reason that is not in the record is none.
    using Kind = ClientErrorKind;
    for (const Kind kind : {Kind::Redirected, Kind::CertificateChanged, Kind::HandshakeFailed}) {
        record.cause = quint8(kind);
        record.status = 302;
        details.setRecord(record);
        QCOMPARE(words(details, u"detailsExplanation"_s).count(u'.'), 1);
    }
    record.cause = quint8(Kind::Refused);
    record.status = 426;
    details.setRecord(record);
    QCOMPARE(words(details, u"detailsExplanation"_s).count(u'.'), 1);
    record.status = 404;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains("no WebSocket at this path"_L1));
}

void TestTrafficDetails::showsTheOctetsThatBrokeARule_data()
{
    QTest::addColumn<WireError>("error");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("says");
    QTest::newRow("header") << WireError::ReservedOpcode << "\x43"_ba << u"header of the frame"_s;
    QTest::newRow("text") << WireError::TextNotUtf8 << "a\xFF"_ba << u"is the text"_s;
    QTest::newRow("long text") << WireError::TextNotUtf8
                               << QByteArray(MessageAssembler::maxTextAtFault - 1, 'a') + '\xFF'
                               << u"last part of the text"_s;
    QTest::newRow("close") << WireError::CloseCodeInvalid << "\x03\xEC"_ba << u"payload of the Close"_s;
    QTest::newRow("unknown") << WireError::ReservedOpcode << QByteArray() << QString();
}

void TestTrafficDetails::showsTheOctetsThatBrokeARule()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, says);
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Failure, octets);
    QFETCH(const WireError, error);
    record.error = error;
    details.setRecord(record);
    const QString explanation = words(details, u"detailsExplanation"_s);
    QVERIFY(explanation.startsWith(wireErrorInFull(error)));
    QVERIFY(explanation.contains(says));
    QCOMPARE(explanation.contains("Below"_L1), !octets.isEmpty());
    const auto *payload = details.findChild<QPlainTextEdit *>(u"detailsPayload"_s);
    QCOMPARE(payload->isHidden(), octets.isEmpty());
    QVERIFY(!details.findChild<QPushButton *>(u"detailsText"_s)->isEnabled());
    if (!octets.isEmpty())
        QVERIFY(payload->toPlainText().contains(QString::fromLatin1(octets.last(1).toHex())));
}

void TestTrafficDetails::copySaysWhatItLeavesOut()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(64 * 1024, 'x'));
    details.setRecord(record);
    QCOMPARE(details.findChild<QPushButton *>(u"detailsCopy"_s)->text(), u"Copy"_s);
    record.size = 100'000;
    details.setRecord(record);
    QCOMPARE(details.findChild<QPushButton *>(u"detailsCopy"_s)->text(), u"Copy the first 64 KiB"_s);
}

void TestTrafficDetails::failureNamesItsRule()
{
    TrafficDetails details;
    details.setRecord(makeRecord(TrafficKind::TlsFailure, "alert"));
    QVERIFY(words(details, u"detailsExplanation"_s).contains(u"TLS 1.2"_s));
    TrafficRecord record = makeRecord(TrafficKind::Failure, {});
    record.error = WireError::UnmaskedClientFrame;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains(u"RFC 6455 §5.1"_s));
}

void TestTrafficDetails::saysHowMuchWasKept()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(1024, 'a'));
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).isEmpty());
    record.size = 800'001;
    record.wireSize = record.size;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains("1.0 KiB"_L1));
}

void TestTrafficDetails::saysThatTheRestDidNotCome()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Text, "abc");
    record.isUnfinished = true;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).contains("before it was whole"_L1));
    record.isUnfinished = false;
    details.setRecord(record);
    QVERIFY(words(details, u"detailsExplanation"_s).isEmpty());
}

void TestTrafficDetails::saysWhatItTookOnTheWire()
{
    TrafficDetails details;
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(900, 'a'));
    details.setRecord(record);
    QVERIFY(words(details, u"detailsFacts"_s).startsWith(u"900 B · "_s));
    record.wireSize = 90;
    details.setRecord(record);
    QVERIFY(
        words(details, u"detailsFacts"_s).startsWith(u"900 B, compressed to 90 B on the wire (10 %) · "_s));
}

void TestTrafficDetails::allowsARefusedOrigin()
{
    TrafficDetails details;
    const QSignalSpy allowed(&details, &TrafficDetails::allowOriginRequested);
    details.setRecord(makeResponse(403, 1), "https://a.example");
    QVERIFY(words(details, u"detailsExplanation"_s).contains("https://a.example"_L1));
    click(details, u"detailsAllowOrigin"_s);
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed[0][0].toByteArray(), "https://a.example"_ba);
    details.setRecord(makeResponse(101, 1));
    QVERIFY(!details.findChild<QPushButton *>(u"detailsAllowOrigin"_s)->isVisibleTo(&details));
}

void TestTrafficDetails::clears()
{
    TrafficDetails details;
    details.setRecord(makeRecord(TrafficKind::Text, "Hi"));
    details.clear();
    QVERIFY(payload(details).isEmpty());
    QVERIFY(words(details, u"detailsTitle"_s).isEmpty());
    const QSignalSpy closed(&details, &TrafficDetails::closeRequested);
    click(details, u"detailsClose"_s);
    QCOMPARE(closed.size(), 1);
}

void TestTrafficDetails::textThatCannotBreakBreaksAnywhere()
{
    TrafficDetails details;
    const auto *shown = details.findChild<QPlainTextEdit *>(u"detailsPayload"_s);
    details.setRecord(makeRecord(TrafficKind::Text, QByteArray(60'000, 'x')));
    QCOMPARE(shown->wordWrapMode(), QTextOption::WrapAnywhere);
    QCOMPARE(payload(details), QString(60'000, u'x'));
    details.setRecord(makeRecord(TrafficKind::Text, QByteArray("words ").repeated(10'000)));
    QCOMPARE(shown->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void TestTrafficDetails::textIsCopiedAsItCame()
{
    TrafficDetails details;
    const QString text = u"\uFEFFa\u00A0b\u2028c\r\nd\uFDD0e"_s;
    details.setRecord(makeRecord(TrafficKind::Text, text.toUtf8()));
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    click(details, u"detailsHex"_s);
    click(details, u"detailsCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), payload(details));
}

void TestTrafficDetails::recordThatIsGoneStays()
{
    TrafficDetails details;
    const auto *gone = details.findChild<QLabel *>(u"recordGone"_s);
    const auto *payload = details.findChild<QPlainTextEdit *>(u"detailsPayload"_s);
    details.setRecord(makeRecord(TrafficKind::Text, "one"));
    QVERIFY(gone->isHidden());
    details.setGone();
    QVERIFY(!gone->isHidden());
    QCOMPARE(payload->toPlainText(), u"one"_s);
    details.setRecord(makeRecord(TrafficKind::Text, "two"));
    QVERIFY(gone->isHidden());
    QCOMPARE(payload->toPlainText(), u"two"_s);
}

void TestTrafficDetails::nothingIsGoneOfNothing()
{
    TrafficDetails details;
    const auto *gone = details.findChild<QLabel *>(u"recordGone"_s);
    details.setGone();
    QVERIFY(gone->isHidden());
    details.setRecord(makeRecord(TrafficKind::Text, "one"));
    details.setGone();
    details.clear();
    QVERIFY(gone->isHidden());
    details.setGone();
    QVERIFY(gone->isHidden());
}

void TestTrafficDetails::speaksTheLanguage()
{
    TrafficDetails details;
    const auto *gone = details.findChild<QLabel *>(u"recordGone"_s);
    QVERIFY(!gone->text().startsWith(u'«'));
    const MarkingTranslator translator;
    QCoreApplication::processEvents();
    QVERIFY(gone->text().startsWith(u'«'));
}

QTEST_MAIN(TestTrafficDetails)
#include "tst_trafficdetails.moc"
