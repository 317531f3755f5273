#include "client/clientconnection.h"
#include "core/wire/frameencoder.h"
#include "core/wire/masking.h"
#include "rawserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// The connection alone, on the test's own thread.
class TestClientConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badProfile();
    void opensAndCloses();
    void refusalIsLogged();
    void destructionIsLogged();
    void tellsAllInItsOrder();
    void writesDownTheHeadersOfFrames();
    void holdsBackUntilMessagesAreDelivered();
    void holdsBackUntilPongsAreDelivered();
    void measuresWhatTheSystemDidNotTake();
    void nothingIsQueuedOnceClosed();

private:
    std::unique_ptr<ClientConnection> connectTo(const QUrl &url)
    {
        ClientProfile profile;
        profile.url = url;
        m_log = std::make_shared<TrafficLog>();
        m_meter = std::make_shared<DeliveryMeter>();
        auto connection = std::make_unique<ClientConnection>(profile, m_log, 1, m_meter);
        connection->start();
        return connection;
    }
    TrafficRecord lastRecord() const { return m_log->since(m_log->lastNumber() - 1, 1).value(0); }

    std::shared_ptr<TrafficLog> m_log;
    std::shared_ptr<DeliveryMeter> m_meter;
    qsizetype m_seen = 0;
};

void TestClientConnection::badProfile()
{
    ClientProfile profile;
    profile.url = QUrl(u"http://localhost"_s);
    ClientConnection connection(profile, std::make_shared<TrafficLog>(), 1,
                                std::make_shared<DeliveryMeter>());
    QSignalSpy failures(&connection, &ClientConnection::failed);
    connection.start();
    QCOMPARE(failures.count(), 1);
    QCOMPARE(int(failures[0][0].value<ClientError>().kind), int(ClientErrorKind::BadUrl));
    QVERIFY(failures[0][1].toLongLong() > 0);
}

void TestClientConnection::opensAndCloses()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x88\x02\x03\xE8");
        socket.disconnectFromHost();
    });
    const auto connection = connectTo(server.url());
    QSignalSpy states(connection.get(), &ClientConnection::readyStateChanged);
    QSignalSpy ends(connection.get(), &ClientConnection::closed);
    QTRY_COMPARE(ends.count(), 1);
    QCOMPARE(states.count(), 2);
    QVERIFY(states[0][0].value<ReadyState>() == ReadyState::Open);
    QVERIFY(states[1][0].value<ReadyState>() == ReadyState::Closing);
    QVERIFY(states[0][1].toLongLong() <= states[1][1].toLongLong());
    QVERIFY(ends[0][0].value<CloseOutcome>().status.code == CloseCode::NormalClosure);
}

void TestClientConnection::refusalIsLogged()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    const auto connection = connectTo(server.url());
    QSignalSpy failures(connection.get(), &ClientConnection::failed);
    QTRY_COMPARE(failures.count(), 1);
    const QList<TrafficRecord> records = m_log->since(0, 10);
    QCOMPARE(records.size(), 3);
    QVERIFY(records[0].kind == TrafficKind::Request);
    QCOMPARE(records[0].peer, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY(records[1].kind == TrafficKind::Response);
    QCOMPARE(records[1].status, 404);
    QVERIFY(records[2].kind == TrafficKind::Ended);
    QVERIFY(records[2].close.code == CloseCode::AbnormalClosure);
}

void TestClientConnection::destructionIsLogged()
{
    RawServer server(
        [](QTcpSocket &socket, const QByteArray &request) { socket.write(RawServer::accepting(request)); });
    auto connection = connectTo(server.url());
    QSignalSpy states(connection.get(), &ClientConnection::readyStateChanged);
    QTRY_COMPARE(states.count(), 1);
    connection.reset();
    QVERIFY(lastRecord().kind == TrafficKind::Ended);

    connection = connectTo(server.url()); // and while connecting
    connection.reset();
    QVERIFY(lastRecord().kind == TrafficKind::Ended);
}

/// What is read at once is told as: messages that are next to each other, and what is between them; and when
/// something is told, the log has it.
void TestClientConnection::tellsAllInItsOrder()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x81\x01"
                                                     "a"
                                                     "\x82\x01"
                                                     "b"
                                                     "\x8A\x01"
                                                     "p"
                                                     "\x81\x01"
                                                     "c"
                                                     "\x88\x02\x03\xE8");
        socket.disconnectFromHost();
    });
    const auto connection = connectTo(server.url());
    QByteArray told;
    qsizetype logged = 0;
    const auto note = [&](const QByteArray &what, TrafficKind kind) {
        told += what;
        const QList<TrafficRecord> records = m_log->since(0, 100);
        while (logged < records.size() && records[logged].kind != kind)
            ++logged;
        QVERIFY(logged++ < records.size());
    };
    connect(connection.get(), &ClientConnection::messagesReceived, this, [&](const QList<Message> &messages) {
        for (const Message &message : messages)
            note(message.payload, message.type == Opcode::Text ? TrafficKind::Text : TrafficKind::Binary);
    });
    connect(connection.get(), &ClientConnection::pongReceived, this,
            [&](const QByteArray &payload) { note(payload, TrafficKind::Pong); });
    connect(connection.get(), &ClientConnection::readyStateChanged, this, [&](ReadyState state) {
        if (state == ReadyState::Closing)
            note("closing", TrafficKind::Close);
    });
    QSignalSpy ends(connection.get(), &ClientConnection::closed);
    QTRY_COMPARE(ends.count(), 1);
    QCOMPARE(told, "abpcclosing"_ba);
}

