#pragma once

#include "core/wire/frameencoder.h"
#include "core/wire/httphead.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

#include <memory>

namespace confab {

/// A peer that speaks literal octets and checks nothing. Its functions wait, for as long as a slow machine
/// may take.
class RawPeer
{
public:
    struct Reply
    {
        ResponseHead head;
        QByteArray body; ///< up to the end of the connection; not read for 101
        bool valid = false;
    };
    struct Frame
    {
        Opcode opcode = Opcode::Continuation;
        QByteArray payload;
        bool valid = false;

        /// Of a Close: its code, 1005 if it has none.
        int closeCode() const
        {
            return payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(payload.constData());
        }
    };

    static constexpr int patience = 20'000;
    static constexpr QByteArrayView tutorialKey{"dGhlIHNhbXBsZSBub25jZQ=="};

    RawPeer() = default;
    explicit RawPeer(quint16 port) { connectTo(port); }
    /// @param connected a socket that is, for example an encrypted one.
    explicit RawPeer(std::unique_ptr<QTcpSocket> connected)
        : m_owned(std::move(connected))
    {}

    QTcpSocket &socket() { return m_socket; }

    bool connectTo(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return m_socket.waitForConnected(patience);
    }

    void send(const QByteArray &octets)
    {
        m_socket.write(octets);
        m_socket.flush();
    }

    /// The request of RFC 6455 §1.3, with more header lines (each ended by CRLF) behind it.
    static QByteArray upgradeRequest(const QByteArray &path, const QByteArray &moreHeaders = {},
                                     const QByteArray &host = "127.0.0.1")
    {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host +
               "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " +
               tutorialKey.toByteArray() + "\r\nSec-WebSocket-Version: 13\r\n" + moreHeaders + "\r\n";
    }

    Reply request(const QByteArray &octets)
    {
        send(octets);
        return readReply();
    }
    /// Whether the answer is 101.
    bool upgrade(const QByteArray &path, const QByteArray &moreHeaders = {})
    {
        return request(upgradeRequest(path, moreHeaders)).head.status == 101;
    }

    Reply readReply()
    {
        Reply reply;
        qsizetype length = 0;
        while ((length = headLength(m_received)) == 0) {
            if (!more())
                return reply;
        }
        reply.valid = parseResponseHead(m_received.first(length), reply.head) == HttpError::None;
        m_received.remove(0, length);
        if (reply.head.status != 101) {
            while (more()) {
            }
            reply.body = std::exchange(m_received, {});
        }
        return reply;
    }

    void sendFrame(Opcode opcode, const QByteArray &payload, bool fin = true)
    {
        send(encodeFrame(opcode, payload, MaskingKey{0x37, 0xFA, 0x21, 0x3D}, fin));
    }
    void sendClose(const QByteArray &payload) { sendFrame(Opcode::Close, payload); }

    Frame readFrame()
    {
        Frame frame;
        while (!takeFrame(frame)) {
            if (!more())
                return frame;
        }
        return frame;
    }
    /// Reads frames up to the next of this opcode.
    Frame readFrame(Opcode opcode)
    {
        Frame frame = readFrame();
        while (frame.valid && frame.opcode != opcode)
            frame = readFrame();
        return frame;
    }

    /// Whether the server ends the connection; what it sends before goes to waste.
    bool waitForEnd()
    {
        while (more()) {
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

    /// All octets up to the end of the connection.
    QByteArray readToEnd()
    {
        while (more()) {
        }
        return std::exchange(m_received, {});
    }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && m_socket.state() == QAbstractSocket::ConnectedState) {
            // The other side may live on this very thread.
            QEventLoop loop;
            QObject::connect(&m_socket, &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
            QObject::connect(&m_socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
            QTimer::singleShot(patience, &loop, &QEventLoop::quit);
            loop.exec();
        }
        if (m_socket.bytesAvailable() == 0)
            return false;
        m_received += m_socket.readAll();
        return true;
    }

    bool takeFrame(Frame &frame)
    {
        qsizetype headerSize = 2;
        if (m_received.size() < headerSize)
            return false;
        quint64 size = quint8(m_received.at(1)) & 0x7F;
        if (size == 126)
            headerSize = 4;
        else if (size == 127)
            headerSize = 10;
        if (m_received.size() < headerSize)
            return false;
        if (size == 126)
            size = qFromBigEndian<quint16>(m_received.constData() + 2);
        else if (size == 127)
            size = qFromBigEndian<quint64>(m_received.constData() + 2);
        if (quint64(m_received.size() - headerSize) < size)
            return false;
        frame.opcode = Opcode(m_received.at(0) & 0x0F);
        frame.payload = m_received.mid(headerSize, qsizetype(size));
        frame.valid = true;
        m_received.remove(0, headerSize + qsizetype(size));
        return true;
    }

    std::unique_ptr<QTcpSocket> m_owned = std::make_unique<QTcpSocket>();
    QTcpSocket &m_socket = *m_owned;
    QByteArray m_received;
};

} // namespace confab
