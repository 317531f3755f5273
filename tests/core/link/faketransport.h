#pragma once

#include "core/link/passingconnection.h"
#include "core/link/sharedoctets.h"
#include "core/link/transport.h"

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>

namespace confab {

/// A transport in memory: the test plays the system and the peer.
class FakeTransport : public Transport
{
public:
    QByteArray written;                               ///< what the system accepted
    qint64 room = std::numeric_limits<qint64>::max(); ///< how many more octets it accepts
    mutable TcpProgress state;                        ///< beneath
    quint64 acknowledgedEachTime = 0;                 ///< between two looks at it
    int writeCalls = 0;
    int looks = 0; ///< calls of lookAgain()
    std::function<void()> onLook = [] {};
    int sharedWrites = 0;        ///< of octets that many connections get
    QByteArrayList offeredAhead; ///< by sendAhead(), which sends nothing here
    bool writingEnded = false;
    bool aborted = false;
    std::shared_ptr<PassingConnection> passing; ///< what takeConnection() gives

    /// Octets of the peer's arrive, and nobody is told.
    void arrive(const QByteArray &octets) { m_incoming += octets; }

    /// The peer sends octets.
    void deliver(const QByteArray &octets)
    {
        arrive(octets);
        if (m_listener)
            m_listener->transportReadable();
    }

    /// The system accepts more.
    void makeRoom(qint64 octets)
    {
        room = octets;
        if (m_listener)
            m_listener->transportWritable();
    }

    void end(TransportEnd how)
    {
        if (m_listener)
            m_listener->transportEnded(how);
    }

    TcpProgress progress() const override
    {
        state.acknowledged += acknowledgedEachTime;
        return state;
    }

    qsizetype unread() const { return m_incoming.size(); }
    QByteArray takeUnread() { return std::exchange(m_incoming, {}); }
    QByteArray takeWritten() { return std::exchange(written, {}); }

    void setListener(TransportListener *listener) override { m_listener = listener; }

    qint64 read(std::span<char> buffer) override
    {
        const qsizetype count = std::min(m_incoming.size(), qsizetype(buffer.size()));
        std::memcpy(buffer.data(), m_incoming.constData(), std::size_t(count));
        m_incoming.remove(0, count);
        return count;
    }

    void lookAgain() override
    {
        ++looks;
        onLook();
    }

    qint64 write(std::span<const QByteArrayView> pieces) override
    {
        ++writeCalls;
        sharedWrites += int(pieces.size() == 1 && SharedOctets::of(pieces[0]));
        qint64 taken = 0;
        for (const QByteArrayView &piece : pieces) {
            const qint64 count = std::min(qint64(piece.size()), room);
            written.append(piece.first(qsizetype(count)));
            room -= count;
            taken += count;
        }
        return taken;
    }

    void sendAhead(QByteArrayView piece, SendRing &) override { offeredAhead.append(piece.toByteArray()); }

    std::shared_ptr<PassingConnection> takeConnection() override { return std::move(passing); }
    qint64 pendingSize() const override { return 0; }
    void endWriting() override { writingEnded = true; }

    void abort() override
    {
        aborted = true;
        end(TransportEnd::Local);
    }

private:
    TransportListener *m_listener = nullptr;
    QByteArray m_incoming;
};

} // namespace confab
