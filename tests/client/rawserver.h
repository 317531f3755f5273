#pragma once

#include "core/wire/handshake.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace confab {

/// A server that does exactly what the test says with the octets it gets: it reads each connection's request
/// head, and calls the script with it.
class RawServer
{
public:
    using Script = std::function<void(QTcpSocket &socket, const QByteArray &request)>;

    explicit RawServer(Script script)
        : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++connections;
            auto head = std::make_shared<QByteArray>();
            QObject::connect(socket, &QIODevice::readyRead, &m_server, [this, socket, head] {
                if (headLength(*head) > 0) {
                    received += socket->readAll();
                    return;
                }
                *head += socket->readAll();
                if (headLength(*head) > 0)
                    m_script(*socket, *head);
            });
        });
    }

    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(m_server.serverPort()).arg(path));
    }
    quint16 port() const { return m_server.serverPort(); }

    /// The right answer to the request, with more header lines if wanted, each with its CRLF.
    static QByteArray accepting(const QByteArray &request, const QByteArray &headers = {})
    {
        RequestHead head;
        parseRequestHead(request, head);
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: " +
               acceptForKey(head.headers.value("Sec-WebSocket-Key")) + "\r\n" + headers + "\r\n";
    }

    /// From here on the peer's octets stay with the system, and then with the peer; setReadBufferSize(0) goes
    /// on with reading.
    static void stopReading(QTcpSocket &socket)
    {
        QObject::disconnect(&socket, &QIODevice::readyRead, nullptr, nullptr);
        socket.setReadBufferSize(1);
    }

    int connections = 0;
    QByteArray received; ///< behind the heads

private:
    Script m_script;
    QTcpServer m_server;
};

} // namespace confab
