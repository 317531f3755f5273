#pragma once

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

namespace confab {

/// A small proxy: HTTP CONNECT (RFC 9110 §9.3.6) or SOCKS5 without authentication (RFC 1928), for addresses
/// of IPv4 and names.
class ProxyServer
{
public:
    explicit ProxyServer(QNetworkProxy::ProxyType type)
        : m_type(type)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                         [this] { serve(m_server.nextPendingConnection()); });
    }

    QNetworkProxy proxy() const { return {m_type, QStringLiteral("127.0.0.1"), m_server.serverPort()}; }

    bool refuses = false;
    int tunnels = 0;

private:
    void serve(QTcpSocket *client)
    {
        QObject::connect(client, &QIODevice::readyRead, &m_server, [this, client] {
            if (client->property("tunnel").toBool())
                return;
            if (m_type == QNetworkProxy::HttpProxy)
                serveConnect(client);
            else
                serveSocks(client);
        });
    }

    void serveConnect(QTcpSocket *client)
    {
        if (!client->peek(8192).contains("\r\n\r\n"))
            return;
        const QByteArray head = client->read(client->peek(8192).indexOf("\r\n\r\n") + 4);
        const QByteArray target = head.split(' ').value(1);
        const qsizetype colon = target.lastIndexOf(':');
        if (refuses || !head.startsWith("CONNECT ")) {
            client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            client->disconnectFromHost();
            return;
        }
        tunnel(client, QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort(),
               "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    void serveSocks(QTcpSocket *client)
    {
        if (!client->property("greeted").toBool()) {
            const QByteArray greeting = client->peek(2);
            if (greeting.size() < 2 || client->bytesAvailable() < 2 + greeting.at(1))
                return;
            client->read(2 + greeting.at(1));
            client->setProperty("greeted", true);
            client->write(QByteArray("\x05\x00", 2));
        }
        const QByteArray request = client->peek(512);
        if (request.size() < 5)
            return;
        const bool isName = request.at(3) == 3;
        const qsizetype addressSize = isName ? 1 + quint8(request.at(4)) : 4;
        const qsizetype size = 4 + addressSize + 2;
        if (request.size() < size)
            return;
        client->read(size);
        if (refuses) {
            client->write(QByteArray("\x05\x02\x00\x01\0\0\0\0\0\0", 10)); // not allowed by ruleset
            client->disconnectFromHost();
            return;
        }
        const QString host = isName
                                 ? QString::fromLatin1(request.mid(5, addressSize - 1))
                                 : QHostAddress(qFromBigEndian<quint32>(request.constData() + 4)).toString();
        tunnel(client, host, qFromBigEndian<quint16>(request.constData() + 4 + addressSize),
               QByteArray("\x05\x00\x00\x01\x7F\x00\x00\x01\x00\x00", 10));
    }

    void tunnel(QTcpSocket *client, const QString &host, quint16 port, const QByteArray &answer)
    {
        ++tunnels;
        client->setProperty("tunnel", true);
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        QObject::connect(server, &QAbstractSocket::connected, client,
                         [client, answer] { client->write(answer); });
        QObject::connect(server, &QIODevice::readyRead, client, [=] { client->write(server->readAll()); });
        QObject::connect(client, &QIODevice::readyRead, server, [=] { server->write(client->readAll()); });
        QObject::connect(server, &QAbstractSocket::disconnected, client,
                         [=] { client->disconnectFromHost(); });
        QObject::connect(client, &QAbstractSocket::disconnected, server,
                         [=] { server->disconnectFromHost(); });
        server->connectToHost(host, port);
    }

    QNetworkProxy::ProxyType m_type;
    QTcpServer m_server;
};

} // namespace confab
