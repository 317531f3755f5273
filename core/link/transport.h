#pragma once

#include "core/link/tcpprogress.h"

#include <QByteArrayView>

#include <memory>
#include <span>
#include <utility>

namespace confab {

class PassingConnection;
class SendRing;

/// How a transport came to its end.
enum class TransportEnd {
    PeerEnded, ///< the peer ended its side in good order (TCP FIN, TLS close_notify)
    Lost,      ///< reset, unreachable, timed out
    Local,     ///< we cut it
};

/// Who is told what becomes of a transport. Called from the event loop of the transport's thread, never from
/// inside a call to the transport, but for transportEnded() from abort(). May destroy the transport.
class TransportListener
{
public:
    virtual void transportReadable() = 0;
    virtual void transportWritable() = 0;
    /// Once, and nothing after it.
    virtual void transportEnded(TransportEnd end) = 0;

protected:
    TransportListener() = default;
    ~TransportListener() = default;
    Q_DISABLE_COPY_MOVE(TransportListener)
};

/// An ordered stream of octets to one peer. Knows no protocol and keeps no queue of its own beyond what
/// write() took. Lives on one thread.
class Transport
{
public:
    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    /// Who is told from now on; null: nobody. What can be read already need not be announced again: a new
    /// listener reads once by itself. An end that nobody was told of is announced to it.
    virtual void setListener(TransportListener *listener) = 0;

    /// Keeps something until the connection is gone, and lets go of it then.
    void keep(std::shared_ptr<const void> companion) { m_companion = std::move(companion); }
    /// Gives that to another keeper.
    std::shared_ptr<const void> takeCompanion() { return std::move(m_companion); }

    /// Gives the connection away, so that another thread's transport can have it: this one has none then.
    /// @return null if it cannot be given: there is something of it here, or it has come to an end.
    virtual std::shared_ptr<PassingConnection> takeConnection() { return {}; }

    /// Moves what has arrived into the buffer. @return how many octets, 0 if there are none now:
    /// transportReadable() tells of the next ones.
    virtual qint64 read(std::span<char> buffer) = 0;

    /// Lets the next read() ask for what has arrived since the last one, which transportReadable() was not
    /// told of yet. Nothing where each read() does.
    virtual void lookAgain() {}

    /// Takes octets for sending, in order, as many as it can without growing past its own small bound.
    /// @return how many octets it took; if fewer than offered, transportWritable() follows. So it does when
    /// the last pending octet has gone to the system.
    virtual qint64 write(std::span<const QByteArrayView> pieces) = 0;

    /// Has this, which the next write() will offer, sent by the ring with what others are to get, if this
    /// transport can; the write() tells what became of it. Nothing else may be written between.
    virtual void sendAhead([[maybe_unused]] QByteArrayView piece, [[maybe_unused]] SendRing &ring) {}

    /// Octets taken by write() that the system has not accepted yet.
    virtual qint64 pendingSize() const = 0;

    /// How far the connection has got beneath this; all 0 where that is not known.
    virtual TcpProgress progress() const { return {}; }

    /// Sends what was taken, then ends our side of the stream; reading goes on until the peer ends its side.
    virtual void endWriting() = 0;

    /// Cuts the connection at once; tells of its end (Local) unless it had ended.
    virtual void abort() = 0;

private:
    std::shared_ptr<const void> m_companion;
};

} // namespace confab
