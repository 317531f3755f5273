#pragma once

#include "core/chat/memberinfo.h"
#include "core/chat/roommessage.h"
#include "core/link/link.h"
#include "core/link/pooled.h"
#include "core/traffic/trafficwriter.h"
#include "server/memberrates.h"
#include "server/participant.h"
#include "server/rosterwriter.h"

#include <memory>
#include <optional>

namespace confab {

class Member;

/// Who is told what becomes of a member, on its thread. Must not destroy it from inside.
class MemberListener
{
public:
    /// A message for the room; never from an Echo.
    virtual void memberSaid(Member &member, const Message &message) = 0;
    /// It is there, which probe() had asked.
    virtual void memberAnswered(Member &member) = 0;
    /// It is CLOSED, which the roster was not told yet. The last call of all, once.
    virtual void memberClosed(Member &member) = 0;

protected:
    MemberListener() = default;
    ~MemberListener() = default;
    Q_DISABLE_COPY_MOVE(MemberListener)
};

/// One live connection of the server: its link, what is known of it, and what its subprotocol makes of it.
/// Counts and writes down what passes, and tells the roster until it is CLOSED; knows of no other member.
class Member final : public Participant, public Pooled<Member>, private LinkListener
{
public:
    /// @param info what is known from the request, subprotocol and room included. What is referred to
    /// outlives the member.
    Member(std::unique_ptr<Transport> transport, const LinkPolicy &policy, LinkLoop &loop, MemberInfo info,
           TrafficWriter &traffic, RosterWriter &roster, MemberListener &listener,
           const MemberRates &rates = {});
    ~Member() override;

    /// The opening handshake is done. @param deflate what was agreed on for permessage-deflate, if it was:
    /// without context takeover of the server's.
    void open(const std::optional<DeflateParameters> &deflate = {});

    Author author() const override { return {id(), m_info.name, behaviour() == Behaviour::Plain}; }
    void setName(const QString &name) override;
    Member *here() override { return this; }
    RemoteMember *elsewhere() override { return nullptr; }

    /// What is known of it now, counters included.
    const MemberInfo &info();
    /// The same without what only changes with its state or name.
    const MemberCounters &counters();

    /// One message to this member alone. False if it is not OPEN.
    bool send(Opcode type, QByteArrayView payload) override;
    bool replay(Opcode type, QByteArrayView payload) override;
    /// Messages that others get too: counted, not written down. @param frames whole ones, encoded for
    /// deflateBits(). @param octets of their payloads. False if it is not OPEN.
    bool deliver(const QByteArray &frames, int messages, quint64 octets);
    /// As Link::sendAhead(), for what deliver() is about to be given.
    void sendAhead(QByteArrayView frames, SendRing &ring) { m_link.sendAhead(frames, ring); }
    /// The window for compressed frames that it gets; nothing if it takes none.
    const std::optional<int> &deflateBits() const { return m_deflateBits; }
    /// Fetches into the processor's caches what deliver() will touch of this, but for its transport.
    void prefetch() const;
    /// Where that is.
    const void *transportAddress() const { return m_link.transportAddress(); }
    void ping();
    void probe() override { m_link.probe(); }
    void close(const CloseStatus &status);
    /// Closes it, and takes nothing more that it says.
    void dismiss(const CloseStatus &status);
    /// Cuts the connection without a closing handshake.
    void abort();

private:
    friend class RosterWriter;
    void linkReceivedMessage(const MessageView &message) override;
    void linkReceivedPing(const QByteArray &payload, QByteArrayView header) override;
    void linkSentControl(Opcode opcode, const QByteArray &payload) override;
    void linkReceivedPong(const QByteArray &payload, QByteArrayView header) override;
    void linkAnswered() override { m_listener.memberAnswered(*this); }
    void linkReceivedClose(const CloseStatus &status, QByteArrayView header) override;
    void linkSentClose(const CloseStatus &status) override;
    void linkFailed(WireError error, const QByteArray &atFault) override;
    void linkOverflowed(qsizetype) override {}
    void linkStateChanged(ReadyState state) override;
    void linkClosed(const CloseOutcome &outcome) override;
    std::optional<quint64> queue(Opcode type, QByteArrayView payload);
    bool noteSent(Opcode type, QByteArrayView payload, const std::optional<quint64> &wireSize);
    void count(QByteArrayView payload, const std::optional<quint64> &wireSize);
    void echo(const MessageView &message);
    void noteCounters();
    /// Whether it may still speak, after something with a payload of this many octets; it is closed if not.
    bool charge(qsizetype octets);

    Link m_link;
    TrafficWriter &m_traffic;
    RosterWriter &m_roster;
    // A broadcast needs these and the info's beginning, the counters.
    std::optional<int> m_deflateBits;
    quint32 m_rosterPlace = RosterWriter::unlisted; ///< the RosterWriter's
    MemberInfo m_info;
    TrafficPeer m_peer; ///< as m_info has it
    MemberListener &m_listener;
    RateGuard m_rates;
    bool m_isDismissed = false; ///< it is being closed; what it still says goes to waste
};

/// What a room path and a selected subprotocol make of a connection.
Participant::Behaviour behaviourFor(const QString &room, const QString &subprotocol);

} // namespace confab