/// Octet for octet as they were on the wire: what was sent with its masking keys.
void TestClientConnection::writesDownTheHeadersOfFrames()
{
    const QByteArray incoming = "\x01\x01"
                                "a"
                                "\x80\x01"
                                "b"
                                "\x89\x01"
                                "p"
                                "\x8A\x01"
                                "q"_ba;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + incoming);
    });
    const auto connection = connectTo(server.url());
    QSignalSpy pongs(connection.get(), &ClientConnection::pongReceived);
    QTRY_COMPARE(pongs.count(), 1);
    connection->sendText("Hello");
    connection->sendBinary(QByteArray(70'000, 'x'));
    connection->sendPing("?");
    connection->close({CloseCode::NormalClosure, u"bye"_s});
    QByteArrayList received;
    QByteArray sent;
    for (const TrafficRecord &record : m_log->since(2, 100)) { // behind the heads
        if (record.direction == Direction::Received) {
            received.append(record.frameHeaders);
            continue;
        }
        QByteArray payload = record.size == 70'000 ? QByteArray(70'000, 'x') : record.payload;
        MaskingKey key{};
        std::copy_n(record.frameHeaders.last(4).begin(), 4, key.begin());
        applyMask(std::span(payload.data(), std::size_t(payload.size())), key);
        sent += record.frameHeaders + payload;
    }
    QCOMPARE(received, (QByteArrayList{"\x01\x01\x80\x01"_ba, "\x89\x01"_ba, "\x8A\x01"_ba}));
    QVERIFY(sent.startsWith("\x8A\x81")); // the Pong
    QTRY_COMPARE(server.received, sent);
}

void TestClientConnection::holdsBackUntilMessagesAreDelivered()
{
    constexpr int count = 1000;
    const QByteArray payload(60'000, 'x');
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request));
        for (int i = 0; i < count; ++i)
            socket.write(encodeFrame(Opcode::Binary, payload));
        socket.write(encodeFrame(Opcode::Text, "end"));
    });
    const auto connection = connectTo(server.url());
    QList<Message> underWay; // the session would get them when it finds the time
    connect(connection.get(), &ClientConnection::messagesReceived, this,
            [&](const QList<Message> &messages) { underWay += messages; });
    // It stops at the mark, give or take what was read in one go …
    const auto limit = DeliveryMeter::highMark / payload.size();
    QTRY_VERIFY(underWay.size() >= limit - 100);
    QTRY_VERIFY(std::exchange(m_seen, underWay.size()) == underWay.size());
    QVERIFY(underWay.size() < limit + 100);
    // … and goes on as they are delivered.
    qsizetype delivered = 0;
    const auto deliver = [&] {
        while (!underWay.isEmpty()) {
            ++delivered;
            if (m_meter->deliver(underWay.takeFirst().payload.size()))
                connection->resumeReading();
        }
        return delivered == count + 1;
    };
    QTRY_VERIFY(deliver());
}

/// A server may send as many as it likes, unasked (RFC 6455 §5.5.3).
void TestClientConnection::holdsBackUntilPongsAreDelivered()
{
    constexpr int count = 300'000;
    QByteArray pongs;
    for (int i = 0; i < count; ++i)
        pongs += encodeFrame(Opcode::Pong, {});
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request));
        socket.write(pongs + encodeFrame(Opcode::Text, "end"));
    });
    const auto connection = connectTo(server.url());
    qint64 underWay = 0;
    connect(connection.get(), &ClientConnection::pongReceived, this, [&] { ++underWay; });
    QSignalSpy messages(connection.get(), &ClientConnection::messagesReceived);
    constexpr qint64 limit = DeliveryMeter::highMark / DeliveryMeter::overhead;
    QTRY_VERIFY(underWay > limit);
    QTRY_VERIFY(std::exchange(m_seen, underWay) == underWay);
    constexpr qint64 atOnce = 256 * 1024; // octets of one read; such a Pong takes two
    QVERIFY(underWay < limit + atOnce);
    QVERIFY(underWay < count);
    const auto deliver = [&] {
        for (; underWay > 0; --underWay) {
            if (m_meter->deliver(0))
                connection->resumeReading();
        }
        return messages.count() == 1;
    };
    QTRY_VERIFY(deliver());
}

void TestClientConnection::measuresWhatTheSystemDidNotTake()
{
    QTcpSocket *peer = nullptr;
    RawServer server([&peer](QTcpSocket &socket, const QByteArray &request) {
        RawServer::stopReading(socket);
        socket.write(RawServer::accepting(request));
        peer = &socket;
    });
    const auto connection = connectTo(server.url());
    connection->sendText("not yet OPEN");
    QCOMPARE(connection->bufferedAmount(), 0);
    QSignalSpy states(connection.get(), &ClientConnection::readyStateChanged);
    QTRY_COMPARE(states.count(), 1);
    connection->sendBinary(QByteArray(12'000'000, 'x'));
    QTRY_VERIFY(connection->bufferedAmount() > 0);
    QVERIFY(connection->bufferedAmount() <= 12'000'000 + 14); // the payload and the frame's header
    peer->setReadBufferSize(0);
    QTRY_COMPARE(connection->bufferedAmount(), 0);
    QTRY_COMPARE(peer->bytesAvailable(), 12'000'000 + 14);
}

void TestClientConnection::nothingIsQueuedOnceClosed()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        RawServer::stopReading(socket);
        socket.write(RawServer::accepting(request));
    });
    const auto connection = connectTo(server.url());
    QSignalSpy states(connection.get(), &ClientConnection::readyStateChanged);
    QTRY_COMPARE(states.count(), 1);
    connection->sendBinary(QByteArray(12'000'000, 'x'));
    QTRY_VERIFY(connection->bufferedAmount() > 0);
    connection->abort();
    QCOMPARE(connection->bufferedAmount(), 0);
}

QTEST_GUILESS_MAIN(TestClientConnection)
#include "tst_clientconnection.moc"
