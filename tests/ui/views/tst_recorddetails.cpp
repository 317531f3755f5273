#include "ui/views/recorddetails.h"

#include "tests/ui/views/markingtranslator.h"
#include "tests/ui/views/trafficrecords.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRecordDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordThatIsGoneStays();
    void nothingIsGoneOfNothing();
    void passesOnWhatIsWanted();
    void speaksTheLanguage();
};

void TestRecordDetails::recordThatIsGoneStays()
{
    RecordDetails details;
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

void TestRecordDetails::nothingIsGoneOfNothing()
{
    RecordDetails details;
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

void TestRecordDetails::passesOnWhatIsWanted()
{
    RecordDetails details;
    QSignalSpy allowed(&details, &RecordDetails::allowOriginRequested);
    const QSignalSpy closed(&details, &RecordDetails::closeRequested);
    details.setRecord(makeResponse(403, 1), "https://example.org");
    details.findChild<QPushButton *>(u"detailsAllowOrigin"_s)->click();
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed.first().first().toByteArray(), QByteArray("https://example.org"));
    details.findChild<QPushButton *>(u"detailsClose"_s)->click();
    QCOMPARE(closed.size(), 1);
}

void TestRecordDetails::speaksTheLanguage()
{
    RecordDetails details;
    const auto *gone = details.findChild<QLabel *>(u"recordGone"_s);
    QVERIFY(!gone->text().startsWith(u'«'));
    const MarkingTranslator translator;
    QCoreApplication::processEvents();
    QVERIFY(gone->text().startsWith(u'«'));
}

QTEST_MAIN(TestRecordDetails)
#include "tst_recorddetails.moc"
