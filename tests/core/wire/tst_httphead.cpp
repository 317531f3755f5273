#include "core/wire/httphead.h"
#include "tests/core/wire/splits.h"

#include <QSet>
#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

struct ErrorRow
{
    const char *name;
    QByteArray head;
    HttpError error;
};

QList<ErrorRow> requestErrorTable()
{
    using enum HttpError;
    const auto withLine = [](const QByteArray &line) { return "GET / HTTP/1.1\r\n" + line + "\r\n\r\n"; };
    return {
        {"no version", "GET /\r\n\r\n", BadStartLine},
        {"empty line", "\r\n\r\n", BadStartLine},
        {"space in the target", "GET /a b HTTP/1.1\r\n\r\n", BadStartLine},
        {"two spaces", "GET  / HTTP/1.1\r\n\r\n", BadStartLine},
        {"empty target", "GET  HTTP/1.1\r\n\r\n", BadStartLine},
        {"no method", " / HTTP/1.1\r\n\r\n", BadStartLine},
        {"method that is not a token", "G(T / HTTP/1.1\r\n\r\n", BadStartLine},
        {"tab in the target", "GET /\t HTTP/1.1\r\n\r\n", BadStartLine},
        {"octet past ASCII in the target", "GET /\xC3\xA9 HTTP/1.1\r\n\r\n", BadStartLine},
        {"TLS", "\x16\x03\x01\x02\r\n\r\n", BadStartLine},
        {"HTTP/2.0", "GET / HTTP/2.0\r\n\r\n", BadVersion},
        {"HTTP/1.10", "GET / HTTP/1.10\r\n\r\n", BadVersion},
        {"HTTP/1.", "GET / HTTP/1.\r\n\r\n", BadVersion},
        {"http/1.1", "GET / http/1.1\r\n\r\n", BadVersion},
        {"no HTTP", "GET / WS/1.1\r\n\r\n", BadVersion},
        {"space after the version", "GET / HTTP/1.1 \r\n\r\n", BadStartLine},
        {"no colon", withLine("Host"), BadHeaderName},
        {"no name", withLine(": x"), BadHeaderName},
        {"space before the colon", withLine("Host : x"), BadHeaderName},
        {"space in the name", withLine("Ho st: x"), BadHeaderName},
        {"control character in the name", withLine("Ho\x01st: x"), BadHeaderName},
        {"octet past ASCII in the name", withLine("H\xC3\xB6st: x"), BadHeaderName},
        {"NUL in the value", withLine("A: x\0y"_ba), BadHeaderValue},
        {"escape in the value", withLine("A: \x1B[2J"), BadHeaderValue},
        {"delete in the value", withLine("A: x\x7F"), BadHeaderValue},
        {"bare carriage return in the value", withLine("A: x\ry"), BadHeaderValue},
        {"folded", withLine("A: x\r\n y"), FoldedHeader},
        {"folded with a tab", withLine("A: x\r\n\ty"), FoldedHeader},
        {"folded first", withLine(" A: x"), FoldedHeader},
        {"bare line feed in the start line", "GET / HTTP/1.1\n\r\n", BareLineFeed},
        {"bare line feed behind a header", "GET / HTTP/1.1\r\nA: x\nB: y\r\n\r\n", BareLineFeed},
        {"bare line feeds only", "GET / HTTP/1.1\nA: x\n\n", BareLineFeed},
        {"bare line feed at the end", "GET / HTTP/1.1\r\nA: x\r\n\n", BareLineFeed},
        {"64 KiB and more", withLine("A: " + QByteArray(maxHeadSize, 'x')), HeadTooLarge},
    };
}

