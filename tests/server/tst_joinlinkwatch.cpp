#include "server/joinlinkwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestJoinLinkWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheNetworks()
    {
        QList<QHostAddress> addresses{QHostAddress(u"192.168.0.7"_s)};
        JoinLinkWatch watch([&addresses] { return addresses; }, 1ms);
        const QSignalSpy changes(&watch, &JoinLinkWatch::changed);
        QVERIFY(watch.links().isEmpty());
        watch.start(QHostAddress(QHostAddress::Any), 3000, false);
        const QStringList first{u"http://192.168.0.7:3000/"_s, u"http://localhost:3000/"_s};
        QCOMPARE(watch.links(), first);
        QCOMPARE(changes.count(), 0);
        addresses = {QHostAddress(u"10.0.0.2"_s)};
        QTRY_COMPARE(changes.count(), 1);
        QCOMPARE(watch.links(), (QStringList{u"http://10.0.0.2:3000/"_s, u"http://localhost:3000/"_s}));
        addresses.clear();
        QTRY_COMPARE(changes.count(), 2);
        QCOMPARE(watch.links(), QStringList{u"http://localhost:3000/"_s});
        watch.stop();
        QVERIFY(watch.links().isEmpty());
    }

    void looksNoMoreOnceItIsStopped()
    {
        int looks = 0;
        JoinLinkWatch watch(
            [&looks] {
                ++looks;
                return QList<QHostAddress>();
            },
            1ms);
        watch.start(QHostAddress(QHostAddress::Any), 3000, true);
        QTRY_VERIFY(looks > 3);
        QCOMPARE(watch.links(), QStringList{u"https://localhost:3000/"_s});
        watch.stop();
        const int before = looks;
        QTest::qWait(20);
        QCOMPARE(looks, before);
    }

    /// Only every network can change: one address is there, or is not.
    void looksOnceAtOneAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("looks");
        QTest::newRow("this computer") << u"127.0.0.1"_s << 0;
        QTest::newRow("one address") << u"192.168.0.7"_s << 1;
    }

    void looksOnceAtOneAddress()
    {
        QFETCH(const QString, address);
        QFETCH(const int, looks);
        int seen = 0;
        JoinLinkWatch watch(
            [&seen] {
                ++seen;
                return QList<QHostAddress>();
            },
            1ms);
        watch.start(QHostAddress(address), 3000, false);
        QTest::qWait(20);
        QCOMPARE(seen, looks);
        QCOMPARE(watch.links().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJoinLinkWatch)
#include "tst_joinlinkwatch.moc"
