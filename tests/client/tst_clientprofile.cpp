#include "client/clientprofile.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestClientProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checks_data();
    void checks();
    void followsToTheSameOriginAlone_data();
    void followsToTheSameOriginAlone();
};

void TestClientProfile::checks_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QList<QByteArray>>("subprotocols");
    QTest::addColumn<QByteArray>("headerName");
    QTest::addColumn<QByteArray>("headerValue");
    QTest::addColumn<ClientErrorKind>("kind");
    using Kind = ClientErrorKind;
    const QList<QByteArray> none;
    const QString url = u"ws://localhost:3000/chat"_s;
    QTest::newRow("ws") << url << none << "Origin"_ba
                        << "http://a"_ba << Kind::None;
    QTest::newRow("wss") << u"WSS://example.org"_s << none << "X"_ba
                         << ""_ba << Kind::None;
    QTest::newRow("IPv6") << u"ws://[::1]:3000"_s << none << "X"_ba
                          << "y"_ba << Kind::None;
    QTest::newRow("http") << u"http://localhost"_s << none << "X"_ba
                          << "y"_ba << Kind::BadUrl;
    QTest::newRow("no scheme") << u"localhost:3000"_s << none << "X"_ba
                               << "y"_ba << Kind::BadUrl;
    QTest::newRow("no host") << u"ws:///chat"_s << none << "X"_ba
                             << "y"_ba << Kind::BadUrl;
    QTest::newRow("empty") << QString() << none << "X"_ba
                           << "y"_ba << Kind::BadUrl;
    QTest::newRow("bad port") << u"ws://localhost:99999"_s << none << "X"_ba
                              << "y"_ba << Kind::BadUrl;
    QTest::newRow("two subprotocols") << url << QList{"echo"_ba, "chat"_ba} << "X"_ba
                                      << "y"_ba << Kind::None;
    QTest::newRow("offered twice") << url << QList{"echo"_ba, "echo"_ba} << "X"_ba
                                   << "y"_ba << Kind::BadSubprotocol;
    QTest::newRow("no token") << url << QList{"a b"_ba} << "X"_ba
                              << "y"_ba << Kind::BadSubprotocol;
    QTest::newRow("empty subprotocol") << url << QList{""_ba} << "X"_ba
                                       << "y"_ba << Kind::BadSubprotocol;
    QTest::newRow("header name") << url << none << "X:"_ba
                                 << "y"_ba << Kind::BadHeader;
    QTest::newRow("header value") << url << none << "X"_ba
                                  << "y\r\nZ: z"_ba << Kind::BadHeader;
}

void TestClientProfile::checks()
{
    QFETCH(QString, url);
    QFETCH(QList<QByteArray>, subprotocols);
    QFETCH(QByteArray, headerName);
    QFETCH(QByteArray, headerValue);
    QFETCH(ClientErrorKind, kind);
    ClientProfile profile;
    profile.url = QUrl(url);
    profile.subprotocols = subprotocols;
    profile.extraHeaders = {{headerName, headerValue}};
    QCOMPARE(int(checkProfile(profile)), int(kind));
}

void TestClientProfile::followsToTheSameOriginAlone_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("same");
    QTest::newRow("another path") << u"wss://a/b"_s << true;
    QTest::newRow("the port said") << u"wss://a:443/"_s << true;
    QTest::newRow("HTTP's scheme") << u"https://a/"_s << true;
    QTest::newRow("another host") << u"wss://b/"_s << false;
    QTest::newRow("another port") << u"wss://a:444/"_s << false;
    QTest::newRow("in the clear") << u"ws://a/"_s << false;
    QTest::newRow("in the clear, at the same port") << u"http://a:443/"_s << false;
}

void TestClientProfile::followsToTheSameOriginAlone()
{
    QFETCH(const QString, target);
    QFETCH(const bool, same);
    ClientProfile profile;
    profile.url = QUrl(u"wss://a/"_s);
    QVERIFY(mayFollow(profile, QUrl(target))); // there is nothing to go astray
    profile.extraHeaders = {{"Cookie", "a=b"}};
    QCOMPARE(mayFollow(profile, QUrl(target)), same);
}

QTEST_APPLESS_MAIN(TestClientProfile)
#include "tst_clientprofile.moc"
