#include "core/wire/handshake.h"

#include <QSet>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

using Headers = QList<HttpHeader>;

const QByteArray tutorialKey = "dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray tutorialAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

RequestHead requestWith(const Headers &headers)
{
    RequestHead request{"GET", "/chat", 1, {}};
    for (const HttpHeader &header : headers)
        request.headers.append(header.name, header.value);
    return request;
}

Headers requestHeaders()
{
    return {{"Host", "server.example.com"},   {"Upgrade", "websocket"},
            {"Connection", "Upgrade"},        {"Sec-WebSocket-Key", tutorialKey},
            {"Origin", "http://example.com"}, {"Sec-WebSocket-Protocol", "chat, superchat"},
            {"Sec-WebSocket-Version", "13"}};
}

Headers responseHeaders()
{
    return {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Accept", tutorialAccept}};
}

/// The headers with those of this name replaced by one with each of the values.
Headers replaced(Headers headers, const QByteArray &name, const QList<QByteArray> &values)
{
    headers.removeIf([&name](const HttpHeader &header) { return header.name == name; });
    for (const QByteArray &value : values)
        headers.append({name, value});
    return headers;
}

struct RequestRow
{
    const char *name;
    RequestHead request;
    RequestError error;
};

QList<RequestRow> requestTable()
{
    using enum RequestError;
    const auto with = [](const QByteArray &name, const QList<QByteArray> &values) {
        return requestWith(replaced(requestHeaders(), name, values));
    };
    RequestHead post = requestWith(requestHeaders());
    post.method = "POST";
    RequestHead lowerCase = requestWith(requestHeaders());
    lowerCase.method = "get";
    RequestHead old = requestWith(requestHeaders());
    old.minorVersion = 0;
    return {
        {"tutorial", requestWith(requestHeaders()), None},
        {"case does not matter", with("Upgrade", {"WebSocket"}), None},
        {"Firefox", with("Connection", {"keep-alive, Upgrade"}), None},
        {"two Connection headers", with("Connection", {"keep-alive", "upgrade"}), None},
        {"no subprotocol", with("Sec-WebSocket-Protocol", {}), None},
        {"subprotocols that differ in case", with("Sec-WebSocket-Protocol", {"chat, Chat"}), None},
        {"POST", post, MethodNotGet},
        {"get", lowerCase, MethodNotGet},
        {"HTTP/1.0", old, HttpVersionTooOld},
        {"no Host", with("Host", {}), HostMissing},
        {"empty Host", with("Host", {""}), HostMissing},
        {"two Hosts", with("Host", {"a", "b"}), HostMissing},
        {"no Upgrade", with("Upgrade", {}), UpgradeMissing},
        {"Upgrade to something else", with("Upgrade", {"h2c"}), UpgradeMissing},
        {"no Connection", with("Connection", {}), ConnectionMissing},
        {"Connection without Upgrade", with("Connection", {"keep-alive"}), ConnectionMissing},
        {"no key", with("Sec-WebSocket-Key", {}), KeyMissing},
        {"two keys", with("Sec-WebSocket-Key", {tutorialKey, tutorialKey}), KeyMissing},
        {"empty key", with("Sec-WebSocket-Key", {""}), KeyNot16Octets},
        {"key of 15 octets", with("Sec-WebSocket-Key", {QByteArray(15, 'x').toBase64()}), KeyNot16Octets},
        {"no version", with("Sec-WebSocket-Version", {}), VersionMissing},
        {"two versions", with("Sec-WebSocket-Version", {"13", "8"}), VersionMissing},
        {"version 8", with("Sec-WebSocket-Version", {"8"}), VersionUnsupported},
        {"version 013", with("Sec-WebSocket-Version", {"013"}), VersionUnsupported},
        {"subprotocol with a space", with("Sec-WebSocket-Protocol", {"a b"}), SubprotocolInvalid},
        {"subprotocol in Korean", with("Sec-WebSocket-Protocol", {"채팅"}), SubprotocolInvalid},
        {"subprotocol twice", with("Sec-WebSocket-Protocol", {"chat, echo, chat"}), SubprotocolInvalid},
        {"subprotocol twice in two headers", with("Sec-WebSocket-Protocol", {"a", "a"}), SubprotocolInvalid},
    };
}

struct ResponseRow
{
    const char *name;
    int status;
    Headers headers;
    ResponseError error;
    QByteArray subprotocol;
};

QList<ResponseRow> responseTable()
{
    using enum ResponseError;
    const auto with = [](const QByteArray &name, const QList<QByteArray> &values) {
        return replaced(responseHeaders(), name, values);
    };
    const QByteArray wrongAccept = tutorialAccept.toLower();
    return {
        {"tutorial", 101, responseHeaders(), None, ""},
        {"case does not matter", 101, with("Upgrade", {"WebSocket"}), None, ""},
        {"Connection list", 101, with("Connection", {"keep-alive, upgrade"}), None, ""},
        {"first subprotocol", 101, with("Sec-WebSocket-Protocol", {"chat"}), None, "chat"},
        {"second subprotocol", 101, with("Sec-WebSocket-Protocol", {"echo"}), None, "echo"},
        {"empty extensions", 101, with("Sec-WebSocket-Extensions", {""}), None, ""},
        {"200", 200, responseHeaders(), StatusNot101, ""},
        {"400", 400, {}, StatusNot101, ""},
        {"302", 302, {}, StatusNot101, ""},
        {"no Upgrade", 101, with("Upgrade", {}), UpgradeMissing, ""},
        {"Upgrade to something else", 101, with("Upgrade", {"websocket, h2c"}), UpgradeMissing, ""},
        {"no Connection", 101, with("Connection", {}), ConnectionMissing, ""},
        {"Connection: close", 101, with("Connection", {"close"}), ConnectionMissing, ""},
        {"no Accept", 101, with("Sec-WebSocket-Accept", {}), AcceptMissing, ""},
        {"empty Accept", 101, with("Sec-WebSocket-Accept", {""}), AcceptWrong, ""},
        {"Accept in another case", 101, with("Sec-WebSocket-Accept", {wrongAccept}), AcceptWrong, ""},
        {"two Accepts", 101, with("Sec-WebSocket-Accept", {tutorialAccept, "x"}), AcceptWrong, ""},
        {"other subprotocol", 101, with("Sec-WebSocket-Protocol", {"superchat"}), SubprotocolNotOffered, ""},
        {"subprotocol in another case", 101, with("Sec-WebSocket-Protocol", {"Chat"}), SubprotocolNotOffered,
         ""},
        {"two subprotocols", 101, with("Sec-WebSocket-Protocol", {"chat, echo"}), SubprotocolNotOffered, ""},
        {"two subprotocol headers", 101, with("Sec-WebSocket-Protocol", {"chat", "echo"}),
         SubprotocolNotOffered, ""},
        {"empty subprotocol", 101, with("Sec-WebSocket-Protocol", {""}), SubprotocolNotOffered, ""},
        {"extension", 101, with("Sec-WebSocket-Extensions", {"permessage-deflate; a=1"}), ExtensionNotOffered,
         ""},
    };
}

ResponseHead responseWith(int status, const Headers &headers)
{
    ResponseHead response;
    response.status = status;
    for (const HttpHeader &header : headers)
        response.headers.append(header.name, header.value);
    return response;
}

HandshakeOffer tutorialOffer()
{
    return {QUrl(u"ws://localhost:3000"_s), tutorialKey, {"chat", "echo"}, {}};
}

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT

private slots:
    void acceptOfTheTutorial() { QCOMPARE(acceptForKey(tutorialKey), tutorialAccept); }

    void validKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("valid");
        QTest::newRow("tutorial") << tutorialKey << true;
        QTest::newRow("octets 1 to 16") << "AQIDBAUGBwgJCgsMDQ4PEA=="_ba << true;
        QTest::newRow("all letters of base64") << "+/9876543210zyxwvutsrg=="_ba << true;
        QTest::newRow("empty") << ""_ba << false;
        QTest::newRow("15 octets") << QByteArray(15, 'x').toBase64() << false;
        QTest::newRow("17 octets") << QByteArray(17, 'x').toBase64() << false;
        QTest::newRow("18 octets, 24 characters") << QByteArray(18, 'x').toBase64() << false;
        QTest::newRow("no padding") << "dGhlIHNhbXBsZSBub25jZQ"_ba << false;
        QTest::newRow("half the padding") << "dGhlIHNhbXBsZSBub25jZQ="_ba << false;
        QTest::newRow("bits behind the last octet") << "dGhlIHNhbXBsZSBub25jZR=="_ba << false;
        QTest::newRow("base64url") << "-_9876543210zyxwvutsrg=="_ba << false;
        QTest::newRow("character out of the alphabet") << "dGhlIHNhbXBsZSBub25j*Q=="_ba << false;
        QTest::newRow("space") << "dGhlIHNhbXBsZSBub25jZQ== "_ba << false;
        QTest::newRow("padding in the middle") << "dGhlIHNhbXBs==BlIG5vbmNlZQ"_ba << false;
    }

    void validKeys()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const bool, valid);
        QCOMPARE(isValidKey(key), valid);
    }

    void madeKeys()
    {
        QSet<QByteArray> keys;
        for (int i = 0; i < 32; ++i) {
            const QByteArray key = makeKey();
            QVERIFY(isValidKey(key));
            keys.insert(key);
        }
        QCOMPARE(keys.size(), 32);
    }

    void requests_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = requestTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void requests()
    {
        QFETCH(const qsizetype, row);
        const RequestRow expected = requestTable().at(row);
        QCOMPARE(checkRequest(expected.request), expected.error);
        QCOMPARE(asksForWebSocket(expected.request), expected.error != RequestError::UpgradeMissing);
    }

    void everyRequestErrorHasARow()
    {
        QSet<int> visited;
        const auto rows = requestTable();
        for (const RequestRow &row : rows)
            visited.insert(int(row.error));
        QCOMPARE(visited.size(), requestErrorCount);
    }

    void subprotocolsInOrder()
    {
        const RequestHead request =
            requestWith({{"Sec-WebSocket-Protocol", "nope, chatting"}, {"sec-websocket-protocol", "echo"}});
        QCOMPARE(offeredSubprotocols(request), (QList<QByteArray>{"nope", "chatting", "echo"}));
        QVERIFY(offeredSubprotocols(requestWith({})).isEmpty());
    }

    void responses_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = responseTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void responses()
    {
        QFETCH(const qsizetype, row);
        const ResponseRow expected = responseTable().at(row);
        HandshakeAgreement agreement{"stale", DeflateParameters()};
        QCOMPARE(checkResponse(responseWith(expected.status, expected.headers), tutorialOffer(), agreement),
                 expected.error);
        QCOMPARE(agreement.subprotocol, expected.subprotocol);
        QVERIFY(!agreement.deflate);
    }

    void everyResponseErrorHasARow()
    {
        QSet<int> visited;
        const auto rows = responseTable();
        for (const ResponseRow &row : rows)
            visited.insert(int(row.error));
        visited.insert(int(ResponseError::ExtensionParametersInvalid)); // deflateIsOfferedAndAgreedOn()
        QCOMPARE(visited.size(), responseErrorCount);
    }

    void noSubprotocolWasOffered()
    {
        HandshakeOffer offer = tutorialOffer();
        offer.subprotocols.clear();
        HandshakeAgreement agreement;
        const Headers headers = replaced(responseHeaders(), "Sec-WebSocket-Protocol", {"chat"});
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement),
                 ResponseError::SubprotocolNotOffered);
    }

    void theAnswerIsHeldAgainstWhatWasSent()
    {
        HandshakeOffer offer = tutorialOffer();
        offer.key = makeKey();
        offer.extraHeaders = {{"sec-websocket-key", tutorialKey},
                              {"Sec-WebSocket-Protocol", "mine"},
                              {"Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"}};
        Headers headers = replaced(responseHeaders(), "Sec-WebSocket-Protocol", {"mine"});
        headers =
            replaced(headers, "Sec-WebSocket-Extensions", {"permessage-deflate;server_no_context_takeover"});
        HandshakeAgreement agreement;
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement), ResponseError::None);
        QCOMPARE(agreement.subprotocol, "mine");
        QCOMPARE(agreement.deflate, DeflateParameters{.serverNoContextTakeover = true});
        headers = replaced(headers, "Sec-WebSocket-Extensions", {"permessage-deflate"});
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement), ResponseError::None);
        headers = replaced(headers, "Sec-WebSocket-Extensions", {"permessage-deflate; a=1"});
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement),
                 ResponseError::ExtensionParametersInvalid);
        headers = replaced(headers, "Sec-WebSocket-Extensions", {"other"});
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement),
                 ResponseError::ExtensionNotOffered);
        headers = replaced(headers, "Sec-WebSocket-Extensions", {"permessage-deflate, other"});
        QCOMPARE(checkResponse(responseWith(101, headers), offer, agreement),
                 ResponseError::ExtensionNotOffered);
    }

    void deflateIsOfferedAndAgreedOn()
    {
        HandshakeOffer offer = tutorialOffer();
        offer.offerDeflate = true;
        QVERIFY(buildRequest(offer).contains(
            "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"));
        HandshakeAgreement agreement;
        QCOMPARE(checkResponse(responseWith(101, responseHeaders()), offer, agreement), ResponseError::None);
        QVERIFY(!agreement.deflate);
        const auto answered = [&](const QByteArray &answer) {
            const Headers headers = replaced(responseHeaders(), "Sec-WebSocket-Extensions", {answer});
            return checkResponse(responseWith(101, headers), offer, agreement);
        };
        QCOMPARE(answered("permessage-deflate; client_max_window_bits=9"), ResponseError::None);
        QCOMPARE(agreement.deflate, DeflateParameters{.clientMaxWindowBits = 9});
        QCOMPARE(answered("permessage-deflate; client_max_window_bits"),
                 ResponseError::ExtensionParametersInvalid);
        QVERIFY(!agreement.deflate);

        // What the user writes replaces ours.
        offer.extraHeaders = {{"Sec-WebSocket-Extensions", "permessage-deflate"}};
        QCOMPARE(answered("permessage-deflate; client_max_window_bits=9"),
                 ResponseError::ExtensionParametersInvalid);
        QVERIFY(!buildRequest(offer).contains("client_max_window_bits"));
    }

    void builtRequestLiterally()
    {
        HandshakeOffer offer{
            QUrl(u"ws://server.example.com/chat?x=1#part"_s), tutorialKey, {"chat", "echo"}, {}};
        offer.extraHeaders = {{"Origin", "http://example.com"}, {"Cookie", "a=b"}};
        QCOMPARE(buildRequest(offer), "GET /chat?x=1 HTTP/1.1\r\n"
                                      "Host: server.example.com\r\n"
                                      "User-Agent: Confab\r\n"
                                      "Upgrade: websocket\r\n"
                                      "Connection: Upgrade\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                      "Sec-WebSocket-Version: 13\r\n"
                                      "Sec-WebSocket-Protocol: chat, echo\r\n"
                                      "Origin: http://example.com\r\n"
                                      "Cookie: a=b\r\n"
                                      "\r\n");
    }

    void tellsWhoTheUrlSaysThatWeAre_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QByteArray>("line");
        // The example of RFC 7617 §2, and that of §2.1, which has a pound sign.
        QTest::newRow("user and password") << QUrl(u"ws://Aladdin:open%20sesame@h/"_s)
                                           << "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"_ba;
        QTest::newRow("UTF-8") << QUrl(u"ws://test:123%C2%A3@h/"_s)
                               << "Authorization: Basic dGVzdDoxMjPCow==\r\n"_ba;
        QTest::newRow("user alone") << QUrl(u"ws://user@h/"_s) << "Authorization: Basic dXNlcjo=\r\n"_ba;
        QTest::newRow("nobody") << QUrl(u"ws://h/"_s) << QByteArray();
    }
    void tellsWhoTheUrlSaysThatWeAre()
    {
        QFETCH(const QUrl, url);
        QFETCH(const QByteArray, line);
        HandshakeOffer offer{url, tutorialKey, {}, {}};
        const QByteArray request = buildRequest(offer);
        QCOMPARE(request.contains("Authorization"), !line.isEmpty());
        QVERIFY2(request.contains(line), request.constData());
        QVERIFY(request.contains("\r\nHost: h\r\n"));
        offer.extraHeaders = {{"authorization", "Bearer x"}};
        const QByteArray replaced = buildRequest(offer);
        QVERIFY(replaced.contains("authorization: Bearer x\r\n") && !replaced.contains("Basic"));
    }

    void extraHeadersReplaceOurs()
    {
        HandshakeOffer offer = tutorialOffer();
        offer.extraHeaders = {{"X-First", "1"},       {"host", "other"},
                              {"USER-AGENT", "mine"}, {"sec-websocket-version", "8"},
                              {"Host", "again"},      {"X-Last", ""}};
        QCOMPARE(buildRequest(offer), "GET / HTTP/1.1\r\n"
                                      "host: other\r\n"
                                      "Host: again\r\n"
                                      "USER-AGENT: mine\r\n"
                                      "Upgrade: websocket\r\n"
                                      "Connection: Upgrade\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                      "sec-websocket-version: 8\r\n"
                                      "Sec-WebSocket-Protocol: chat, echo\r\n"
                                      "X-First: 1\r\n"
                                      "X-Last: \r\n"
                                      "\r\n");
    }

    void nothingBreaksTheHead()
    {
        HandshakeOffer offer = tutorialOffer();
        offer.subprotocols = {"a\r\nX-Smuggled: 1"};
        offer.extraHeaders = {{"X-A", "1\r\nX-Smuggled: 1"}, {"X B", "1"}, {"", "1"}, {"X-C", "안녕"}};
        const QByteArray request = buildRequest(offer);
        QVERIFY(!request.contains("Smuggled") && !request.contains("X B"));
        QVERIFY(request.contains("X-C: 안녕\r\n"));
        RequestHead head;
        QCOMPARE(parseRequestHead(request, head), HttpError::None);
        QCOMPARE(checkRequest(head), RequestError::None);
    }

    void targetsAndHosts_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("no path") << u"ws://localhost:3000"_s << "/"_ba
                                 << "localhost:3000"_ba;
        QTest::newRow("query alone") << u"ws://localhost:3000?a=b"_s << "/?a=b"_ba
                                     << "localhost:3000"_ba;
        QTest::newRow("empty query") << u"ws://h/?"_s << "/?"_ba
                                     << "h"_ba;
        QTest::newRow("default port") << u"ws://h:80/"_s << "/"_ba
                                      << "h"_ba;
        QTest::newRow("default TLS port") << u"wss://h:443/"_s << "/"_ba
                                          << "h"_ba;
        QTest::newRow("TLS port without TLS") << u"ws://h:443/"_s << "/"_ba
                                              << "h:443"_ba;
        QTest::newRow("port 80 with TLS") << u"wss://h:80/"_s << "/"_ba
                                          << "h:80"_ba;
        QTest::newRow("IPv4") << u"ws://127.0.0.1:3000/x"_s << "/x"_ba
                              << "127.0.0.1:3000"_ba;
        QTest::newRow("IPv6") << u"ws://[::1]:3000/x"_s << "/x"_ba
                              << "[::1]:3000"_ba;
        QTest::newRow("IPv6, default port") << u"ws://[::1]/x"_s << "/x"_ba
                                            << "[::1]"_ba;
        QTest::newRow("IPv6 with a zone") << u"ws://[fe80::1%25eth0]:3000/"_s << "/"_ba
                                          << "[fe80::1]:3000"_ba;
        QTest::newRow("Korean path") << u"ws://h/room/가 나?말=가"_s
                                     << "/room/%EA%B0%80%20%EB%82%98?%EB%A7%90=%EA%B0%80"_ba
                                     << "h"_ba;
        QTest::newRow("Korean host") << u"ws://한국.kr/"_s << "/"_ba
                                     << "xn--3e0b707e.kr"_ba;
        QTest::newRow("encoded stays encoded") << u"ws://h/a%2Fb"_s << "/a%2Fb"_ba
                                               << "h"_ba;
        QTest::newRow("password is not sent") << u"ws://me:secret@h/"_s << "/"_ba
                                              << "h"_ba;
    }

    void targetsAndHosts()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, host);
        HandshakeOffer offer = tutorialOffer();
        offer.url = QUrl(url);
        QVERIFY(offer.url.isValid());
        RequestHead head;
        QCOMPARE(parseRequestHead(buildRequest(offer), head), HttpError::None);
        QCOMPARE(head.target, target);
        QCOMPARE(head.headers.value("Host"), host);
        QCOMPARE(checkRequest(head), RequestError::None);
        QCOMPARE(offeredSubprotocols(head), offer.subprotocols);
    }
};

QTEST_APPLESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
