#include "server/addressledger.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verdict = AddressLedger::Verdict;

class TestAddressLedger : public QObject
{
    Q_OBJECT

private slots:
    void countsConnections()
    {
        AddressLedger ledger({.maxConnections = 2});
        QCOMPARE(ledger.enter(m_one), Verdict::Within);
        QCOMPARE(ledger.enter(m_one), Verdict::Within);
        QCOMPARE(ledger.enter(m_one), Verdict::Beyond);
        QCOMPARE(ledger.enter(m_other), Verdict::Within);
        ledger.leave(m_one);
        QCOMPARE(ledger.enter(m_one), Verdict::Beyond);
        ledger.leave(m_one);
        ledger.leave(m_one);
        QCOMPARE(ledger.enter(m_one), Verdict::Within);
    }

    void cutsTheFloodShort()
    {
        AddressLedger ledger({.maxConnections = 2});
        QList<Verdict> verdicts;
        for (int i = 0; i < 5; ++i)
            verdicts.append(ledger.enter(m_one));
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::Within, Verdict::Within, Verdict::Beyond,
                                           Verdict::FarBeyond, Verdict::FarBeyond}));
    }

    void countsHandshakesInTime()
    {
        AddressLedger ledger({.handshakesPerSecond = 2});
        QVERIFY(ledger.takeHandshake(m_one, m_start));
        QVERIFY(ledger.takeHandshake(m_one, m_start));
        QVERIFY(!ledger.takeHandshake(m_one, m_start));
        QVERIFY(ledger.takeHandshake(m_other, m_start));
        QVERIFY(!ledger.takeHandshake(m_one, m_start + 499ms));
        QVERIFY(ledger.takeHandshake(m_one, m_start + 500ms));
    }

    void leavingGivesNoHandshakesBack()
    {
        AddressLedger ledger({.handshakesPerSecond = 1});
        ledger.enter(m_one);
        QVERIFY(ledger.takeHandshake(m_one, m_start));
        ledger.leave(m_one);
        QVERIFY(!ledger.takeHandshake(m_one, m_start));
    }

    void zeroIsNoLimit()
    {
        AddressLedger ledger({.maxConnections = 0, .handshakesPerSecond = 0});
        for (int i = 0; i < 1'000; ++i) {
            QCOMPARE(ledger.enter(m_one), Verdict::Within);
            QVERIFY(ledger.takeHandshake(m_one, m_start));
        }
        QCOMPARE(ledger.size(), 0);
    }

    void loopbackIsExemptUnlessAskedFor_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void loopbackIsExemptUnlessAskedFor()
    {
        QFETCH(const QString, address);
        const QHostAddress loopback(address);
        AddressLedger exempt({.maxConnections = 1, .handshakesPerSecond = 1});
        AddressLedger strict({.maxConnections = 1, .handshakesPerSecond = 1, .holdForLoopback = true});
        for (AddressLedger *ledger : {&exempt, &strict}) {
            ledger->enter(loopback);
            ledger->takeHandshake(loopback, m_start);
        }
        QCOMPARE(exempt.enter(loopback), Verdict::Within);
        QVERIFY(exempt.takeHandshake(loopback, m_start));
        QVERIFY(strict.enter(loopback) != Verdict::Within);
        QVERIFY(!strict.takeHandshake(loopback, m_start));
    }

    void knowsWhichAddressesAreOne_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("same");
        QTest::newRow("IPv4") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
        QTest::newRow("IPv4 in IPv6") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s << true;
        QTest::newRow("others in IPv6") << u"::ffff:192.0.2.1"_s << u"::ffff:192.0.2.2"_s << false;
        QTest::newRow("one /64") << u"2001:db8:0:1::1"_s << u"2001:db8:0:1:ffff::2"_s << true;
        QTest::newRow("two /64") << u"2001:db8:0:1::1"_s << u"2001:db8:0:2::1"_s << false;
        QTest::newRow("zones") << u"fe80::1%1"_s << u"fe80::2%1"_s << true;
    }
    void knowsWhichAddressesAreOne()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        QFETCH(const bool, same);
        QCOMPARE(countedAddress(QHostAddress(first)) == countedAddress(QHostAddress(second)), same);
        AddressLedger ledger({.maxConnections = 1});
        ledger.enter(QHostAddress(first));
        QCOMPARE(ledger.enter(QHostAddress(second)) != Verdict::Within, same);
    }

    void forgetsThoseWhoAreGone()
    {
        AddressLedger ledger;
        constexpr int crowd = 10'000;
        for (quint32 i = 0; i < crowd; ++i) {
            const QHostAddress address(0x0A000000 + i);
            ledger.enter(address);
            ledger.leave(address);
        }
        QCOMPARE(ledger.size(), 0);
        ledger.enter(m_one);
        for (quint32 i = 0; i < crowd; ++i)
            ledger.takeHandshake(QHostAddress(0x0A000000 + i), m_start + std::chrono::milliseconds(i));
        // Those of one second, twice over.
        QVERIFY(ledger.size() < 3'000);
        ledger.leave(m_one);
    }

private:
    const QHostAddress m_one{u"192.0.2.1"_s};
    const QHostAddress m_other{u"192.0.2.2"_s};
    const TokenBucket::TimePoint m_start{24h};
};

QTEST_GUILESS_MAIN(TestAddressLedger)
#include "tst_addressledger.moc"
