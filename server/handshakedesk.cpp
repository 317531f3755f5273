#include "server/handshakedesk.h"

#include "core/wire/handshake.h"
#include "server/memorysocket.h"

#include <QWebSocket>

#include <algorithm>
#include <memory>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

bool concernsHandshake(const QByteArray &name)
{
    const auto is = [&name](QByteArrayView other) {
        return name.size() == other.size() && name.compare(other, Qt::CaseInsensitive) == 0;
    };
    constexpr QByteArrayView prefix("Sec-WebSocket-");
    return is("Host") || is("Upgrade") || is("Connection") || is("Origin") ||
           (name.size() > prefix.size() &&
            QByteArrayView(name).first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0);
}

} // namespace

HandshakeDesk::HandshakeDesk(const QList<QByteArray> &subprotocols, QObject *parent)
    : QObject(parent)
    , m_server(u"Confab"_s, QWebSocketServer::NonSecureMode)
{
    QStringList names;
    for (const QByteArray &name : subprotocols)
        names.append(QString::fromLatin1(name));
    m_server.setSupportedSubprotocols(names);
    connect(&m_server, &QWebSocketServer::newConnection, this, &HandshakeDesk::takeAccepted);
}

HandshakeDesk::~HandshakeDesk() = default;

QList<QByteArray> HandshakeDesk::supportedAmong(const QList<QByteArray> &offered) const
{
    const QStringList supported = m_server.supportedSubprotocols();
    QList<QByteArray> result;
    std::copy_if(
        offered.cbegin(), offered.cend(), std::back_inserter(result),
        [&supported](const QByteArray &name) { return supported.contains(QString::fromLatin1(name)); });
    return result;
}

quint64 HandshakeDesk::ask(const RequestHead &request, const QHostAddress &peerAddress, quint16 peerPort)
{
    const quint64 question = ++m_lastQuestion;
    const bool withSubprotocols = !supportedAmong(offeredSubprotocols(request)).isEmpty();
    const QByteArray head = deskHead(request, withSubprotocols);
    const QByteArray key = request.headers.value("Sec-WebSocket-Key");
    if (std::optional<DeskAnswer> known = m_memory.recall(head, key)) {
        if (m_known.isEmpty())
            QMetaObject::invokeMethod(this, &HandshakeDesk::tellKnown, Qt::QueuedConnection);
        m_known.append({question, std::move(*known)});
        return question;
    }
    auto *socket = new MemorySocket(head, peerAddress, peerPort, this);
    m_open.insert(question, {socket, head, key});
    connect(socket, &MemorySocket::answered, this, [this, question] { m_answering = question; });
    connect(socket, &MemorySocket::hungUp, this, [this, question] { answer(question, false, {}); });
    m_server.handleConnection(socket);
    return question;
}

void HandshakeDesk::takeAccepted()
{
    const std::unique_ptr<QWebSocket> accepted(m_server.nextPendingConnection());
    if (!accepted)
        return;
    answer(m_answering, true, accepted->subprotocol().toLatin1());
    // What it says in parting goes nowhere.
    accepted->abort();
}

void HandshakeDesk::tellKnown()
{
    for (const Known &known : std::exchange(m_known, {}))
        Q_EMIT answered(known.question, known.answer);
}

void HandshakeDesk::answer(quint64 question, bool accepted, const QByteArray &subprotocol)
{
    const Question asked = m_open.take(question);
    if (!asked.socket)
        return;
    asked.socket->discardWrites();
    asked.socket->deleteLater();
    const DeskAnswer answer{accepted, accepted ? asked.socket->written() : QByteArray(), subprotocol};
    m_memory.remember(asked.head, asked.key, answer);
    Q_EMIT answered(question, answer);
}

QByteArray deskHead(const RequestHead &request, bool withSubprotocols)
{
    constexpr qsizetype usualSize = 512;
    QByteArray head;
    head.reserve(usualSize);
    head.append(request.method).append(' ').append(request.target);
    head.append(" HTTP/1.").append(char('0' + request.minorVersion)).append("\r\n");
    for (const HttpHeader &header : request.headers.all()) {
        const bool offersSubprotocols =
            header.name.compare("Sec-WebSocket-Protocol", Qt::CaseInsensitive) == 0;
        if (concernsHandshake(header.name) && (withSubprotocols || !offersSubprotocols))
            head.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    return head.append("\r\n");
}

} // namespace confab
