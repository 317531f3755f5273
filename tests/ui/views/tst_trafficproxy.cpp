#include "ui/views/trafficproxy.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void groups_data();
    void groups();
    void texts_data();
    void texts();
    void newRowsAreFilteredToo();
    void cellsAreToldInWords();

private:
    QList<int> shown(TrafficProxy &proxy) const
    {
        QList<int> numbers;
        for (int row = 0; row < proxy.rowCount(); ++row)
            numbers += int(proxy.record(row).number);
        return numbers;
    }
    static QList<int> numbers(const TrafficRows &rows)
    {
        QList<int> numbers;
        for (qsizetype row = 0; row < rows.count(); ++row)
            numbers += int(rows.number(row));
        return numbers;
    }
    std::shared_ptr<TrafficLog> m_log = std::make_shared<TrafficLog>();
};

void TestTrafficProxy::initTestCase()
{
    m_log->append(makeRequest("https://a.example", 1));                                   // 1
    m_log->append(makeResponse(101, 1));                                                  // 2
    m_log->append(makeRecord(TrafficKind::Text, u"안녕 Hello"_s.toUtf8(), 1, u"Mina"_s)); // 3
    m_log->append(makeRecord(TrafficKind::Binary, "\x01\x02", 2, u"Jun"_s));              // 4
    m_log->append(makeRecord(TrafficKind::Ping, {}, 2, u"Jun"_s));                        // 5
    m_log->append(makeRecord(TrafficKind::Pong, {}, 2, u"Jun"_s));                        // 6
    m_log->append(makeRecord(TrafficKind::Failure, {}, 2, u"Jun"_s));                     // 7
    m_log->append(makeRecord(TrafficKind::Close, {}, 2, u"Jun"_s));                       // 8
    TrafficRecord ended = makeRecord(TrafficKind::Ended, {}, 1, u"Mina"_s);
    ended.close.code = CloseCode::AbnormalClosure;
    m_log->append(ended);                                           // 9
    m_log->append(makeResponse(404, 3));                            // 10
    m_log->append(makeRecord(TrafficKind::TlsFailure, "alert", 4)); // 11
}

void TestTrafficProxy::groups_data()
{
    QTest::addColumn<TrafficProxy::Group>("group");
    QTest::addColumn<QList<int>>("numbers");
    using Group = TrafficProxy::Group;
    QTest::newRow("all") << Group::All << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    QTest::newRow("handshakes") << Group::Handshakes << QList<int>{1, 2, 10, 11};
    QTest::newRow("messages") << Group::Messages << QList<int>{3, 4};
    QTest::newRow("pings") << Group::Pings << QList<int>{5, 6};
    QTest::newRow("closes") << Group::Closes << QList<int>{8, 9};
    QTest::newRow("trouble") << Group::Trouble << QList<int>{7, 9, 10, 11};
}

void TestTrafficProxy::groups()
{
    QFETCH(TrafficProxy::Group, group);
    TrafficModel model(m_log);
    model.refresh();
    TrafficProxy proxy(model);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setGroup(group);
    QTEST(shown(proxy), "numbers");
    QCOMPARE(numbers(proxy.shownRows()), shown(proxy));
}

void TestTrafficProxy::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("any case in a preview") << u"hELLO"_s << QList<int>{3};
    QTest::newRow("Korean") << u"안녕"_s << QList<int>{3};
    QTest::newRow("a peer, any case") << u"jun"_s << QList<int>{4, 5, 6, 7, 8};
    QTest::newRow("behind the first line of a head") << u"A.Example"_s << QList<int>{1};
    QTest::newRow("hex of a binary") << u"01 02"_s << QList<int>{4};
    QTest::newRow("nowhere") << u"nowhere"_s << QList<int>{};
}

void TestTrafficProxy::texts()
{
    QFETCH(QString, text);
    TrafficModel model(m_log);
    model.refresh();
    TrafficProxy proxy(model);
    QVERIFY(!proxy.isFiltering());
    proxy.setText(text);
    QVERIFY(proxy.isFiltering());
    QTEST(shown(proxy), "numbers");
    QCOMPARE(numbers(proxy.shownRows()), shown(proxy));
    proxy.setText({});
    QCOMPARE(numbers(proxy.shownRows()), shown(proxy));
    QCOMPARE(proxy.rowCount(), 11);
}

void TestTrafficProxy::newRowsAreFilteredToo()
{
    auto log = std::make_shared<TrafficLog>();
    TrafficModel model(log);
    TrafficProxy proxy(model);
    proxy.setGroup(TrafficProxy::Group::Messages);
    log->append(makeRecord(TrafficKind::Ping, {}));
    log->append(makeRecord(TrafficKind::Text, "x"));
    model.refresh();
    QCOMPARE(shown(proxy), QList<int>{2});
}

void TestTrafficProxy::cellsAreToldInWords()
{
    auto log = std::make_shared<TrafficLog>();
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(900, 'x'));
    record.wireSize = 90;
    log->append(record);
    TrafficModel model(log);
    model.refresh();
    const TrafficProxy proxy(model);
    const auto told = [&proxy](int column) {
        return proxy.index(0, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(told(TrafficModel::Number), u"1"_s);
    QCOMPARE(told(TrafficModel::Peer), u"Mina"_s);
    QCOMPARE(told(TrafficModel::Direction), u"Received"_s);
    QCOMPARE(told(TrafficModel::Kind), u"Text"_s);
    QCOMPARE(told(TrafficModel::Size), u"900 B, compressed to 90 B on the wire (10 %)"_s);
    QVERIFY(told(TrafficModel::Preview).startsWith(u"xxx"_s));
    QVERIFY(!told(TrafficModel::Time).isEmpty());
    QCOMPARE(proxy.index(0, TrafficModel::Size).data().toULongLong(), 900u);
}

QTEST_APPLESS_MAIN(TestTrafficProxy)
#include "tst_trafficproxy.moc"
