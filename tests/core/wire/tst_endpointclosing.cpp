#include "tests/core/wire/endpointroles.h"

#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

using End = void (*)(Endpoint &endpoint);

} // namespace

class TestEndpointClosing : public QObject
{
    Q_OBJECT

private slots:
    void peerCloses_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<CloseCode>("code");
        QTest::addColumn<QString>("reason");
        for (const Role role : {Role::Server, Role::Client}) {
            const char *name = role == Role::Server ? "server" : "client";
            QTest::addRow("%s, empty", name) << role << ""_ba << CloseCode::NoStatusReceived << u""_s;
            QTest::addRow("%s, 1000", name) << role << hex("03 e8") << CloseCode::NormalClosure << u""_s;
            QTest::addRow("%s, 1012", name) << role << hex("03 f4") << CloseCode::ServiceRestart << u""_s;
            QTest::addRow("%s, 4001 in Korean", name)
                << role << hex("0f a1 ec 95 88 eb 85 95") << CloseCode(4001) << u"안녕"_s;
        }
    }

    void peerCloses()
    {
        QFETCH(const Role, role);
        QFETCH(const QByteArray, payload);
        QFETCH(const CloseCode, code);
        QFETCH(const QString, reason);
        const auto splits = splitsOf(fromPeer(role, Opcode::Close, payload));
        for (const Pieces &pieces : splits) {
            Endpoint endpoint = openEndpoint(role);
            const Events events = receive(endpoint, pieces);
            QCOMPARE(events.size(), size_t(1));
            QCOMPARE(events.front().kind, EndpointEvent::Kind::Close);
            QCOMPARE(events.front().closeStatus.code, code);
            QCOMPARE(events.front().closeStatus.reason, reason);
            QCOMPARE(endpoint.readyState(), ReadyState::Closing);
            QCOMPARE(endpoint.takeOutput(), fromUs(role, Opcode::Close, payload));
            // RFC 6455 §7.1.1: the server ends the transport, the client waits for it.
            QCOMPARE(endpoint.shouldEndTransport(), role == Role::Server);
            QVERIFY(!endpoint.close({CloseCode::GoingAway, {}}));
            QVERIFY(receive(endpoint, fromPeer(role, Opcode::Text, "dropped")).empty());
            QVERIFY(receive(endpoint, hex("ff ff")).empty());
            QVERIFY(endpoint.takeOutput().isEmpty());
            endpoint.transportEnded();
            const CloseOutcome outcome{{code, reason}, true, CloseStatus{code, reason}, WireError::None};
            QVERIFY(endpoint.outcome() == outcome);
        }
    }

    void weClose_data()
    {
        QTest::addColumn<CloseCode>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<CloseCode>("sentCode");
        QTest::addColumn<QString>("sentReason");
        const auto none = CloseCode::NoStatusReceived;
        const auto normal = CloseCode::NormalClosure;
        QTest::newRow("empty") << none << u""_s << none << u""_s;
        QTest::newRow("reason without code") << none << u"lost"_s << none << u""_s;
        QTest::newRow("1000") << normal << u"bye"_s << normal << u"bye"_s;
        QTest::newRow("4001") << CloseCode(4001) << u"안녕"_s << CloseCode(4001) << u"안녕"_s;
        QTest::newRow("1006 is not for the wire") << CloseCode::AbnormalClosure << u"x"_s << none << u""_s;
        QTest::newRow("1015 is not for the wire") << CloseCode::TlsHandshake << u"x"_s << none << u""_s;
        QTest::newRow("5000 is not for the wire") << CloseCode(5000) << u"x"_s << none << u""_s;
        QTest::newRow("Korean reason trimmed")
            << normal << u"x"_s + u"가"_s.repeated(50) << normal << u"x"_s + u"가"_s.repeated(40);
        QTest::newRow("emoji reason trimmed")
            << normal << u"🚀"_s.repeated(50) << normal << u"🚀"_s.repeated(30);
    }

    void weClose()
    {
        QFETCH(const CloseCode, code);
        QFETCH(const QString, reason);
        QFETCH(const CloseCode, sentCode);
        QFETCH(const QString, sentReason);
        for (const Role role : {Role::Server, Role::Client}) {
            Endpoint endpoint = openEndpoint(role);
            QVERIFY(endpoint.close({code, reason}));
            QVERIFY(!endpoint.close({code, reason}));
            const CloseStatus sent{sentCode, sentReason};
            QCOMPARE(endpoint.takeOutput(), fromUs(role, Opcode::Close, encodeClosePayload(sent)));
            QVERIFY(endpoint.isClosing() && !endpoint.shouldEndTransport());
            QVERIFY(endpoint.encode(Opcode::Text, "late").isEmpty());
            QVERIFY(endpoint.encode(Opcode::Ping, "late").isEmpty());

            // Until the peer's Close, what it had on the way is still heard, and pings are not answered any
            // more.
            QCOMPARE(described(receive(endpoint, fromPeer(role, Opcode::Text, "on the way") +
                                                     fromPeer(role, Opcode::Ping, "p"))),
                     "text 1 on the way\nping p\n");
            QVERIFY(!endpoint.shouldEndTransport());
            QCOMPARE(described(receive(endpoint, fromPeer(role, Opcode::Close, hex("03 e9")))),
                     "close 1001 \n");
            QVERIFY(endpoint.takeOutput().isEmpty());
            QCOMPARE(endpoint.shouldEndTransport(), role == Role::Server);
            endpoint.transportEnded();
            const CloseOutcome outcome{{CloseCode::GoingAway, {}}, true, sent, WireError::None};
            QVERIFY(endpoint.outcome() == outcome);
        }
    }

    void bothCloseAtOnce()
    {
        Endpoint client = openEndpoint(Role::Client);
        Endpoint server = openEndpoint(Role::Server);
        QVERIFY(client.close({CloseCode(4001), u"client"_s}));
        QVERIFY(server.close({CloseCode(4002), u"server"_s}));
        const QByteArray toServer = client.takeOutput();
        const QByteArray toClient = server.takeOutput();
        QCOMPARE(described(receive(client, toClient)), "close 4002 server\n");
        QCOMPARE(described(receive(server, toServer)), "close 4001 client\n");
        QVERIFY(client.takeOutput().isEmpty() && server.takeOutput().isEmpty());
        QVERIFY(server.shouldEndTransport() && !client.shouldEndTransport());
        server.transportEnded();
        client.transportEnded();
        QVERIFY(server.outcome().wasClean && client.outcome().wasClean);
        QCOMPARE(int(server.outcome().status.code), 4001);
        QCOMPARE(int(server.outcome().sent->code), 4002);
        QCOMPARE(int(client.outcome().status.code), 4002);
        QCOMPARE(int(client.outcome().sent->code), 4001);
    }

    void theTransportIsLost_data() { addRoles(); }

    void theTransportIsLost()
    {
        QFETCH(const Role, role);
        Endpoint endpoint = openEndpoint(role);
        receive(endpoint, fromPeer(role, Opcode::Text, "half").chopped(1));
        endpoint.transportEnded();
        CloseOutcome lost;
        lost.unfinished = endpoint.outcome().unfinished;
        QVERIFY(lost.unfinished && endpoint.outcome() == lost);
        QCOMPARE(endpoint.outcome().status.code, CloseCode::AbnormalClosure);
        QVERIFY(!endpoint.outcome().wasClean);

        Endpoint unanswered = openEndpoint(role);
        QVERIFY(unanswered.close({CloseCode::NormalClosure, {}}));
        unanswered.transportEnded();
        const CloseOutcome outcome{{CloseCode::AbnormalClosure, {}},
                                   false,
                                   CloseStatus{CloseCode::NormalClosure, {}},
                                   WireError::None};
        QVERIFY(unanswered.outcome() == outcome);
    }

    void aViolationAfterOurCloseIsAFailureWithoutASecondClose_data() { addRoles(); }

    void aViolationAfterOurCloseIsAFailureWithoutASecondClose()
    {
        QFETCH(const Role, role);
        Endpoint endpoint = openEndpoint(role);
        QVERIFY(endpoint.close({CloseCode::GoingAway, {}}));
        endpoint.takeOutput();
        QCOMPARE(described(receive(endpoint, hex("83") + fromPeer(role, Opcode::Close))),
                 "failure ReservedOpcode (RFC 6455 section 5.2)\n");
        QVERIFY(endpoint.takeOutput().isEmpty());
        QVERIFY(endpoint.shouldEndTransport());
        endpoint.transportEnded();
        const CloseOutcome outcome{{CloseCode::AbnormalClosure, {}},
                                   false,
                                   CloseStatus{CloseCode::GoingAway, {}},
                                   WireError::ReservedOpcode};
        QVERIFY(endpoint.outcome() == outcome);
    }

    void aCloseWithinAFragmentedMessage_data() { addRoles(); }

    void aCloseWithinAFragmentedMessage()
    {
        QFETCH(const Role, role);
        Endpoint endpoint = openEndpoint(role);
        QCOMPARE(described(receive(endpoint, fromPeer(role, Opcode::Text, "begun", false) +
                                                 fromPeer(role, Opcode::Close, closePayload(1001)))),
                 "close 1001 \n");
        QVERIFY(endpoint.outcome().wasClean);
    }

    void forgetsAMessageThatWillNotEnd_data()
    {
        QTest::addColumn<End>("end");
        QTest::addColumn<quint32>("fragments");
        const auto row = [](const char *name, End end, quint32 fragments = 1) {
            QTest::newRow(name) << end << fragments;
        };
        row("failure", [](Endpoint &endpoint) { receive(endpoint, hex("83 00")); });
        row("another message", [](Endpoint &endpoint) { receive(endpoint, hex("81 01 61")); });
        row(
            "not UTF-8", [](Endpoint &endpoint) { receive(endpoint, hex("80 01 ff")); }, 2);
        row("Close", [](Endpoint &endpoint) { receive(endpoint, hex("88 02 03 e8")); });
        row("bad Close", [](Endpoint &endpoint) { receive(endpoint, hex("88 01 03")); });
        row("end", [](Endpoint &endpoint) { endpoint.transportEnded(); });
        row("given up", [](Endpoint &endpoint) { endpoint.giveUp({}); });
    }

    void forgetsAMessageThatWillNotEnd()
    {
        QFETCH(const End, end);
        QFETCH(const quint32, fragments);
        Endpoint endpoint = openEndpoint(Role::Client);
        QCOMPARE(endpoint.unfinishedSize(), 0);
        receive(endpoint, fromPeer(Role::Client, Opcode::Text, QByteArray(5000, 'x'), false));
        QVERIFY(endpoint.unfinishedSize() >= 5000 && endpoint.unfinishedSize() <= 10'000);
        end(endpoint);
        QCOMPARE(endpoint.unfinishedSize(), 0);
        endpoint.transportEnded();
        QVERIFY(endpoint.outcome().unfinished);
        const PartialMessage &unfinished = *endpoint.outcome().unfinished;
        QCOMPARE(unfinished.message.type, Opcode::Text);
        QCOMPARE(unfinished.message.payload, QByteArray(PartialMessage::maxKeptPayload, 'x'));
        QCOMPARE(unfinished.message.fragments, fragments);
        QCOMPARE(unfinished.message.wireSize, 5000u + fragments - 1);
        QCOMPARE(unfinished.size, unfinished.message.wireSize);
        QCOMPARE(unfinished.frameHeaders,
                 hex("01 7e 13 88") + (fragments == 2 ? hex("80 01") : QByteArray()));
    }

    void tellsHowFarAMessageCame_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<quint32>("fragments");
        QTest::addColumn<QByteArray>("headers");
        const auto row = [](const char *name, const char *octets, const QByteArray &payload,
                            quint32 fragments, const char *headers) {
            QTest::newRow(name) << hex(octets) << payload << fragments << hex(headers);
        };
        row("a whole frame that is cut short", "81 05 48 65", "He", 1, "81 05");
        row("its header alone", "82 05", "", 1, "82 05");
        row("a second frame", "01 02 48 65 00 01 6c", "Hel", 2, "01 02 00 01");
        row("a second one that is cut short", "01 02 48 65 80 03 6c", "Hel", 2, "01 02 80 03");
        row("within a character", "01 02 ea b0", "\xea\xb0", 1, "01 02");
        row("a Ping between", "01 01 48 89 00 00 01 65", "He", 2, "01 01 00 01");
        row("a Ping that is cut short", "01 01 48 89 05 61", "H", 1, "01 01");
    }

    void tellsHowFarAMessageCame()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const QByteArray, payload);
        Endpoint endpoint = openEndpoint(Role::Client);
        receive(endpoint, octets);
        QVERIFY(!endpoint.outcome().unfinished);
        endpoint.transportEnded();
        QVERIFY(endpoint.outcome().unfinished);
        const PartialMessage &unfinished = *endpoint.outcome().unfinished;
        QCOMPARE(unfinished.message.payload, payload);
        QCOMPARE(unfinished.size, quint64(payload.size()));
        QCOMPARE(unfinished.message.wireSize, quint64(payload.size()));
        QTEST(unfinished.message.fragments, "fragments");
        QTEST(unfinished.frameHeaders, "headers");
    }

    void tellsOfNothingWhereAllHasCome()
    {
        for (const char *octets : {"", "81 02 48 69", "01 01 48 80 01 69", "81", "89 05 61"}) {
            Endpoint endpoint = openEndpoint(Role::Client);
            receive(endpoint, hex(octets));
            endpoint.transportEnded();
            QVERIFY2(!endpoint.outcome().unfinished, octets);
        }
    }

    void countsNoMessageThatIsThere()
    {
        Endpoint endpoint = openEndpoint(Role::Client);
        receive(endpoint, fromPeer(Role::Client, Opcode::Text, QByteArray(5000, 'x'), false));
        QCOMPARE(receive(endpoint, fromPeer(Role::Client, Opcode::Continuation)).size(), std::size_t(1));
        QCOMPARE(endpoint.unfinishedSize(), 0);
    }

    void givesUp_data() { addRoles(); }

    void givesUp()
    {
        QFETCH(const Role, role);
        Endpoint endpoint = openEndpoint(role);
        receive(endpoint, fromPeer(role, Opcode::Text, "begun", false));
        endpoint.giveUp({CloseCode::TryAgainLater, u"full"_s});
        QCOMPARE(endpoint.takeOutput(), fromUs(role, Opcode::Close, closePayload(1013, u"full"_s)));
        QVERIFY(endpoint.isClosing() && endpoint.shouldEndTransport());
        QVERIFY(receive(endpoint, fromPeer(role, Opcode::Continuation, "rest")).empty());
        QVERIFY(receive(endpoint, fromPeer(role, Opcode::Close, closePayload(1013))).empty());
        endpoint.transportEnded();
        QCOMPARE(endpoint.outcome().status.code, CloseCode::AbnormalClosure);
        QCOMPARE(endpoint.outcome().sent->code, CloseCode::TryAgainLater);
        QVERIFY(!endpoint.outcome().wasClean);
    }

    void givesUpBehindItsClose()
    {
        Endpoint endpoint = openEndpoint(Role::Client);
        endpoint.close({CloseCode::NormalClosure, {}});
        endpoint.takeOutput();
        QVERIFY(!endpoint.shouldEndTransport());
        endpoint.giveUp({CloseCode::TryAgainLater, {}});
        QVERIFY(endpoint.takeOutput().isEmpty());
        QVERIFY(endpoint.shouldEndTransport());
        QCOMPARE(endpoint.outcome().sent->code, CloseCode::NormalClosure);
    }
};

QTEST_APPLESS_MAIN(TestEndpointClosing)
#include "tst_endpointclosing.moc"
