#include "server/member.h"

#include "core/chat/confabv1.h"
#include "core/wire/frameencoder.h"
#include "server/roompath.h"

#include <QDateTime>

namespace confab {

using namespace Qt::StringLiterals;

Member::Member(std::unique_ptr<Link> link, MemberInfo info, ServerTraffic &traffic, const MemberRates &rates,
               QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
    , m_info(std::move(info))
    , m_behaviour(behaviourFor(m_info.room, m_info.subprotocol))
    , m_traffic(traffic)
    , m_rates(rates)
{
    m_info.structured = m_behaviour == Behaviour::Structured;
    connect(m_link.get(), &Link::messageReceived, this, &Member::receive);
    connect(m_link.get(), &Link::readyStateChanged, this, [this](ReadyState state) {
        m_info.readyState = state;
        m_changed = true;
        if (state != ReadyState::Closed) // finish() tells of that, with the outcome
            Q_EMIT readyStateChanged();
    });
    connect(m_link.get(), &Link::closed, this, &Member::finish);
    watchTraffic();
}

Member::~Member() = default;

void Member::open(const std::optional<DeflateParameters> &deflate)
{
    if (deflate)
        m_deflateBits = deflate->serverMaxWindowBits;
    m_link->open({}, deflate);
}

void Member::setName(const QString &name)
{
    m_info.name = name;
    m_changed = true;
}

const MemberInfo &Member::info()
{
    m_info.bufferedAmount = m_link->bufferedAmount();
    m_info.roundTripMicroseconds = std::max<qint64>(-1, m_link->roundTripTime().count());
    return m_info;
}

bool Member::takeChanged()
{
    const bool changed = m_changed || m_info.bufferedAmount != m_link->bufferedAmount();
    m_changed = false;
    return changed;
}

bool Member::send(Opcode type, QByteArrayView payload)
{
    const std::optional<quint64> wireSize =
        type == Opcode::Text ? m_link->sendText(payload) : m_link->sendBinary(payload);
    if (!wireSize)
        return false;
    ++m_info.messagesSent;
    m_info.octetsSent += quint64(payload.size());
    m_changed = true;
    m_traffic.message(peer(), Direction::Sent, {type, payload.toByteArray(), 1, *wireSize});
    return true;
}

std::optional<quint64> Member::deliver(SharedMessage &message)
{
    const QByteArray &frame = message.frameFor(m_deflateBits);
    if (!m_link->sendEncoded(frame))
        return {};
    ++m_info.messagesSent;
    m_info.octetsSent += quint64(message.payload().size());
    m_changed = true;
    return payloadSizeOf(frame);
}

void Member::ping()
{
    m_link->sendPing();
}

void Member::close(const CloseStatus &status)
{
    m_link->close(status);
}

void Member::abort()
{
    m_link->abort();
}

void Member::watchTraffic()
{
    connect(m_link.get(), &Link::pingReceived, this, [this](const QByteArray &payload) {
        if (charge(payload.size()))
            m_traffic.control(peer(), Direction::Received, Opcode::Ping, payload);
    });
    connect(m_link.get(), &Link::controlSent, this, [this](Opcode opcode, const QByteArray &payload) {
        m_traffic.control(peer(), Direction::Sent, opcode, payload);
    });
    connect(m_link.get(), &Link::pongReceived, this, [this](const QByteArray &payload) {
        m_changed = true;
        if (charge(payload.size()))
            m_traffic.control(peer(), Direction::Received, Opcode::Pong, payload);
    });
    connect(m_link.get(), &Link::closeReceived, this,
            [this](const CloseStatus &status) { m_traffic.close(peer(), Direction::Received, status); });
    connect(m_link.get(), &Link::closeSent, this,
            [this](const CloseStatus &status) { m_traffic.close(peer(), Direction::Sent, status); });
    connect(m_link.get(), &Link::failed, this, [this](WireError error) { m_traffic.failure(peer(), error); });
}

void Member::receive(const Message &message)
{
    if (!charge(message.payload.size()))
        return;
    ++m_info.messagesReceived;
    m_info.octetsReceived += quint64(message.payload.size());
    m_changed = true;
    m_traffic.message(peer(), Direction::Received, message);
    if (m_behaviour == Behaviour::Echo)
        send(message.type, message.payload);
    else
        Q_EMIT messageReceived(message);
}

bool Member::charge(qsizetype octets)
{
    if (m_tooFast)
        return false;
    const Bound exceeded = m_rates.charge(octets, std::chrono::steady_clock::now());
    if (exceeded == Bound::None)
        return true;
    m_tooFast = true;
    m_link->close({CloseCode::PolicyViolation, exceeded == Bound::MessageRate
                                                   ? u"too fast: messages per second"_s
                                                   : u"too fast: bytes per second"_s},
                  exceeded);
    return false;
}

void Member::finish(const CloseOutcome &outcome)
{
    m_info.readyState = ReadyState::Closed;
    m_info.close = outcome.status;
    if (outcome.sent)
        m_info.closeSent = outcome.sent->code;
    m_info.exceeded = outcome.bound;
    m_info.closedAt = QDateTime::currentMSecsSinceEpoch();
    m_changed = true;
    m_traffic.ended(peer(), outcome.status, outcome.bound);
    Q_EMIT readyStateChanged();
    Q_EMIT closed();
}

Member::Behaviour behaviourFor(const QString &room, const QString &subprotocol)
{
    if (room == echoPath || subprotocol == "echo"_L1)
        return Member::Behaviour::Echo;
    return subprotocol == v1::subprotocol ? Member::Behaviour::Structured : Member::Behaviour::Plain;
}

} // namespace confab
