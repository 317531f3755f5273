#pragma once

#include "core/chat/memberinfo.h"
#include "core/chat/roommessage.h"
#include "core/link/link.h"
#include "server/memberrates.h"
#include "server/servertraffic.h"
#include "server/sharedmessage.h"

#include <QObject>

#include <memory>

namespace confab {

/// One live connection of the server: its link, what is known of it, and what its subprotocol makes of it.
/// Counts and writes down what passes; knows of no other member.
class Member : public QObject
{
    Q_OBJECT
public:
    enum class Behaviour {
        Plain,      ///< messages go to the room as they are
        Structured, ///< speaks confab.v1
        Echo,       ///< what it sends comes back to it alone; in no room
    };
    Q_ENUM(Behaviour)

    /// @param info what is known from the request, subprotocol and room included. @param traffic outlives the
    /// member.
    Member(std::unique_ptr<Link> link, MemberInfo info, ServerTraffic &traffic, const MemberRates &rates = {},
           QObject *parent = nullptr);
    ~Member() override;

    /// The opening handshake is done. @param deflate what was agreed on for permessage-deflate, if it was:
    /// without context takeover of the server's.
    void open(const std::optional<DeflateParameters> &deflate = {});

    quint64 id() const { return m_info.id; }
    Behaviour behaviour() const { return m_behaviour; }
    Author author() const { return {m_info.id, m_info.name, m_behaviour == Behaviour::Plain}; }
    void setName(const QString &name);

    /// What is known of it now, counters included.
    const MemberInfo &info();
    /// Whether info() differs from what it was when this was last asked.
    bool takeChanged();

    /// One message to this member alone. False if it is not OPEN.
    bool send(Opcode type, QByteArrayView payload);
    /// A message that others get too: counted, not written down. @return the octets of its payload on the
    /// wire; nothing if it is not OPEN.
    std::optional<quint64> deliver(SharedMessage &message);
    void ping();
    void close(const CloseStatus &status);
    /// Cuts the connection without a closing handshake.
    void abort();

Q_SIGNALS:
    /// A message for the room; never from an Echo.
    void messageReceived(const confab::Message &message);
    void readyStateChanged();
    /// Last signal of all, once.
    void closed();

private:
    TrafficPeer peer() const { return {m_info.id, m_info.name}; }
    void watchTraffic();
    void receive(const Message &message);
    /// Whether it may still speak, after something with a payload of this many octets; it is closed if not.
    bool charge(qsizetype octets);
    void finish(const CloseOutcome &outcome);

    std::unique_ptr<Link> m_link;
    MemberInfo m_info;
    Behaviour m_behaviour;
    std::optional<int> m_deflateBits; ///< the window for what it gets, if compressed frames may be sent
    ServerTraffic &m_traffic;
    RateGuard m_rates;
    bool m_tooFast = false; ///< it is being closed for that; what it still says goes to waste
    bool m_changed = true;
};

/// What a room path and a selected subprotocol make of a connection.
Member::Behaviour behaviourFor(const QString &room, const QString &subprotocol);

} // namespace confab
