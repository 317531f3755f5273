#include "core/link/sockettransport.h"

#include "core/link/halfclose.h"
#include "core/link/remainder.h"
#include "core/link/tcptail.h"
#include "core/link/vectoredsend.h"

#include <QCoreApplication>
#include <QEvent>
#include <QNetworkProxy>
#include <QScopedValueRollback>
#include <QSslSocket>

#include <algorithm>
#include <functional>
#include <utility>

namespace confab {

namespace {

bool isProxied(const QTcpSocket &socket)
{
    const QNetworkProxy::ProxyType type = socket.proxy().type();
    return type == QNetworkProxy::HttpProxy || type == QNetworkProxy::Socks5Proxy;
}

/// Qt has a socket of its own for the connection to an HTTP proxy, inside of the one that is used, where what
/// was written waits without bound and is not told of.
QTcpSocket *tunnelOf(const QTcpSocket &socket)
{
    const auto inner = socket.findChildren<QTcpSocket *>();
    const auto found = std::find_if(inner.begin(), inner.end(), [](const QTcpSocket *candidate) {
        return !qobject_cast<const QAbstractSocket *>(candidate->parent()); // TLS has one, too
    });
    return found == inner.end() ? nullptr : *found;
}

} // namespace

SocketTransport::SocketTransport(std::unique_ptr<QTcpSocket> socket)
    : m_socket(std::move(socket))
    , m_tls(qobject_cast<QSslSocket *>(m_socket.get()))
    , m_isPlain(!m_tls && !isProxied(*m_socket) && m_socket->socketDescriptor() >= 0)
{
    // Without it, small messages wait for the peer's delayed acknowledgement, about 40 ms.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->setReadBufferSize(readBufferSize);
    QTcpSocket *context = m_socket.get();
    QObject::connect(context, &QIODevice::readyRead, context,
                     [this] { tell(&TransportListener::transportReadable); });
    QObject::connect(context, &QIODevice::bytesWritten, context, [this] { onBytesWritten(); });
    QObject::connect(context, &QAbstractSocket::errorOccurred, context,
                     [this](QAbstractSocket::SocketError error) { onError(error); });
    QObject::connect(context, &QAbstractSocket::disconnected, context, [this] { onDisconnected(); });
    if (m_tls)
        QObject::connect(m_tls, &QSslSocket::encryptedBytesWritten, context, [this] { onBytesWritten(); });
    m_tunnel = tunnelOf(*m_socket);
    if (m_tunnel)
        QObject::connect(m_tunnel, &QIODevice::bytesWritten, context, [this] { onBytesWritten(); });
    if (!isConnected())
        onDisconnected();
}

SocketTransport::~SocketTransport()
{
    m_socket->disconnect(m_socket.get());
    if (!m_destroyed)
        return;
    // The socket is in the middle of telling something: it goes when it is done.
    *m_destroyed = true;
    QCoreApplication::removePostedEvents(m_socket.get(), QEvent::MetaCall);
    m_socket->abort();
    m_socket.release()->deleteLater();
}

void SocketTransport::setListener(TransportListener *listener)
{
    m_listener = listener;
    if (m_listener && m_end && !m_endAnnounced)
        postEnd();
}

qint64 SocketTransport::read(std::span<char> buffer)
{
    if (!m_socket->isOpen())
        return 0;
    const qint64 count = std::max<qint64>(0, m_socket->read(buffer.data(), qint64(buffer.size())));
    // One that is closing still, with something to write yet, has not ended.
    if (m_end && !isConnected() && !m_tail && m_socket->bytesAvailable() == 0)
        postEnd();
    return count;
}

qint64 SocketTransport::write(std::span<const QByteArrayView> pieces)
{
    Remainder remainder(pieces);
    const qint64 offered = remainder.size();
    const QScopedValueRollback<bool> writing(m_writing, true);
    // Past the socket's own buffer as long as that is empty: nothing is copied, and its notifier stays off.
    bool systemTakesMore = m_isPlain && pendingSize() == 0;
    while (remainder.size() > 0 && isConnected() && !m_end && !m_writingEnded) {
        if (systemTakesMore) {
            const qint64 sent = sendVector(m_socket->socketDescriptor(), remainder.pieces());
            if (sent < 0)
                m_end = TransportEnd::Lost; // the socket notices by itself, behind what it has still to read
            else
                remainder.consume(sent);
            systemTakesMore = sent > 0;
            continue;
        }
        const qint64 room = maxPendingSize - pendingSize();
        if (room <= 0) {
            m_refusedOctets = true;
            return offered - remainder.size();
        }
        QByteArray taken;
        remainder.take(room, taken);
        m_socket->write(taken);
        if (!m_isPlain)
            m_socket->flush();
    }
    return offered; // all of it, or nobody is there to get the rest
}

qint64 SocketTransport::pendingSize() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0) +
           (m_tunnel ? m_tunnel->bytesToWrite() : 0);
}

