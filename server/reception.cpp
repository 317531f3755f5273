#include "server/reception.h"

#include "server/roomnames.h"
#include "server/roompath.h"

#include <QDateTime>

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

/// A head with one more field: QWebSocketServer knows no extensions.
QByteArray withField(QByteArray head, QByteArrayView name, QByteArrayView value)
{
    constexpr qsizetype emptyLineSize = 2;
    return head.insert(head.size() - emptyLineSize, name.toByteArray() + ": " + value.toByteArray() + "\r\n");
}

} // namespace

Reception::Reception(const ServerPolicy &policy, Refuser &refuser, ServerTraffic &traffic, Roster &roster,
                     QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_refuser(refuser)
    , m_traffic(traffic)
    , m_roster(roster)
    , m_origins(policy.allowedOrigins, policy.allowAnyOrigin)
    , m_desk(policy.subprotocols)
{
    connect(&m_desk, &HandshakeDesk::answered, this, &Reception::decide);
}

Reception::~Reception()
{
    for (auto &[question, waiting] : m_waiting) {
        waiting.visitor.socket->disconnect(this); // it says so when it is destroyed
        close(std::move(waiting.info));
    }
}

void Reception::receive(Visitor visitor)
{
    const HandshakeRules rules{m_origins, m_policy.subprotocols, m_policy.acceptUnknownSubprotocol,
                               m_roster.liveCount() >= m_policy.maxMembers, visitor.isEncrypted};
    const std::optional<Refusal> refusal =
        checkHandshake(visitor.request, rules, plainAddress(visitor.socket->localAddress()),
                       visitor.socket->bytesAvailable() > 0);
    if (refusal) {
        m_refuser.refuse(std::move(visitor), *refusal);
        return;
    }
    MemberInfo info = connectingInfo(visitor);
    m_roster.update(info);
    const quint64 question = m_desk.ask(visitor.request, visitor.address, visitor.port);
    connect(visitor.socket.get(), &QTcpSocket::disconnected, this, [this, question] { forget(question); });
    m_waiting.emplace(question, Waiting{std::move(visitor), std::move(info)});
}

void Reception::decide(quint64 question, const DeskAnswer &answer)
{
    auto node = m_waiting.extract(question);
    if (!node)
        return;
    Waiting waiting = std::move(node.mapped());
    waiting.visitor.socket->disconnect(this);
    if (waiting.visitor.socket->bytesAvailable() > 0 || !answer.accepted) {
        const RefusalReason reason =
            answer.accepted ? RefusalReason::EarlyFrames : RefusalReason::DeskRefused;
        close(std::move(waiting.info));
        const Refusal refusal = makeRefusal(reason, waiting.visitor.request);
        m_refuser.refuse(std::move(waiting.visitor), refusal);
        return;
    }
    QByteArray reply = answer.reply;
    const std::optional<DeflateAgreement> agreement =
        acceptDeflate(waiting.visitor.request.headers, m_policy.deflate);
    if (agreement)
        reply = withField(reply, "Sec-WebSocket-Extensions", agreement->response);
    m_traffic.response(waiting.visitor.peer(), 101, reply);
    waiting.visitor.socket->write(reply);
    waiting.info.subprotocol = QString::fromLatin1(answer.subprotocol);
    auto admission =
        std::make_shared<Admission>(Admission{std::move(waiting.visitor.socket), std::move(waiting.info)});
    if (agreement)
        admission->deflate = agreement->parameters;
    Q_EMIT admitted(admission);
}

void Reception::forget(quint64 question)
{
    auto node = m_waiting.extract(question);
    if (!node)
        return;
    Waiting &waiting = node.mapped();
    close(std::move(waiting.info));
    // It is the sender of the signal that brought us here.
    waiting.visitor.socket.release()->deleteLater();
}

void Reception::close(MemberInfo info)
{
    info.readyState = ReadyState::Closed;
    info.closedAt = QDateTime::currentMSecsSinceEpoch();
    info.close = {CloseCode::AbnormalClosure, {}};
    m_roster.update(info);
}

} // namespace confab
