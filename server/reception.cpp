#include "server/reception.h"

#include "core/chat/confabv1.h"
#include "server/pin.h"
#include "server/roomnames.h"
#include "server/roompath.h"

#include <QDateTime>

#include <array>

namespace confab {

namespace {

MemberInfo connectingInfo(const Visitor &visitor)
{
    MemberInfo info;
    info.id = visitor.id;
    info.name = guestName(visitor.id);
    info.address = visitor.address.toString();
    info.port = visitor.port;
    info.room = roomOfPath(visitor.request.path()).value_or(QString());
    info.origin = QString::fromLatin1(visitor.request.headers.value("Origin"));
    info.userAgent = QString::fromUtf8(visitor.request.headers.value("User-Agent"));
    info.readyState = ReadyState::Connecting;
    info.since = QDateTime::currentMSecsSinceEpoch();
    return info;
}

bool writeWhole(Transport &transport, const QByteArray &octets)
{
    const QByteArrayView piece(octets);
    return transport.write(std::span(&piece, 1)) == octets.size();
}

/// A head with one more field: QWebSocketServer knows no extensions.
QByteArray withField(QByteArray head, QByteArrayView name, QByteArrayView value)
{
    constexpr qsizetype emptyLineSize = 2;
    return head.insert(head.size() - emptyLineSize, name.toByteArray() + ": " + value.toByteArray() + "\r\n");
}

std::optional<RefusalReason> reasonOf(PinCheck::Verdict verdict)
{
    switch (verdict) {
    case PinCheck::Verdict::Right:
        return {};
    case PinCheck::Verdict::Missing:
        return RefusalReason::PinMissing;
    case PinCheck::Verdict::Wrong:
    case PinCheck::Verdict::WrongAgain:
        return RefusalReason::PinWrong;
    case PinCheck::Verdict::TooManyWrong:
        return RefusalReason::TooManyWrongPins;
    }
    Q_UNREACHABLE();
}

} // namespace

Reception::Reception(const ServerPolicy &policy, Refuser &refuser, TrafficWriter &traffic, Roster &roster,
                     QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_refuser(refuser)
    , m_traffic(traffic)
    , m_roster(roster)
    , m_origins(policy.allowedOrigins, policy.allowAnyOrigin)
    , m_bans(policy.bannedAddresses)
    , m_pin(policy.pin)
    , m_desk(policy.subprotocols)
{
    connect(&m_desk, &HandshakeDesk::answered, this, &Reception::decide);
}

Reception::~Reception()
{
    for (auto &[question, waiting] : m_waiting)
        close(std::move(waiting->info));
}

Reception::Waiting::Waiting(Reception &owner, Visitor asking, MemberInfo known)
    : reception(owner)
    , visitor(std::move(asking))
    , info(std::move(known))
{}

void Reception::receive(Visitor visitor)
{
    std::optional<Refusal> refusal =
        checkHandshake(visitor.request, rules(visitor), visitor.localAddress, visitor.sentMore);
    if (!refusal) { // pages that may not join cannot guess
        if (const auto reason = reasonOf(checkPin(pinOfQuery(visitor.request), visitor.address)))
            refusal = makeRefusal(*reason, visitor.request);
    }
    if (refusal) {
        m_refuser.refuse(std::move(visitor), *refusal);
        return;
    }
    MemberInfo info = connectingInfo(visitor);
    m_roster.update(info);
    auto waiting = std::make_unique<Waiting>(*this, std::move(visitor), std::move(info));
    waiting->question = m_desk.ask(waiting->visitor.request, waiting->visitor.address, waiting->visitor.port);
    waiting->visitor.transport->setListener(waiting.get());
    m_waiting.emplace(waiting->question, std::move(waiting));
}

Reception::Ahead Reception::lookAhead(const Visitor &visitor)
{
    const QList<QByteArray> offered{v1::subprotocol.latin1()};
    std::optional<RefusalReason> reason = checkPlace(offered, rules(visitor));
    bool isGuess = false;
    if (!reason) {
        const PinCheck::Verdict verdict = checkPin(pinOfField(visitor.request), visitor.address);
        reason = reasonOf(verdict);
        isGuess = verdict == PinCheck::Verdict::Wrong;
    }
    if (!reason)
        return {};
    Refusal refusal = makeRefusal(*reason, visitor.request);
    refusal.offeredSubprotocols = offered;
    return {refusal, isGuess};
}

HandshakeRules Reception::rules(const Visitor &visitor) const
{
    return {m_origins, m_policy.subprotocols, m_policy.acceptUnknownSubprotocol,
            m_roster.liveCount() >= m_policy.maxMembers, visitor.isEncrypted};
}

PinCheck::Verdict Reception::checkPin(const QByteArray &given, const QHostAddress &address)
{
    return m_pin.check(given, address, std::chrono::steady_clock::now());
}

void Reception::decide(quint64 question, const DeskAnswer &answer)
{
    auto node = m_waiting.extract(question);
    if (!node)
        return;
    Waiting &waiting = *node.mapped();
    Visitor &visitor = waiting.visitor;
    visitor.transport->setListener(nullptr);
    std::array<char, 1> more;
    const bool early = visitor.transport->read(more) > 0;
    std::optional<RefusalReason> reason;
    if (m_bans.has(visitor.address)) // since it asked
        reason = RefusalReason::AddressBanned;
    else if (!answer.accepted)
        reason = RefusalReason::DeskRefused;
    else if (early)
        reason = RefusalReason::EarlyFrames;
    if (reason) {
        close(std::move(waiting.info));
        const Refusal refusal = makeRefusal(*reason, visitor.request);
        m_refuser.refuse(std::move(visitor), refusal);
        return;
    }
    QByteArray reply = answer.reply;
    const std::optional<DeflateAgreement> agreement =
        acceptDeflate(visitor.request.headers, m_policy.deflate);
    if (agreement)
        reply = withField(reply, "Sec-WebSocket-Extensions", agreement->response);
    if (m_traffic.isWatched())
        m_traffic.response(visitor.peer(), 101, reply);
    if (!writeWhole(*visitor.transport, reply)) { // a new connection always takes it, unless it is gone
        close(std::move(waiting.info));
        return;
    }
    waiting.info.subprotocol = QString::fromLatin1(answer.subprotocol);
    auto admission =
        std::make_shared<Admission>(Admission{std::move(visitor.transport), std::move(waiting.info)});
    if (agreement)
        admission->deflate = agreement->parameters;
    Q_EMIT admitted(admission);
}

void Reception::forget(quint64 question)
{
    auto node = m_waiting.extract(question);
    if (!node)
        return;
    close(std::move(node.mapped()->info));
}

void Reception::close(MemberInfo info)
{
    info.readyState = ReadyState::Closed;
    info.closedAt = QDateTime::currentMSecsSinceEpoch();
    info.close = {CloseCode::AbnormalClosure, {}};
    m_roster.update(info);
}

} // namespace confab
