#pragma once

#include "core/link/transport.h"

#include <QAbstractSocket>

#include <memory>
#include <optional>

class QSslSocket;
class QTcpSocket;

namespace confab {

class TcpTail;

/// A Transport over a TCP or TLS socket that is connected. Bounds what the socket holds in both directions,
/// and sends what one write() takes in one piece. While it reads, Qt reports a reset by the peer like an end
/// in good order, as PeerEnded; Lost is what is noticed while writing, and time-outs of the system.
class SocketTransport final : public Transport
{
public:
    /// The most octets that wait inside the socket for the system, and for read().
    static constexpr qint64 maxPendingSize = 256 * 1024;
    static constexpr qint64 readBufferSize = 128 * 1024;

    /// @param socket connected, and for TLS encrypted; lives on this thread and has no parent.
    explicit SocketTransport(std::unique_ptr<QTcpSocket> socket);
    ~SocketTransport() override;

    void setListener(TransportListener *listener) override;
    qint64 read(std::span<char> buffer) override;
    qint64 write(std::span<const QByteArrayView> pieces) override;
    qint64 pendingSize() const override;
    TcpProgress progress() const override;
    /// TCP: ends our side alone. TLS: says close_notify and ends our side; what arrives from then on is
    /// dropped. Behind a proxy, where neither can be: closes the connection.
    void endWriting() override;
    void abort() override;

private:
    bool isConnected() const;
    /// Calls the listener from inside a signal or event of the socket. @return whether this still lives.
    template <typename Call>
    bool tell(Call call);
    void onBytesWritten();
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void finishWriting();
    void onTailEnded();
    void postEnd();
    void announceEnd();

    TransportListener *m_listener = nullptr;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_tls = nullptr;    ///< m_socket, if it is one
    QTcpSocket *m_tunnel = nullptr; ///< the connection to an HTTP proxy, if there is one between
    bool m_isPlain = false; ///< the socket's octets are the system's: neither TLS nor a proxy is between
    std::optional<TransportEnd> m_end; ///< what transportEnded() will say
    std::unique_ptr<TcpTail> m_tail;   ///< of TLS, from the end of our side on
    bool m_endAnnounced = false;
    bool m_writing = false;       ///< within write()
    bool m_refusedOctets = false; ///< transportWritable() is owed
    bool m_writingEnded = false;  ///< endWriting() was called
    bool *m_destroyed = nullptr;  ///< set when this is destroyed, while the listener is being called
};

} // namespace confab