TcpProgress SocketTransport::progress() const
{
    return tcpProgress(m_socket->socketDescriptor());
}

void SocketTransport::endWriting()
{
    m_writingEnded = true;
    if (pendingSize() == 0)
        finishWriting();
}

void SocketTransport::abort()
{
    if (m_endAnnounced)
        return;
    m_endAnnounced = true;
    m_socket->disconnect(m_socket.get());
    m_tail.reset();
    m_socket->abort();
    if (m_listener)
        m_listener->transportEnded(m_end.value_or(TransportEnd::Local));
}

template <typename Call>
bool SocketTransport::tell(Call call)
{
    if (!m_listener)
        return true;
    bool destroyed = false;
    bool *const outer = std::exchange(m_destroyed, &destroyed);
    std::invoke(call, *m_listener);
    if (destroyed) {
        if (outer)
            *outer = true;
        return false;
    }
    m_destroyed = outer;
    return true;
}

bool SocketTransport::isConnected() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void SocketTransport::onBytesWritten()
{
    if (m_writing)
        return;
    if (m_writingEnded && pendingSize() == 0) {
        finishWriting();
    } else if (pendingSize() == 0 || (m_refusedOctets && pendingSize() <= maxPendingSize / 2)) {
        m_refusedOctets = false;
        tell(&TransportListener::transportWritable);
    }
}

void SocketTransport::onError(QAbstractSocket::SocketError error)
{
    if (!m_end)
        m_end =
            error == QAbstractSocket::RemoteHostClosedError ? TransportEnd::PeerEnded : TransportEnd::Lost;
}

void SocketTransport::onDisconnected()
{
    if (!m_end)
        m_end = m_writingEnded ? TransportEnd::Local : TransportEnd::Lost;
    if (m_tail)
        m_tail->start();
    else
        postEnd();
}

void SocketTransport::finishWriting()
{
    if (!isConnected() || (m_isPlain && halfClose(m_socket->socketDescriptor())))
        return;
    if (m_tls && !isProxied(*m_socket) && m_socket->socketDescriptor() >= 0) {
        auto tail = std::make_unique<TcpTail>(m_socket->socketDescriptor());
        QObject::connect(tail.get(), &TcpTail::ended, tail.get(), [this] { onTailEnded(); });
        if (tail->isValid())
            m_tail = std::move(tail);
    }
    m_socket->disconnectFromHost();
}

void SocketTransport::onTailEnded()
{
    m_tail.release()->deleteLater(); // it is the sender
    postEnd();
}

void SocketTransport::postEnd()
{
    QMetaObject::invokeMethod(
        m_socket.get(), [this] { announceEnd(); }, Qt::QueuedConnection);
}

void SocketTransport::announceEnd()
{
    if (m_endAnnounced || !m_listener)
        return;
    if (m_socket->bytesAvailable() > 0) {
        // What arrived before the end comes first; what waits to be written is taken and dropped.
        if (tell(&TransportListener::transportWritable))
            tell(&TransportListener::transportReadable);
        return;
    }
    m_endAnnounced = true;
    tell([end = *m_end](TransportListener &listener) { listener.transportEnded(end); });
}

} // namespace confab
