#include "ui/views/serveraddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestServerAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestServerAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<ServerAddress::Change>("change");
    using Change = ServerAddress::Change;
    QTest::newRow("ws") << u"ws://localhost:3000"_s << u"ws://localhost:3000"_s << Change::None;
    QTest::newRow("wss with query") << u"wss://h/p?q=1"_s << u"wss://h/p?q=1"_s << Change::None;
    QTest::newRow("upper case") << u"WS://Host"_s << u"ws://host"_s << Change::None;
    QTest::newRow("blanks around") << u"  ws://h \n"_s << u"ws://h"_s << Change::None;
    QTest::newRow("host and port") << u"localhost:3000"_s << u"ws://localhost:3000"_s << Change::SchemeAdded;
    QTest::newRow("host alone") << u"example.org"_s << u"ws://example.org"_s << Change::SchemeAdded;
    QTest::newRow("address and path")
        << u"192.168.0.7:3000/chat"_s << u"ws://192.168.0.7:3000/chat"_s << Change::SchemeAdded;
    QTest::newRow("IPv6") << u"[::1]:3000"_s << u"ws://[::1]:3000"_s << Change::SchemeAdded;
    QTest::newRow("port alone") << u":3000"_s << u"ws://localhost:3000"_s << Change::SchemeAdded;
    QTest::newRow("another address in the query")
        << u"localhost:3000/?next=http://h"_s << u"ws://localhost:3000/?next=http://h"_s
        << Change::SchemeAdded;
    QTest::newRow("http") << u"http://h:3000/a"_s << u"ws://h:3000/a"_s << Change::SchemeReplaced;
    QTest::newRow("join link with a PIN")
        << u"http://h:3000/room/a#pin=0815"_s << u"ws://h:3000/room/a?pin=0815"_s << Change::SchemeReplaced;
    QTest::newRow("join link without its scheme")
        << u"192.168.0.7:3000/#pin=0815"_s << u"ws://192.168.0.7:3000/?pin=0815"_s << Change::SchemeAdded;
    QTest::newRow("join link with another scheme")
        << u"wss://h/#pin=0815"_s << u"wss://h/?pin=0815"_s << Change::None;
    QTest::newRow("link with a fragment")
        << u"http://h/a?b=1#part"_s << u"ws://h/a?b=1"_s << Change::SchemeReplaced;
    QTest::newRow("https") << u"HTTPS://h"_s << u"wss://h"_s << Change::SchemeReplaced;
}

void TestServerAddress::reads()
{
    QFETCH(QString, text);
    const ServerAddress address = parseServerAddress(text);
    QCOMPARE(address.error, ServerAddress::Error::None);
    QTEST(address.url.toString(), "url");
    QTEST(address.change, "change");
}

void TestServerAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ServerAddress::Error>("error");
    using Error = ServerAddress::Error;
    QTest::newRow("nothing") << QString() << Error::Empty;
    QTest::newRow("blanks") << u"   "_s << Error::Empty;
    QTest::newRow("ftp") << u"ftp://h"_s << Error::SchemeUnsupported;
    QTest::newRow("scheme without a name") << u"://h"_s << Error::SchemeUnsupported;
    QTest::newRow("no host") << u"ws://"_s << Error::Malformed;
    QTest::newRow("path alone") << u"ws:///chat"_s << Error::Malformed;
    QTest::newRow("port too large") << u"ws://h:99999"_s << Error::Malformed;
    QTest::newRow("blank inside the host") << u"ws://a b"_s << Error::Malformed;
}

void TestServerAddress::refuses()
{
    QFETCH(QString, text);
    const ServerAddress address = parseServerAddress(text);
    QTEST(address.error, "error");
    QVERIFY(address.url.isEmpty());
}

QTEST_APPLESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