QList<ErrorRow> responseErrorTable()
{
    using enum HttpError;
    return {
        {"no status", "HTTP/1.1\r\n\r\n", BadStartLine},
        {"empty status", "HTTP/1.1 \r\n\r\n", BadStartLine},
        {"two digits", "HTTP/1.1 10 x\r\n\r\n", BadStartLine},
        {"four digits", "HTTP/1.1 1010 x\r\n\r\n", BadStartLine},
        {"letters", "HTTP/1.1 abc x\r\n\r\n", BadStartLine},
        {"status 000", "HTTP/1.1 000 x\r\n\r\n", BadStartLine},
        {"control character in the reason", "HTTP/1.1 101 \x07\r\n\r\n", BadStartLine},
        {"HTTP/2", "HTTP/2 101 x\r\n\r\n", BadVersion},
        {"not HTTP", "ICY 200 OK\r\n\r\n", BadVersion},
        {"bad name", "HTTP/1.1 101 x\r\nA B: c\r\n\r\n", BadHeaderName},
        {"bad value", "HTTP/1.1 101 x\r\nA: \x02\r\n\r\n", BadHeaderValue},
        {"folded", "HTTP/1.1 101 x\r\nA: b\r\n c\r\n\r\n", FoldedHeader},
        {"bare line feeds", "HTTP/1.1 101 x\n\n", BareLineFeed},
        {"100 KB", "HTTP/1.1 101 x\r\nA: " + QByteArray(100'000, 'x') + "\r\n\r\n", HeadTooLarge},
    };
}

void checkEveryErrorHasARow(const QList<ErrorRow> &rows)
{
    QSet<int> visited{int(HttpError::None)};
    for (const ErrorRow &row : rows)
        visited.insert(int(row.error));
    QCOMPARE(visited.size(), httpErrorCount);
}

void addErrorRows(const QList<ErrorRow> &rows)
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<HttpError>("error");
    for (const ErrorRow &row : rows)
        QTest::newRow(row.name) << row.head << row.error;
}

const QByteArray tutorialRequest = "GET /chat?room=%EA%B0%80 HTTP/1.1\r\n"
                                   "Host: server.example.com\r\n"
                                   "upgrade:websocket\r\n"
                                   "Connection: keep-alive,  Upgrade \t\r\n"
                                   "Sec-WebSocket-Protocol: chat, , echo\r\n"
                                   "sec-websocket-protocol:superchat\r\n"
                                   "X-Name: \xEC\x95\x88\xEB\x85\x95\r\n"
                                   "X-Empty:\r\n"
                                   "\r\n";

} // namespace

class TestHttpHead : public QObject
{
    Q_OBJECT

private slots:
    void request()
    {
        RequestHead head;
        QCOMPARE(parseRequestHead(tutorialRequest, head), HttpError::None);
        QCOMPARE(head.method, "GET");
        QCOMPARE(head.target, "/chat?room=%EA%B0%80");
        QCOMPARE(head.path(), "/chat");
        QCOMPARE(head.minorVersion, 1);
        const QList<HttpHeader> expected{
            {"Host", "server.example.com"},
            {"upgrade", "websocket"},
            {"Connection", "keep-alive,  Upgrade"},
            {"Sec-WebSocket-Protocol", "chat, , echo"},
            {"sec-websocket-protocol", "superchat"},
            {"X-Name", "\xEC\x95\x88\xEB\x85\x95"},
            {"X-Empty", ""},
        };
        QVERIFY(head.headers.all() == expected);
        QCOMPARE(head.headers.count("SEC-WEBSOCKET-PROTOCOL"), 2);
        QCOMPARE(head.headers.value("UPGRADE"), "websocket");
        QCOMPARE(head.headers.value("Missing"), "");
        QVERIFY(head.headers.contains("x-empty"));
        QVERIFY(!head.headers.contains("X"));
        QCOMPARE(head.headers.list("Sec-WebSocket-Protocol"),
                 (QList<QByteArray>{"chat", "echo", "superchat"}));
        QVERIFY(head.headers.listContains("connection", "upgrade"));
        QVERIFY(!head.headers.listContains("connection", "up"));
    }

    void response()
    {
        ResponseHead head;
        QCOMPARE(parseResponseHead("HTTP/1.0 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n", head),
                 HttpError::None);
        QCOMPARE(head.status, 101);
        QCOMPARE(head.reason, "Switching Protocols");
        QCOMPARE(head.minorVersion, 0);
        QCOMPARE(head.headers.value("upgrade"), "websocket");
        QCOMPARE(parseResponseHead("HTTP/1.1 404 \r\n\r\n", head), HttpError::None);
        QCOMPARE(head.status, 404);
        QCOMPARE(head.reason, "");
        QVERIFY(head.headers.all().isEmpty());
        QCOMPARE(parseResponseHead("HTTP/1.1 503\r\n\r\n", head), HttpError::None);
        QCOMPARE(head.status, 503);
    }

    void lengthAtEverySplit()
    {
        const QByteArray behind("\x81\x00\r\n\r\n", 6);
        for (const QByteArray &head :
             {tutorialRequest, "GET / HTTP/1.1\r\n\r\n"_ba, "GET / HTTP/1.1\nA: x\n\n"_ba,
              "GET / HTTP/1.1\nA: x\n\r\n"_ba, "\r\n\r\n"_ba}) {
            for (qsizetype size = 0; size < head.size(); ++size)
                QCOMPARE(headLength(head.first(size)), 0);
            QCOMPARE(headLength(head), head.size());
            QCOMPARE(headLength(head + behind), head.size());
        }
    }

    void cutHeadsAreNotHeads()
    {
        for (qsizetype size = 0; size < tutorialRequest.size(); ++size) {
            RequestHead head;
            head.method = "kept";
            QVERIFY(parseRequestHead(tutorialRequest.first(size), head) != HttpError::None);
            QCOMPARE(head.method, "kept");
        }
    }

