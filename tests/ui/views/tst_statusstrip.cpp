#include "ui/views/statusstrip.h"

#include "ui/views/sparkline.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestStatusStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void countsWhoIsHere();
    void countsRecords();
    void saysHowLargeTheHistoryIs();
    void widthsNeverShrink();
    void sparklineIsBounded();
};

void TestStatusStrip::countsWhoIsHere()
{
    const auto log = std::make_shared<TrafficLog>();
    RoomServer server(log);
    StatusStrip strip(server, log);
    MemberInfo member;
    member.id = 1;
    member.readyState = ReadyState::Open;
    server.roster()->update(member);
    member.id = 2;
    member.readyState = ReadyState::Closed;
    server.roster()->update(member);
    strip.refresh();
    QVERIFY(strip.findChild<QLabel *>(u"statusClients"_s)->text().startsWith("1 client"_L1));
    QCOMPARE(strip.findChild<Sparkline *>()->values().size(), 1U);
}

void TestStatusStrip::countsRecords()
{
    const auto log =
        std::make_shared<TrafficLog>(TrafficLogLimits{.maxRecords = 1'500, .maxOctets = 1'000'000});
    RoomServer server(log);
    StatusStrip strip(server, log);
    const auto *records = strip.findChild<QLabel *>(u"statusRecords"_s);
    QVERIFY(records->text().contains(" 0 "_L1));
    for (int i = 0; i < 2'000; ++i)
        log->append(TrafficRecord());
    strip.refresh();
    QVERIFY2(records->text().contains("1,500"_L1), qPrintable(records->text()));
}

void TestStatusStrip::saysHowLargeTheHistoryIs()
{
    const QTemporaryDir folder;
    const auto log = std::make_shared<TrafficLog>();
    RoomServer server(log);
    StatusStrip strip(server, log);
    const auto *history = strip.findChild<QLabel *>(u"statusHistory"_s);
    QVERIFY(history->isHidden());
    ServerPolicy policy;
    policy.port = 0;
    policy.historyFile = folder.filePath(u"room.sqlite"_s);
    const QSignalSpy listening(&server, &RoomServer::listening);
    server.start(policy);
    QTRY_COMPARE(listening.size(), 1);
    strip.refresh();
    QVERIFY(history->isHidden()); // until it is known
    QTRY_VERIFY(!history->isHidden());
    QVERIFY2(history->text().endsWith(" KiB"_L1), qPrintable(history->text()));
    QVERIFY(history->toolTip().contains(policy.historyFile));
    const QSignalSpy stopped(&server, &RoomServer::stopped);
    server.stop();
    QTRY_COMPARE(stopped.size(), 1);
    strip.refresh();
    QVERIFY(history->isHidden());
}

void TestStatusStrip::widthsNeverShrink()
{
    const auto log = std::make_shared<TrafficLog>();
    RoomServer server(log);
    StatusStrip strip(server, log);
    const auto *records = strip.findChild<QLabel *>(u"statusRecords"_s);
    for (int i = 0; i < 2'000; ++i)
        log->append(TrafficRecord());
    strip.refresh();
    const int wide = records->minimumWidth();
    log->clear();
    strip.refresh();
    QCOMPARE(records->minimumWidth(), wide);
}

void TestStatusStrip::sparklineIsBounded()
{
    Sparkline line;
    for (int i = 0; i < 100; ++i)
        line.append(i);
    QCOMPARE(line.values().size(), Sparkline::maxValues);
    QCOMPARE(line.values().back(), 99.0);
    line.resize(line.sizeHint());
    QVERIFY(!line.grab().isNull());
}

QTEST_MAIN(TestStatusStrip)
#include "tst_statusstrip.moc"
