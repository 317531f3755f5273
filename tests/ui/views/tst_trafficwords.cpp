#include "ui/views/trafficwords.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/views/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void toolTipShowsMarkupAsText();
    void cells_data();
    void cells();
    void rowAsText();
    void bothSizesInWords();
    void trouble_data();
    void trouble();
    void directionsDifferInColour();
};

void TestTrafficWords::toolTipShowsMarkupAsText()
{
    const QString toolTip = recordToolTip(makeRecord(TrafficKind::Text, "<img src=x>"));
    QVERIFY2(toolTip.contains("&lt;img src=x&gt;"_L1), qPrintable(toolTip));
    QVERIFY(toolTip.contains("Mina"_L1));
}

void TestTrafficWords::cells_data()
{
    QTest::addColumn<TrafficModel::Column>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << TrafficModel::Number << u"1,234"_s;
    QTest::newRow("peer") << TrafficModel::Peer << u"Mina"_s;
    QTest::newRow("direction") << TrafficModel::Direction << u"↓"_s;
    QTest::newRow("kind") << TrafficModel::Kind << u"Text"_s;
    QTest::newRow("size") << TrafficModel::Size << u"6 B"_s;
    QTest::newRow("preview") << TrafficModel::Preview << u"안녕"_s;
}

void TestTrafficWords::cells()
{
    QFETCH(const TrafficModel::Column, column);
    TrafficRecord record = makeRecord(TrafficKind::Text, u"안녕"_s.toUtf8());
    record.number = 1234;
    QTEST(recordCellText(record, column), "text");
}

void TestTrafficWords::rowAsText()
{
    TrafficRecord record = makeRecord(TrafficKind::Text, "two\tcells");
    record.number = 1234;
    record.wireSize = 4;
    const QStringList cells = recordAsText(record).split(u'\t');
    QCOMPARE(cells.size(), 8);
    QCOMPARE(cells[0], u"1234"_s);
    QCOMPARE(cells[2], u"Mina"_s);
    QCOMPARE(cells[3], u"↓"_s);
    QCOMPARE(cells[4], u"Text"_s);
    QCOMPARE(cells[5], u"9"_s);
    QCOMPARE(cells[6], u"4"_s);
}

void TestTrafficWords::bothSizesInWords()
{
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(900, 'x'));
    record.wireSize = 90;
    record.direction = Direction::Sent;
    const QString sizes = u"900 B, compressed to 90 B on the wire (10 %)"_s;
    QVERIFY(recordToolTip(record).contains(sizes));
    const QString words = recordInWords(record);
    QVERIFY2(words.startsWith("Sent, Text, xxx"_L1) && words.contains(sizes), qPrintable(words));
}

void TestTrafficWords::trouble_data()
{
    QTest::addColumn<TrafficRecord>("record");
    QTest::addColumn<bool>("isTrouble");
    TrafficRecord ended = makeRecord(TrafficKind::Ended, {});
    ended.close.code = CloseCode::NormalClosure;
    QTest::newRow("closed in good order") << ended << false;
    ended.close.code = CloseCode::AbnormalClosure;
    QTest::newRow("lost") << ended << true;
    QTest::newRow("TLS") << makeRecord(TrafficKind::TlsFailure, "alert") << true;
    QTest::newRow("broken rule") << makeRecord(TrafficKind::Failure, {}) << true;
    QTest::newRow("text") << makeRecord(TrafficKind::Text, "x") << false;
    QTest::newRow("101") << makeResponse(101, 1) << false;
    QTest::newRow("302") << makeResponse(302, 1) << false;
    QTest::newRow("403") << makeResponse(403, 1) << true;
    QTest::newRow("503") << makeResponse(503, 1) << true;
}

void TestTrafficWords::trouble()
{
    QFETCH(TrafficRecord, record);
    QTEST(isTrouble(record), "isTrouble");
}

void TestTrafficWords::directionsDifferInColour()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()})
        QVERIFY(directionColor(Direction::Sent, palette) != directionColor(Direction::Received, palette));
}

QTEST_MAIN(TestTrafficWords)
#include "tst_trafficwords.moc"