    void requestErrors_data() { addErrorRows(requestErrorTable()); }

    void requestErrors()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const HttpError, error);
        QCOMPARE(headLength(head), head.size());
        RequestHead request;
        QCOMPARE(parseRequestHead(head, request), error);
        QVERIFY(request.method.isEmpty() && request.headers.all().isEmpty());
    }

    void responseErrors_data() { addErrorRows(responseErrorTable()); }

    void responseErrors()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const HttpError, error);
        QCOMPARE(headLength(head), head.size());
        ResponseHead response;
        QCOMPARE(parseResponseHead(head, response), error);
        QCOMPARE(response.status, 0);
    }

    void everyErrorHasARow()
    {
        checkEveryErrorHasARow(requestErrorTable());
        checkEveryErrorHasARow(responseErrorTable());
    }

    void theLargestHeadIsLegal()
    {
        const QByteArray start("GET / HTTP/1.1\r\nA: ");
        const QByteArray end("\r\n\r\n");
        RequestHead request;
        QCOMPARE(
            parseRequestHead(start + QByteArray(maxHeadSize - start.size() - end.size(), 'x') + end, request),
            HttpError::None);
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("root") << "/"_ba
                              << "/"_ba;
        QTest::newRow("query") << "/room/a%20b?x=/y?z"_ba
                               << "/room/a%20b"_ba;
        QTest::newRow("root with query") << "/?x"_ba
                                         << "/"_ba;
        QTest::newRow("absolute") << "http://host:3000/echo?x"_ba
                                  << "/echo"_ba;
        QTest::newRow("absolute without path") << "http://host"_ba
                                               << "/"_ba;
        QTest::newRow("absolute with query alone") << "http://host?x=/y"_ba
                                                   << "/"_ba;
        QTest::newRow("a URL within a query") << "/go?to=http://host/x"_ba
                                              << "/go"_ba;
        QTest::newRow("asterisk") << "*"_ba
                                  << "*"_ba;
    }

    void paths()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, path);
        RequestHead head;
        QCOMPARE(parseRequestHead("GET " + target + " HTTP/1.1\r\n\r\n", head), HttpError::None);
        QCOMPARE(head.path(), path);
    }

    void hosts_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("root") << "/"_ba
                              << "field"_ba;
        QTest::newRow("absolute") << "http://other:3000/echo?x"_ba
                                  << "other:3000"_ba;
        QTest::newRow("absolute without path") << "http://[::1]:80"_ba
                                               << "[::1]:80"_ba;
        QTest::newRow("absolute without authority") << "http:///x"_ba
                                                    << ""_ba;
        QTest::newRow("a URL within a query") << "/go?to=http://other/x"_ba
                                              << "field"_ba;
        QTest::newRow("asterisk") << "*"_ba
                                  << "field"_ba;
    }

    void hosts()
    {
        QFETCH(const QByteArray, target);
        RequestHead head;
        QCOMPARE(parseRequestHead("GET " + target + " HTTP/1.1\r\nHost: field\r\n\r\n", head),
                 HttpError::None);
        QTEST(head.host(), "host");
    }

    void lists_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QList<QByteArray>>("elements");
        using List = QList<QByteArray>;
        QTest::newRow("empty") << ""_ba << List{};
        QTest::newRow("commas") << ", ,\t,"_ba << List{};
        QTest::newRow("two") << "a,b"_ba << List{"a", "b"};
        QTest::newRow("blanks") << " a b \t, c"_ba << List{"a b", "c"};
        QTest::newRow("quoted comma") << "x; y=\"1,2\", z"_ba << List{"x; y=\"1,2\"", "z"};
        QTest::newRow("quoted quote") << "x=\"1\\\",2\", z"_ba << List{"x=\"1\\\",2\"", "z"};
        QTest::newRow("unfinished quote") << "x, \"y, z\\"_ba << List{"x", "\"y, z\\"};
    }

    void lists()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QList<QByteArray>, elements);
        HttpHeaders headers;
        headers.append("List", value);
        QCOMPARE(headers.list("list"), elements);
    }

    void tokens()
    {
        const QByteArray legal =
            "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        QVERIFY(isToken(legal));
        QVERIFY(isToken("confab.v1"));
        QVERIFY(!isToken(""));
        for (int octet = 0; octet < 256; ++octet) {
            QCOMPARE(isToken(QByteArray(1, char(octet))), legal.contains(char(octet)));
            QCOMPARE(isHeaderValue(QByteArray(1, char(octet))),
                     octet == '\t' || (octet >= 32 && octet != 127));
        }
        QVERIFY(isHeaderValue(""));
    }
};

QTEST_APPLESS_MAIN(TestHttpHead)
#include "tst_httphead.moc"
