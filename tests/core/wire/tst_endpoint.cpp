#include "tests/core/wire/endpointroles.h"

#include <QSet>
#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

/// Octets that break one rule, unmasked or masked as the role has them unless the rule is about that.
struct ErrorRow
{
    const char *name;
    Role role;
    QByteArray octets;
    WireError error;
};

EndpointLimits smallLimits()
{
    return {.maxFrameSize = 1000, .message = {.maxMessageSize = 1500, .maxFragments = 4}};
}

QList<ErrorRow> errorTable()
{
    using enum WireError;
    using enum Opcode;
    const Role server = Role::Server;
    const Role client = Role::Client;
    const auto frame = [](Role role, Opcode opcode, QByteArrayView payload, bool fin = true) {
        return fromPeer(role, opcode, payload, fin);
    };
    QByteArray fragments = frame(server, Text, "", false);
    for (int i = 0; i < 4; ++i)
        fragments += frame(server, Continuation, "", false);
    const QByteArray kilo(1000, 'x');
    return {
        {"reserved bit", client, hex("c1 00"), ReservedBitSet},
        {"reserved opcode", client, hex("83 00"), ReservedOpcode},
        {"16 bits for 1", client, hex("81 7e 00 01 61"), NonMinimalLength},
        {"high bit", client, hex("82 7f ff ff ff ff ff ff ff ff"), LengthHighBitSet},
        {"unmasked", server, hex("81 01 61"), UnmaskedClientFrame},
        {"masked", client, hex("81 81 01 02 03 04 60"), MaskedServerFrame},
        {"continuation", server, frame(server, Continuation, "x"), UnexpectedContinuation},
        {"unfinished", client, frame(client, Text, "a", false) + frame(client, Text, "b"), UnfinishedMessage},
        {"continuation, too big", server, hex("00 ff 20 00 00 00 00 00 00 00"), UnexpectedContinuation},
        {"unfinished, too big", client, frame(client, Text, "a", false) + hex("82 7e 03 e9"),
         UnfinishedMessage},
        {"fragmented ping", client, hex("09 00"), FragmentedControlFrame},
        {"long ping", client, hex("89 7e 00 7e") + QByteArray(126, 'x'), ControlFrameTooLong},
        {"close of one octet", server, frame(server, Close, "\x03"), ClosePayloadOneOctet},
        {"close 1006", server, frame(server, Close, closePayload(1006)), CloseCodeInvalid},
        {"close reason", client, frame(client, Close, closePayload(1000) + "\xFF"), CloseReasonNotUtf8},
        {"text", server, frame(server, Text, "a\xC0", false), TextNotUtf8},
        {"frame", server, frame(server, Binary, kilo + 'x'), FrameTooBig},
        {"message", client, frame(client, Text, kilo, false) + frame(client, Continuation, kilo),
         MessageTooBig},
        {"fragments", server, fragments, TooManyFragments},
    };
}

} // namespace

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void readyStates_data() { addRoles(); }

    void readyStates()
    {
        QFETCH(const Role, role);
        Endpoint endpoint(role);
        QCOMPARE(endpoint.role(), role);
        QCOMPARE(endpoint.readyState(), ReadyState::Connecting);
        QVERIFY(!endpoint.maySend());
        QVERIFY(endpoint.encode(Opcode::Text, "early").isEmpty());
        QVERIFY(!endpoint.close({CloseCode::NormalClosure, {}}));
        QVERIFY(receive(endpoint, fromPeer(role, Opcode::Text, "early")).empty());
        endpoint.open();
        QCOMPARE(endpoint.readyState(), ReadyState::Open);
        QVERIFY(endpoint.maySend() && !endpoint.isClosing());
        QVERIFY(endpoint.close({CloseCode::NormalClosure, {}}));
        QCOMPARE(endpoint.readyState(), ReadyState::Closing);
        QVERIFY(!endpoint.maySend() && endpoint.isClosing());
        endpoint.open();
        QCOMPARE(endpoint.readyState(), ReadyState::Closing);
        endpoint.transportEnded();
        QCOMPARE(endpoint.readyState(), ReadyState::Closed);
        QVERIFY(!endpoint.maySend() && !endpoint.isClosing() && !endpoint.shouldEndTransport());
        QVERIFY(!endpoint.close({CloseCode::NormalClosure, {}}));
        endpoint.open();
        QCOMPARE(endpoint.readyState(), ReadyState::Closed);
        QVERIFY(receive(endpoint, fromPeer(role, Opcode::Text, "late")).empty());
    }

    void encoding()
    {
        Endpoint server = openEndpoint(Role::Server);
        QCOMPARE(server.encode(Opcode::Text, "Hello"), hex("81 05 48 65 6c 6c 6f"));
        QCOMPARE(server.encode(Opcode::Text, "Hel", false), hex("01 03 48 65 6c"));
        QCOMPARE(server.encode(Opcode::Continuation, "lo"), hex("80 02 6c 6f"));
        QCOMPARE(server.encode(Opcode::Ping, "", false), hex("89 00"));
        QCOMPARE(server.encode(Opcode::Ping, QByteArray(126, 'x')), hex("89 7d") + QByteArray(125, 'x'));
        QVERIFY(server.encode(Opcode::Close, hex("03 e8")).isEmpty());
        Endpoint client = openEndpoint(Role::Client);
        QCOMPARE(client.encode(Opcode::Text, "Hello"), hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"));
        QVERIFY(client.takeOutput().isEmpty());
    }

    void encodesBehindWhatIsThere()
    {
        Endpoint server = openEndpoint(Role::Server);
        QByteArray frames;
        QVERIFY(server.encodeTo(frames, Opcode::Text, "Hello") == 5);
        QVERIFY(server.encodeTo(frames, Opcode::Binary, {}) == 0);
        QVERIFY(!server.encodeTo(frames, Opcode::Close, {}));
        server.close({});
        QVERIFY(!server.encodeTo(frames, Opcode::Text, "late"));
        QCOMPARE(frames, hex("81 05 48 65 6c 6c 6f  82 00"));
    }

    void headersBeforePayloadsThatStayAsTheyAre()
    {
        Endpoint server = openEndpoint(Role::Server);
        for (const int size : {0, 5, 125, 126, 65'535, 65'536}) {
            const QByteArray payload(size, 'x');
            for (const Opcode opcode : {Opcode::Text, Opcode::Binary, Opcode::Continuation})
                QVERIFY(server.headerBefore(opcode, quint64(size)) + payload ==
                        server.encode(opcode, payload));
        }
        for (const Opcode opcode : {Opcode::Ping, Opcode::Pong, Opcode::Close})
            QVERIFY(server.headerBefore(opcode, 5).isEmpty());
        QVERIFY(openEndpoint(Role::Client).headerBefore(Opcode::Text, 5).isEmpty()); // it masks
        server.close({});
        QVERIFY(server.headerBefore(Opcode::Text, 5).isEmpty());
        Endpoint compressing(Role::Server);
        QVERIFY(compressing.headerBefore(Opcode::Text, 5).isEmpty());
        compressing.open(DeflateParameters{});
        QVERIFY(compressing.headerBefore(Opcode::Text, 5).isEmpty());
    }

    void wholeMessages_data() { addRoles(); }

    void wholeMessages()
    {
        QFETCH(const Role, role);
        Endpoint endpoint = openEndpoint(role);
        const QByteArray text = "안녕, confab";
        QByteArray octets = fromPeer(role, Opcode::Text, text) + fromPeer(role, Opcode::Binary, "\xFF") +
                            fromPeer(role, Opcode::Ping, "p");
        std::span<char> rest(octets.data(), size_t(octets.size()));
        MessageView message;
        QVERIFY(endpoint.receiveWhole(rest, message));
        QCOMPARE(message.type, Opcode::Text);
        QCOMPARE(message.payload, QByteArrayView(text));
        QVERIFY(message.payload.data() > octets.constData() && message.payload.data() < rest.data());
        QCOMPARE(message.wireSize, quint64(text.size()));
        QVERIFY(message.toMessage() == (Message{Opcode::Text, text, 1, quint64(text.size())}));
        QVERIFY(endpoint.close({})); // it may still speak
        QVERIFY(endpoint.receiveWhole(rest, message));
        QVERIFY(message.toMessage() == (Message{Opcode::Binary, "\xFF", 1, 1}));
        QCOMPARE(QByteArray(rest.data(), qsizetype(rest.size())), fromPeer(role, Opcode::Ping, "p"));
        QVERIFY(!endpoint.receiveWhole(rest, message));
        endpoint.transportEnded();
        octets = fromPeer(role, Opcode::Text, "late");
        rest = std::span(octets.data(), size_t(octets.size()));
        QVERIFY(!endpoint.receiveWhole(rest, message));
    }

    void notWholeMessages_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("octets");
        for (const Role role : {Role::Server, Role::Client}) {
            const auto row = [role](const char *name, const QByteArray &octets,
                                    const QByteArray &before = {}) {
                QTest::addRow("%s, %s", role == Role::Server ? "server" : "client", name)
                    << role << before << octets;
            };
            const auto frame = [role](Opcode opcode, QByteArrayView payload, bool fin = true) {
                return fromPeer(role, opcode, payload, fin);
            };
            row("nothing", {});
            row("not all of it", frame(Opcode::Text, "abc").chopped(1));
            row("fragment", frame(Opcode::Text, "abc", false));
            row("control frame", frame(Opcode::Close, {}));
            row("bad text", frame(Opcode::Text, "abc\xC0\x80"));
            row("unfinished text", frame(Opcode::Text, "abc\xE1\x88"));
            row("frame too big", frame(Opcode::Text, QByteArray(1001, 'x')));
            row("within a message", frame(Opcode::Text, "abc"), frame(Opcode::Text, "begun", false));
            row("behind a Close", frame(Opcode::Text, "abc"), frame(Opcode::Close, {}));
            row("behind a violation", frame(Opcode::Text, "abc"), hex("83"));
        }
    }

    /// Nothing is changed; the verdict is receiveNext()'s.
    void notWholeMessages()
    {
        QFETCH(const Role, role);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, octets);
        Endpoint endpoint = openEndpoint(role, smallLimits());
        receive(endpoint, before);
        QByteArray copy = octets;
        std::span<char> rest(copy.data(), size_t(copy.size()));
        MessageView message;
        QVERIFY(!endpoint.receiveWhole(rest, message));
        QCOMPARE(copy, octets);
        QVERIFY(rest.data() == copy.data() && qsizetype(rest.size()) == copy.size());
        QVERIFY(message.payload.isNull());
    }

    void aWholeMessagePastTheLimit()
    {
        Endpoint endpoint(Role::Client, {.maxFrameSize = 1000, .message = {.maxMessageSize = 500}});
        endpoint.open();
        QByteArray octets = fromPeer(Role::Client, Opcode::Text, QByteArray(501, 'x'));
        std::span<char> rest(octets.data(), size_t(octets.size()));
        MessageView message;
        QVERIFY(!endpoint.receiveWhole(rest, message));
        QCOMPARE(described(receive(endpoint, octets)), "failure MessageTooBig (RFC 6455 section 10.4)\n");
    }

    void everyFrameOfAClientHasAKeyOfItsOwn()
    {
        quint8 made = 0;
        Endpoint client(Role::Client, {}, [&made] { return MaskingKey{++made, 0, 0, 0}; });
        client.open();
        client.encode(Opcode::Text, "a");
        client.encode(Opcode::Ping, "b");
        receive(client, fromPeer(Role::Client, Opcode::Ping));
        client.close({});
        QCOMPARE(made, 4);
        QCOMPARE(client.takeOutput(), hex("8a 80 03 00 00 00  88 80 04 00 00 00"));
    }

    void conversationAtEverySplit_data() { addRoles(); }

    void conversationAtEverySplit()
    {
        QFETCH(const Role, role);
        using enum Opcode;
        const QByteArray stream =
            fromPeer(role, Text, "안녕") + fromPeer(role, Text, "\xF0\x9F", false) +
            fromPeer(role, Ping, "are you there") + fromPeer(role, Continuation, "\x9A", false) +
            fromPeer(role, Pong, "") + fromPeer(role, Ping, "") + fromPeer(role, Continuation, "\x80") +
            fromPeer(role, Binary, "\xFF") + fromPeer(role, Close, closePayload(4001, u"잘 가"_s)) +
            fromPeer(role, Text, "dropped") + "dropped too";
        const QByteArray output = fromUs(role, Pong, "are you there") + fromUs(role, Pong, "") +
                                  fromUs(role, Close, closePayload(4001, u"잘 가"_s));
        const auto splits = splitsOf(stream);
        for (const Pieces &pieces : splits) {
            Endpoint endpoint = openEndpoint(role);
            QCOMPARE(described(receive(endpoint, pieces)), "text 1 안녕\n"
                                                           "ping are you there\n"
                                                           "pong \n"
                                                           "ping \n"
                                                           "text 3 🚀\n"
                                                           "binary 1 \xFF\n"
                                                           "close 4001 잘 가\n");
            QCOMPARE(endpoint.takeOutput(), output);
            QVERIFY(endpoint.takeOutput().isEmpty());
        }
    }

    void textIsNeverAltered_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qsizetype>("fragmentSize");
        const QByteArray large = 'a' + QByteArray("é").repeated(400'000);
        QCOMPARE(large.size(), 800'001);
        QTest::newRow("800,001 octets whole") << large << large.size();
        QTest::newRow("800,001 octets cut within characters") << large << qsizetype(512);
        QTest::newRow("BOM") << "\xEF\xBB\xBFx"_ba << qsizetype(1);
        QTest::newRow("BOM alone") << "\xEF\xBB\xBF"_ba << qsizetype(3);
        QTest::newRow("NUL") << "\0a\0"_ba << qsizetype(1);
        QTest::newRow("lone emoji") << "🚀"_ba << qsizetype(1);
        QTest::newRow("empty") << ""_ba << qsizetype(1);
    }

    void textIsNeverAltered()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qsizetype, fragmentSize);
        Endpoint client = openEndpoint(Role::Client);
        Endpoint server = openEndpoint(Role::Server);
        // There: in fragments, so that characters are cut. Back: whole.
        QByteArray there;
        qsizetype sent = 0;
        do {
            const qsizetype size = std::min(fragmentSize, text.size() - sent);
            there += client.encode(sent == 0 ? Opcode::Text : Opcode::Continuation, text.sliced(sent, size),
                                   sent + size == text.size());
            sent += size;
        } while (sent < text.size());
        const Events heard = receive(server, there);
        QCOMPARE(heard.size(), size_t(1));
        QVERIFY(heard.front().payload == text);
        QCOMPARE(heard.front().opcode, Opcode::Text);
        const Events echoed = receive(client, server.encode(Opcode::Text, heard.front().payload));
        QCOMPARE(echoed.size(), size_t(1));
        QVERIFY(echoed.front().payload == text);
    }

    void errors_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = errorTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void errors()
    {
        QFETCH(const qsizetype, row);
        const ErrorRow expected = errorTable().at(row);
        const Role role = expected.role;
        const QByteArray name = wireErrorName(expected.error).toByteArray();
        const CloseStatus sent{closeCodeFor(expected.error), QString::fromLatin1(name)};
        const QByteArray stream = fromPeer(role, Opcode::Text, "before") + fromPeer(role, Opcode::Ping, "p") +
                                  expected.octets + fromPeer(role, Opcode::Text, "behind") +
                                  fromPeer(role, Opcode::Close, closePayload(1000));
        // Past the start of a long payload, more ways to cut show nothing more.
        const Pieces single = splitsOf(stream).constLast();
        const auto splits = stream.size() < 400 ? splitsOf(stream) : QList<Pieces>{{stream}, single};
        for (const Pieces &pieces : splits) {
            Endpoint endpoint = openEndpoint(role, smallLimits());
            QCOMPARE(described(receive(endpoint, pieces)), "text 1 before\nping p\nfailure " + name + '\n');
            QCOMPARE(endpoint.takeOutput(),
                     fromUs(role, Opcode::Pong, "p") + fromUs(role, Opcode::Close, encodeClosePayload(sent)));
            QCOMPARE(endpoint.readyState(), ReadyState::Closing);
            QVERIFY(endpoint.shouldEndTransport());
            QVERIFY(!endpoint.maySend() && !endpoint.close({}));
            endpoint.transportEnded();
            CloseOutcome outcome{{CloseCode::AbnormalClosure, {}}, false, sent, expected.error};
            outcome.unfinished = endpoint.outcome().unfinished; // as tellsHowFarAMessageCame() has it
            QVERIFY(endpoint.outcome() == outcome);
        }
    }

    void everyErrorHasARow()
    {
        // Compressed data: tst_endpointdeflate
        QSet<int> visited{int(WireError::None), int(WireError::DeflateDataInvalid)};
        const auto rows = errorTable();
        for (const ErrorRow &row : rows)
            visited.insert(int(row.error));
        QCOMPARE(visited.size(), wireErrorCount);
    }

    void badTextFailsBeforeTheMessageEnds()
    {
        Endpoint endpoint = openEndpoint(Role::Server);
        const Role role = Role::Server;
        receive(endpoint, fromPeer(role, Opcode::Text, "good", false));
        const QByteArray frame =
            fromPeer(role, Opcode::Continuation, "\xF4\x90 and a thousand more octets", false);
        QVERIFY(receive(endpoint, frame.first(7)).empty());
        QCOMPARE(described(receive(endpoint, frame.sliced(7, 1))),
                 "failure TextNotUtf8 (RFC 6455 section 8.1)\n");
    }

    void aClaimTooBigFailsWithItsHeader()
    {
        Endpoint endpoint = openEndpoint(Role::Server);
        QCOMPARE(described(receive(endpoint, hex("82 ff 00 00 01"))),
                 "failure FrameTooBig (RFC 6455 section 10.4)\n");
        Endpoint other =
            openEndpoint(Role::Client, {.maxFrameSize = 5000, .message = {.maxMessageSize = 1500}});
        QCOMPARE(described(receive(other, hex("82 7e 05 dd"))),
                 "failure MessageTooBig (RFC 6455 section 10.4)\n");
    }

    void aFailureShowsWhatBrokeTheRule_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<WireError>("error");
        QTest::addColumn<QByteArray>("atFault");
        const auto row = [](const char *name, const char *octets, WireError error, const char *atFault) {
            QTest::newRow(name) << hex(octets) << error << hex(atFault);
        };
        row("opcode", "83 00", WireError::ReservedOpcode, "83");
        row("behind a message", "81 01 61 83 00", WireError::ReservedOpcode, "83");
        row("masked", "81 82 00 00", WireError::MaskedServerFrame, "81 82");
        row("length", "82 7e 00 05 01", WireError::NonMinimalLength, "82 7e 00 05");
        row("continuation", "80 01 61", WireError::UnexpectedContinuation, "80 01");
        row("text", "81 04 61 c0 62 63", WireError::TextNotUtf8, "61 c0");
        row("text in fragments", "01 02 61 ea 80 03 b0 00 63", WireError::TextNotUtf8, "61 ea b0 00");
        row("text ends within a character", "81 03 61 ea b0", WireError::TextNotUtf8, "61 ea b0");
        row("close code", "88 03 03 ec 61", WireError::CloseCodeInvalid, "03 ec 61");
        row("close of one octet", "88 01 03", WireError::ClosePayloadOneOctet, "03");
    }

    void aFailureShowsWhatBrokeTheRule()
    {
        QFETCH(const QByteArray, octets);
        for (qsizetype cut = 0; cut < octets.size(); ++cut) {
            Endpoint endpoint = openEndpoint(Role::Client);
            std::vector<EndpointEvent> events;
            for (QByteArray piece : {octets.first(cut), octets.sliced(cut)})
                endpoint.receive(std::span(piece.data(), size_t(piece.size())), events);
            QVERIFY(!events.empty());
            const EndpointEvent &failure = events.back();
            QCOMPARE(failure.kind, EndpointEvent::Kind::Failure);
            QTEST(failure.error, "error");
            QTEST(failure.payload, "atFault");
        }
    }

    void aFailureShowsSoMuchOfAText()
    {
        constexpr qsizetype most = MessageAssembler::maxTextAtFault;
        const QByteArray text = "first" + QByteArray(most - 1, 'x') + '\xFF';
        Endpoint endpoint = openEndpoint(Role::Client);
        const std::vector<EndpointEvent> events =
            receive(endpoint, fromPeer(Role::Client, Opcode::Text, text + "more"));
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events.front().payload, text.last(most));
    }

    void tellsTheHeadersOfTheFrames()
    {
        const QByteArray octets =
            hex("81 82 01 02 03 04 61 61") +                                    // a message
            hex("02 81 05 06 07 08 61  89 80 09 0a 0b 0c  80 80 0d 0e 0f 10") + // Ping within
            hex("8a 81 01 01 01 01 61  88 80 02 02 02 02");
        for (const Pieces &pieces : splitsOf(octets)) {
            Endpoint endpoint = openEndpoint(Role::Server);
            QByteArrayList headers;
            for (const EndpointEvent &event : receive(endpoint, pieces))
                headers.append(event.frameHeaders);
            QCOMPARE(headers, (QByteArrayList{hex("81 82 01 02 03 04"), hex("89 80 09 0a 0b 0c"),
                                              hex("02 81 05 06 07 08 80 80 0d 0e 0f 10"),
                                              hex("8a 81 01 01 01 01"), hex("88 80 02 02 02 02")}));
        }
    }

    void tellsTheHeadersOfTheFirstFramesAlone()
    {
        constexpr int fragments = 3000;
        Endpoint endpoint = openEndpoint(Role::Client);
        receive(endpoint, hex("01 00") + hex("00 00").repeated(fragments));
        const Events events = receive(endpoint, hex("80 00"));
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events.front().fragments, quint32(fragments + 2));
        const QByteArray headers = events.front().frameHeaders;
        QVERIFY(headers.startsWith(hex("01 00 00 00")));
        QVERIFY(headers.size() <= Endpoint::maxKeptHeaders && headers.size() > Endpoint::maxKeptHeaders - 14);
        QCOMPARE(receive(endpoint, hex("81 00")).front().frameHeaders, hex("81 00"));
    }

    void tellsTheHeaderThatAClientSent()
    {
        Endpoint client = openEndpoint(Role::Client);
        QCOMPARE(client.lastSentHeader(), QByteArrayView());
        client.encode(Opcode::Text, "Hello");
        QCOMPARE(client.lastSentHeader(), hex("81 85 37 fa 21 3d"));
        client.encode(Opcode::Binary, QByteArray(70'000, 'x'));
        QCOMPARE(client.lastSentHeader(), hex("82 ff 00 00 00 00 00 01 11 70 37 fa 21 3d"));
        receive(client, hex("89 01 61"));
        QCOMPARE(client.lastSentHeader(), hex("8a 81 37 fa 21 3d"));
        client.close({CloseCode::NormalClosure, {}});
        QCOMPARE(client.lastSentHeader(), hex("88 82 37 fa 21 3d"));
        Endpoint server = openEndpoint(Role::Server);
        server.encode(Opcode::Text, "Hello");
        QCOMPARE(server.lastSentHeader(), QByteArrayView());
    }
};

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
