#include "server/joinlinks.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestJoinLinks : public QObject
{
    Q_OBJECT

private slots:
    void linksTheBestFirst_data()
    {
        QTest::addColumn<QHostAddress>("listening");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QStringList>("links");
        const QStringList ipv4{u"http://192.168.0.5:3000/"_s, u"http://10.0.0.9:3000/"_s,
                               u"http://100.64.1.2:3000/"_s, u"http://172.17.0.1:3000/"_s};
        const QString ipv6 = u"http://[2001:db8::5]:3000/"_s;
        const QString local = u"http://localhost:3000/"_s;
        QTest::newRow("loopback") << QHostAddress(QHostAddress::LocalHost) << quint16(3000)
                                  << QStringList{local};
        QTest::newRow("IPv6 loopback") << QHostAddress(QHostAddress::LocalHostIPv6) << quint16(3000)
                                       << QStringList{u"http://[::1]:3000/"_s}; // localhost may be IPv4 alone
        QTest::newRow("another loopback address")
            << QHostAddress(u"127.0.0.2"_s) << quint16(3000) << QStringList{u"http://127.0.0.2:3000/"_s};
        QTest::newRow("port 80") << QHostAddress(QHostAddress::LocalHost) << quint16(80)
                                 << QStringList{u"http://localhost/"_s};
        QTest::newRow("one address") << QHostAddress(u"10.0.0.9"_s) << quint16(3000)
                                     << QStringList{u"http://10.0.0.9:3000/"_s};
        QTest::newRow("one IPv6 address")
            << QHostAddress(u"2001:db8::5"_s) << quint16(3000) << QStringList{ipv6};
        QTest::newRow("any") << QHostAddress(QHostAddress::Any) << quint16(3000)
                             << ipv4 + QStringList{ipv6, local};
        QTest::newRow("any IPv4") << QHostAddress(QHostAddress::AnyIPv4) << quint16(3000)
                                  << ipv4 + QStringList{local};
        QTest::newRow("any IPv6") << QHostAddress(QHostAddress::AnyIPv6) << quint16(3000)
                                  << QStringList{ipv6, local};
    }
    void linksTheBestFirst()
    {
        QFETCH(const QHostAddress, listening);
        QFETCH(const quint16, port);
        QFETCH(const QStringList, links);
        QList<QHostAddress> addresses;
        for (const QString &address :
             {u"2001:db8::5"_s, u"172.17.0.1"_s, u"100.64.1.2"_s, u"192.168.0.5"_s, u"10.0.0.9"_s,
              u"127.0.0.1"_s, u"::1"_s, u"fe80::1%eth0"_s, u"fd00::1"_s, u"169.254.1.1"_s})
            addresses.append(QHostAddress(address));
        QCOMPARE(joinLinks(listening, port, addresses), links);
    }

    void carriesThePin()
    {
        const QString link = u"http://192.168.0.5:3000/"_s;
        QCOMPARE(withPin(link, {}), link);
        QCOMPARE(withPin(link, "0815"), u"http://192.168.0.5:3000/#pin=0815"_s);
        QVERIFY(!leadsToThisComputer(withPin(link, "0815")));
        QVERIFY(leadsToThisComputer(withPin(u"http://localhost:3000/"_s, "0815")));
        QCOMPARE(linkForPhones({withPin(link, "0815")}), withPin(link, "0815"));
    }

    void isAnAddressForWebSocketClients()
    {
        QCOMPARE(webSocketAddress(QUrl(u"http://192.168.0.5:3000/"_s)), QUrl(u"ws://192.168.0.5:3000/"_s));
        QCOMPARE(webSocketAddress(QUrl(u"https://h/#pin=0815"_s)), QUrl(u"wss://h/?pin=0815"_s));
        QCOMPARE(webSocketAddress(QUrl(u"http://h/?a=1#part"_s)), QUrl(u"ws://h/?a=1"_s)); // RFC 6455 §3
        QCOMPARE(webSocketAddress(QUrl(u"http://h/?a=1#pin=0815"_s)), QUrl(u"ws://h/?a=1&pin=0815"_s));
        QCOMPARE(webSocketAddress(QUrl(u"wss://h/#pin=0815"_s)), QUrl(u"wss://h/?pin=0815"_s));
        QCOMPARE(webSocketAddress(QUrl(u"ws://h:1/a"_s)), QUrl(u"ws://h:1/a"_s));
    }

    void linksToTls()
    {
        const QHostAddress local(QHostAddress::LocalHost);
        QCOMPARE(joinLinks(local, 3000, {}, true), QStringList{u"https://localhost:3000/"_s});
        QCOMPARE(joinLinks(local, 443, {}, true), QStringList{u"https://localhost/"_s});
        QCOMPARE(joinLinks(local, 80, {}, true), QStringList{u"https://localhost:80/"_s});
        QCOMPARE(joinLinks(QHostAddress(QHostAddress::Any), 1, {QHostAddress(u"10.0.0.9"_s)}, true),
                 (QStringList{u"https://10.0.0.9:1/"_s, u"https://localhost:1/"_s}));
    }

    void leavesLoopbackOut()
    {
        for (const QHostAddress &address : networkAddresses())
            QVERIFY(!address.isLoopback());
    }

    void onlyLocalhostLeadsHere()
    {
        QVERIFY(leadsToThisComputer(u"http://localhost:3000/"_s));
        QVERIFY(leadsToThisComputer(u"http://[::1]:3000/"_s));
        QVERIFY(leadsToThisComputer(u"http://127.0.0.2/"_s));
        QVERIFY(!leadsToThisComputer(u"http://192.168.0.7:3000/"_s));
        QVERIFY(!leadsToThisComputer(u"https://[2001:db8::7]/"_s));
    }

    void phonesGetTheBestLink()
    {
        const QString link = u"http://192.168.0.7:3000/"_s;
        QCOMPARE(linkForPhones({link, u"http://10.0.0.2:3000/"_s, u"http://localhost:3000/"_s}), link);
        QCOMPARE(linkForPhones({u"https://[2001:db8::7]:3000/"_s}), u"https://[2001:db8::7]:3000/"_s);
        QCOMPARE(linkForPhones({u"http://localhost:3000/"_s}), QString());
        QCOMPARE(linkForPhones({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestJoinLinks)
#include "tst_joinlinks.moc"
