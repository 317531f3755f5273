#pragma once

#include "core/chat/memberinfo.h"
#include "server/banlist.h"
#include "server/handshakecheck.h"
#include "server/handshakedesk.h"
#include "server/pincheck.h"
#include "server/refuser.h"
#include "server/roster.h"
#include "server/serverpolicy.h"
#include "server/visitor.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace confab {

/// A connection whose opening handshake is done: the 101 is on its way.
struct Admission
{
    std::unique_ptr<Transport> transport;
    MemberInfo info;
    std::optional<DeflateParameters> deflate = {}; ///< what was agreed on for permessage-deflate
};

/// Takes visitors who ask for WebSocket through the opening handshake: checks, the desk's answer, and the 101
/// or a refusal. Keeps the roster true of those who are CONNECTING.
class Reception : public QObject
{
    Q_OBJECT
public:
    /// All but the policy outlive this.
    Reception(const ServerPolicy &policy, Refuser &refuser, TrafficWriter &traffic, Roster &roster,
              QObject *parent = nullptr);
    ~Reception() override;

    OriginPolicy &origins() { return m_origins; }
    BanList &bans() { return m_bans; }
    /// Asks for this one from now on; empty: for none.
    void setPin(const QByteArray &pin) { m_pin.setPin(pin); }

    void receive(Visitor visitor);
    struct Ahead
    {
        std::optional<Refusal> refusal;
        bool isGuess =
            false; ///< it had a PIN that is wrong and was not tried before: the host should hear of it
    };
    /// What the opening handshake of the join page would be refused for now, if for anything: the visitor
    /// asks by a plain request, for browsers do not tell a page.
    Ahead lookAhead(const Visitor &visitor);

Q_SIGNALS:
    /// The receiver takes the transport, in this very call.
    void admitted(const std::shared_ptr<confab::Admission> &admission);

private:
    /// A visitor whose question lies on the desk.
    struct Waiting final : TransportListener
    {
        Waiting(Reception &owner, Visitor asking, MemberInfo known);
        virtual ~Waiting() = default;
        void transportReadable() override {}
        void transportWritable() override {}
        void transportEnded(TransportEnd) override { reception.forget(question); } ///< and with it, this

        Reception &reception;
        quint64 question = 0;
        Visitor visitor;
        MemberInfo info;
    };
    HandshakeRules rules(const Visitor &visitor) const;
    PinCheck::Verdict checkPin(const QByteArray &given, const QHostAddress &address);
    void decide(quint64 question, const DeskAnswer &answer);
    void forget(quint64 question);
    void close(MemberInfo info);

    const ServerPolicy m_policy;
    Refuser &m_refuser;
    TrafficWriter &m_traffic;
    Roster &m_roster;
    OriginPolicy m_origins;
    BanList m_bans;
    PinCheck m_pin;
    HandshakeDesk m_desk;
    std::map<quint64, std::unique_ptr<Waiting>> m_waiting; ///< by question
};

} // namespace confab
