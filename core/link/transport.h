#pragma once

#include <QByteArrayView>
#include <QObject>

#include <span>

namespace confab {

/// How a transport came to its end.
enum class TransportEnd {
    PeerEnded, ///< the peer ended its side in good order (TCP FIN, TLS close_notify)
    Lost,      ///< reset, unreachable, timed out
    Local,     ///< we cut it
};

/// An ordered stream of octets to one peer. Knows no protocol and keeps no queue of its own beyond what
/// write() took. Lives on one thread; all signals come from that thread's event loop, never from inside a
/// call, but for ended() from abort().
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Moves what has arrived into the buffer. @return how many octets, 0 if there are none now.
    virtual qint64 read(std::span<char> buffer) = 0;

    /// Takes octets for sending, in order, as many as it can without growing past its own small bound.
    /// @return how many octets it took; if fewer than offered, writable() follows.
    virtual qint64 write(std::span<const QByteArrayView> pieces) = 0;

    /// Octets taken by write() that the system has not accepted yet.
    virtual qint64 pendingSize() const = 0;

    /// Sends what was taken, then ends our side of the stream; reading goes on until the peer ends its side.
    virtual void endWriting() = 0;

    /// Cuts the connection at once; emits ended(Local) unless it had ended.
    virtual void abort() = 0;

Q_SIGNALS:
    void readable();
    void writable();
    void ended(confab::TransportEnd end);
};

} // namespace confab
