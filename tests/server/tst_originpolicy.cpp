#include "server/originpolicy.h"

#include <QHostInfo>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestOriginPolicy : public QObject
{
    Q_OBJECT

private slots:
    void readsOrigins_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("http") << "http://example.org"_ba
                              << "example.org"_ba << 80;
        QTest::newRow("https") << "https://example.org"_ba
                               << "example.org"_ba << 443;
        QTest::newRow("port") << "http://example.org:8080"_ba
                              << "example.org"_ba << 8080;
        QTest::newRow("case") << "HTTP://Example.ORG"_ba
                              << "example.org"_ba << 80;
        QTest::newRow("IPv6") << "http://[::0001]:3000"_ba
                              << "::1"_ba << 3000;
        QTest::newRow("extension") << "moz-extension://abc-1"_ba
                                   << "abc-1"_ba << 0;
        for (const char *text : {"", "null", "example.org", "http://", "http:///", "http://a/", "http://a/b",
                                 "http://u@a", "http://a:", "http://a:x", "http://a:65536", "http://a:-1",
                                 "http://a b", "http://[::1", "http://[a]", "://a", "http://a, http://b"})
            QTest::addRow("no: %s", text) << QByteArray(text) << QByteArray() << -1;
    }
    void readsOrigins()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, host);
        QFETCH(const int, port);
        const std::optional<Origin> origin = parseOrigin(text);
        QCOMPARE(origin.has_value(), port >= 0);
        if (origin) {
            QCOMPARE(origin->host, host);
            QCOMPARE(int(origin->port), port);
        }
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("accepted");
        const QByteArray own = "192.168.0.5:3000";
        QTest::newRow("none") << QByteArray() << own << true;
        QTest::newRow("own address") << "http://192.168.0.5:3000"_ba << own << true;
        QTest::newRow("own name") << "http://kitchen:3000"_ba
                                  << "Kitchen:3000"_ba << true;
        QTest::newRow("own name, with the root's dot") << "http://kitchen.:3000"_ba
                                                       << "kitchen.:3000"_ba << true;
        QTest::newRow("own .local name") << "http://Kitchen.local:3000"_ba
                                         << "kitchen.local:3000"_ba << true;
        QTest::newRow("own IPv6 address") << "http://[2001:db8::5]:3000"_ba
                                          << "[2001:DB8:0::5]:3000"_ba << true;
        QTest::newRow("the address that was reached") << "http://10.9.8.7:3000"_ba
                                                      << "10.9.8.7:3000"_ba << true;
        QTest::newRow("own, other port") << "http://192.168.0.5:3001"_ba << own << false;
        QTest::newRow("own address, other Host") << "http://192.168.0.5:3000"_ba
                                                 << "kitchen:3000"_ba << false;
        QTest::newRow("own but https") << "https://192.168.0.5:3000"_ba << own << false;
        QTest::newRow("own, mapped to the default port") << "http://192.168.0.5"_ba
                                                         << "192.168.0.5"_ba << true;
        QTest::newRow("own, mapped to the default port, written out") << "http://192.168.0.5"_ba
                                                                      << "192.168.0.5:80"_ba << true;
        QTest::newRow("own, mapped to another port") << "http://kitchen:8080"_ba
                                                     << "kitchen:8080"_ba << true;
        QTest::newRow("own, mapped, https") << "https://kitchen"_ba
                                            << "kitchen"_ba << false;
        QTest::newRow("another app of this computer") << "http://192.168.0.5"_ba << own << false;
        QTest::newRow("given") << "http://chat.example.org"_ba
                               << "chat.example.org"_ba << true;
        QTest::newRow("given, TLS ends at the proxy") << "https://chat.example.org"_ba
                                                      << "chat.example.org"_ba << true;
        QTest::newRow("given, TLS, written out") << "https://chat.example.org"_ba
                                                 << "Chat.Example.org:443"_ba << true;
        QTest::newRow("given, TLS, another port") << "https://chat.example.org:8443"_ba
                                                  << "chat.example.org:8443"_ba << true;
        QTest::newRow("given address, TLS") << "https://[2001:db8::7]"_ba
                                            << "[2001:DB8:0::7]"_ba << true;
        QTest::newRow("given, page of another port") << "https://chat.example.org:8443"_ba
                                                     << "chat.example.org"_ba << false;
        QTest::newRow("given, Host of another port") << "https://chat.example.org"_ba
                                                     << "chat.example.org:3000"_ba << false;
        QTest::newRow("given, other Host") << "https://chat.example.org"_ba
                                           << "kitchen"_ba << false;
        QTest::newRow("given, other scheme") << "ftp://chat.example.org"_ba
                                             << "chat.example.org"_ba << false;
        QTest::newRow("below the given one") << "https://evil.chat.example.org"_ba
                                             << "evil.chat.example.org"_ba << false;
        QTest::newRow("DNS rebinding, default port") << "http://evil.example"_ba
                                                     << "evil.example"_ba << false;
        QTest::newRow("DNS rebinding, https") << "https://evil.example"_ba
                                              << "evil.example"_ba << false;
        QTest::newRow("localhost") << "http://localhost"_ba << own << true;
        QTest::newRow("localhost, any port, https") << "https://LOCALHOST:5173"_ba << own << true;
        QTest::newRow("below localhost") << "http://app.localhost:8080"_ba << own << true;
        QTest::newRow("127.0.0.1") << "http://127.0.0.1:8080"_ba << own << true;
        QTest::newRow("127.1.2.3") << "http://127.1.2.3"_ba << own << true;
        QTest::newRow("::1") << "http://[::1]:9"_ba << own << true;
        QTest::newRow("localhost of another scheme") << "chrome-extension://localhost"_ba << own << false;
        QTest::newRow("not quite localhost") << "http://notlocalhost"_ba << own << false;
        QTest::newRow("localhost in another domain") << "http://localhost.evil.example"_ba << own << false;
        QTest::newRow("127 in another domain") << "http://127.0.0.1.evil.example"_ba << own << false;
        QTest::newRow("foreign") << "https://evil.example"_ba << own << false;
        QTest::newRow("null") << "null"_ba << own << false;
        QTest::newRow("empty") << ""_ba << own << false;
        QTest::newRow("DNS rebinding") << "http://evil.example:3000"_ba
                                       << "evil.example:3000"_ba << false;
        QTest::newRow("listed") << "https://class.example.org"_ba << own << true;
        QTest::newRow("listed, written out") << "HTTPS://Class.Example.org:443"_ba << own << true;
        QTest::newRow("listed, other scheme") << "http://class.example.org"_ba << own << false;
        QTest::newRow("listed, other port") << "https://class.example.org:444"_ba << own << false;
    }
    void accepts()
    {
        QFETCH(const QByteArray, origin);
        QFETCH(const QByteArray, host);
        QFETCH(const bool, accepted);
        OriginPolicy policy({"https://class.example.org/"}, false);
        policy.setServer(
            {u"localhost"_s, u"kitchen"_s, u"kitchen.local"_s, u"192.168.0.5"_s, u"2001:db8::5"_s},
            {u"Chat.example.org"_s, u"2001:db8::7"_s});
        OriginRequest request{{origin}, host, QHostAddress(u"10.9.8.7"_s)};
        if (origin.isNull())
            request.origins.clear();
        QCOMPARE(policy.accepts(request), accepted);
        QVERIFY(OriginPolicy({}, true).accepts(request));
    }

    void knowsItsOwnHost_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("own");
        for (const char *host : {"kitchen", "KITCHEN:3000", "kitchen.local:3000", "kitchen.local.",
                                 "192.168.0.5", "192.168.0.5:80", "[2001:db8:0::5]:3000", "10.9.8.7:3000",
                                 "localhost", "localhost:8080", "LocalHost.", "app.localhost",
                                 "127.0.0.1:3000", "127.1.2.3", "[::1]:3000", "chat.example.org:443"})
            QTest::newRow(host) << QByteArray(host) << true;
        for (const char *host : {"",
                                 "evil.example",
                                 "evil.example:3000",
                                 "192.168.0.6",
                                 "0.0.0.0:3000",
                                 "192.168.0.256",
                                 "192.168.0.5.5",
                                 "192.168..5",
                                 "192.168.0.5x",
                                 "1192.168.0.5",
                                 "[::]:3000",
                                 "localhost.evil.example",
                                 "notlocalhost",
                                 "127.0.0.1.evil.example",
                                 "10.9.8.7.evil.example",
                                 "kitchen.evil.example",
                                 "evil.kitchen",
                                 "kitchen/",
                                 "kitchen, evil.example",
                                 "u@kitchen",
                                 "[kitchen]",
                                 "kitchen:x",
                                 "2001:db8::5",
                                 "chat.example.org.evil.example",
                                 "."})
            QTest::addRow("foreign: %s", host) << QByteArray(host) << false;
    }
    void knowsItsOwnHost()
    {
        QFETCH(const QByteArray, host);
        QFETCH(const bool, own);
        // Whom it lets in has nothing to do with who it is.
        OriginPolicy policy({"http://evil.example"}, true);
        policy.setServer(
            {u"localhost"_s, u"Kitchen"_s, u"kitchen.local"_s, u"192.168.0.5"_s, u"2001:db8::5"_s},
            {u"chat.example.org"_s});
        QCOMPARE(policy.isOwnHost(host, QHostAddress(u"10.9.8.7"_s)), own);
    }

    void refusesTwoOrigins()
    {
        const OriginPolicy policy({}, false);
        QVERIFY(!policy.accepts({{"http://localhost", "http://localhost"}, "localhost", {}}));
    }

    void allowsMoreLater()
    {
        OriginPolicy policy({}, false);
        const OriginRequest request{{"null"}, "localhost", {}};
        QVERIFY(!policy.accepts(request));
        policy.allow("null");
        QVERIFY(policy.accepts(request));
    }

    void knowsWhereTlsMayEnd()
    {
        OriginPolicy policy({}, false);
        policy.setServer({u"kitchen"_s}, {u"chat.example.org"_s});
        const auto accepts = [&policy](const QByteArray &scheme, const QByteArray &host, bool isEncrypted) {
            return policy.accepts({{scheme + "://" + host}, host, {}, isEncrypted});
        };
        QVERIFY(accepts("https", "kitchen", true));
        QVERIFY(!accepts("http", "kitchen", true));
        QVERIFY(!accepts("https", "kitchen", false));
        QVERIFY(accepts("http", "kitchen", false));
        QVERIFY(accepts("https", "chat.example.org", true));
        // A proxy takes TLS away, and adds none to what came without.
        QVERIFY(!accepts("http", "chat.example.org", true));
        QVERIFY(accepts("https", "chat.example.org", false));
        QVERIFY(accepts("http", "chat.example.org", false));
    }

    void namesThisComputer()
    {
        const QStringList hosts = ownHosts(QHostAddress(QHostAddress::LocalHost));
        QVERIFY(hosts.contains(u"localhost"_s));
        QVERIFY(hosts.contains(u"127.0.0.1"_s));
        QVERIFY(QHostInfo::localHostName().isEmpty() ||
                hosts.contains(QHostInfo::localHostName().section(u'.', 0, 0) + u".local"_s));
        QVERIFY(QHostInfo::localHostName().isEmpty() || hosts.contains(QHostInfo::localHostName()));
        QVERIFY(ownHosts(QHostAddress(QHostAddress::Any)).contains(u"127.0.0.1"_s));
    }
};

QTEST_GUILESS_MAIN(TestOriginPolicy)
#include "tst_originpolicy.moc"
