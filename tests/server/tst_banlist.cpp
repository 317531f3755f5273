#include "server/banlist.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestBanList : public QObject
{
    Q_OBJECT

private slots:
    void has_data()
    {
        QTest::addColumn<QString>("banned");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, const QString &banned, const QString &address, bool expected) {
            QTest::newRow(name) << banned << address << expected;
        };
        row("IPv4", u"192.0.2.1"_s, u"192.0.2.1"_s, true);
        row("its neighbour", u"192.0.2.1"_s, u"192.0.2.2"_s, false);
        row("IPv4 that comes by IPv6", u"192.0.2.1"_s, u"::ffff:192.0.2.1"_s, true);
        row("IPv4 that was written as IPv6", u"::ffff:192.0.2.1"_s, u"192.0.2.1"_s, true);
        row("IPv6", u"2001:db8::1"_s, u"2001:DB8:0::1"_s, true);
        row("its neighbour in the /64", u"2001:db8::1"_s, u"2001:db8::2"_s, false);
        row("link-local on an interface", u"fe80::1"_s, u"fe80::1%eth0"_s, true);
        row("link-local that was seen on one", u"fe80::1%eth0"_s, u"fe80::1%wlan0"_s, true);
        row("loopback", u"127.0.0.1"_s, u"127.0.0.1"_s, true);
        row("nothing", QString(), QString(), true);
    }
    void has()
    {
        QFETCH(const QString, banned);
        QFETCH(const QString, address);
        const BanList bans({QHostAddress(u"198.51.100.7"_s), QHostAddress(banned)});
        QTEST(bans.has(QHostAddress(address)), "expected");
        QVERIFY(bans.has(QHostAddress(u"198.51.100.7"_s)));
    }

    void anEmptyOneHasNobody()
    {
        QVERIFY(!BanList().has(QHostAddress(u"192.0.2.1"_s)));
        QVERIFY(!BanList().has(QHostAddress()));
    }

    void readsWhatMeansOneAddressAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::newRow("IPv4") << u"192.168.0.12"_s << u"192.168.0.12"_s;
        QTest::newRow("IPv4 as IPv6") << u"::ffff:192.168.0.12"_s << u"192.168.0.12"_s;
        QTest::newRow("IPv6") << u"2001:DB8:0::1"_s << u"2001:db8::1"_s;
        QTest::newRow("link-local") << u"fe80::1%eth0"_s << u"fe80::1"_s;
        QTest::newRow("octal") << u"192.168.0.012"_s << QString();
        QTest::newRow("three numbers") << u"192.168.12"_s << QString();
        QTest::newRow("one number") << u"7"_s << QString();
        QTest::newRow("hexadecimal") << u"0xc0a8000c"_s << QString();
        QTest::newRow("a name") << u"mina.local"_s << QString();
        QTest::newRow("a port") << u"192.168.0.12:80"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void readsWhatMeansOneAddressAlone()
    {
        QFETCH(const QString, text);
        QTEST(readBannedAddress(text).toString(), "address");
        QCOMPARE(readBannedAddress(text).isNull(), readBannedAddress(text).toString().isEmpty());
    }

    void isShownAsPeopleWriteIt()
    {
        QCOMPARE(bannedAddress(QHostAddress(u"::ffff:192.0.2.1"_s)).toString(), u"192.0.2.1"_s);
        QCOMPARE(bannedAddress(QHostAddress(u"fe80::1%eth0"_s)).toString(), u"fe80::1"_s);
    }
};

QTEST_APPLESS_MAIN(TestBanList)
#include "tst_banlist.moc"
