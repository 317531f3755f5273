#include "server/handshakedesk.h"

#include "core/wire/handshake.h"
#include "server/memorysocket.h"

#include <QWebSocket>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView keyName("Sec-WebSocket-Key");
constexpr QByteArrayView subprotocolName("Sec-WebSocket-Protocol");

bool concernsHandshake(QByteArrayView name)
{
    constexpr QByteArrayView prefix("Sec-WebSocket-");
    return equalsIgnoringCase(name, "Host") || equalsIgnoringCase(name, "Upgrade") ||
           equalsIgnoringCase(name, "Connection") || equalsIgnoringCase(name, "Origin") ||
           (name.size() > prefix.size() && equalsIgnoringCase(name.first(prefix.size()), prefix) &&
            !equalsIgnoringCase(name, "Sec-WebSocket-Extensions")); // which QWebSocketServer does not know
}

/// An answer of the kind 1xx need not have one (RFC 9110 §6.6.1), and one that is given again would have an
/// old one.
QByteArray withoutDate(QByteArray reply)
{
    constexpr QByteArrayView lineEnd("\r\n");
    const qsizetype start = reply.indexOf("\r\nDate: ");
    return start < 0 ? reply : reply.remove(start, reply.indexOf(lineEnd, start + lineEnd.size()) - start);
}

std::string &operator<<(std::string &octets, QByteArrayView more)
{
    return octets.append(more.data(), std::size_t(more.size()));
}

QByteArray writeHead(const RequestHead &request, bool withSubprotocols, bool withKey)
{
    constexpr std::size_t usualSize = 512;
    std::string head;
    head.reserve(usualSize);
    head << request.method << " " << request.path() << " HTTP/1."; // it has no use for a query
    head.append(1, char('0' + request.minorVersion)) << "\r\n";
    for (const HttpHeader &header : request.headers.all()) {
        if (!concernsHandshake(header.name) ||
            (!withSubprotocols && equalsIgnoringCase(header.name, subprotocolName)))
            continue;
        head << header.name << ": ";
        // The first alone is the key that is asked about.
        const bool isKey = !withKey && equalsIgnoringCase(header.name, keyName);
        if (isKey)
            withKey = true;
        else
            head << header.value;
        head << "\r\n";
    }
    head << "\r\n";
    return QByteArray::fromStdString(head);
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
    if (offered.isEmpty())
        return {};
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
    const QByteArray kind = deskKind(request, withSubprotocols);
    const QByteArray key = request.headers.value(keyName);
    if (std::optional<DeskAnswer> known = m_memory.recall(kind, key)) {
        if (m_known.isEmpty())
            QMetaObject::invokeMethod(this, &HandshakeDesk::tellKnown, Qt::QueuedConnection);
        m_known.append({question, std::move(*known)});
        return question;
    }
    auto *socket = new MemorySocket(deskHead(request, withSubprotocols), peerAddress, peerPort, this);
    m_open.insert(question, {socket, kind, key});
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
    const DeskAnswer answer{accepted, accepted ? withoutDate(asked.socket->written()) : QByteArray(),
                            subprotocol};
    m_memory.remember(asked.kind, asked.key, answer);
    Q_EMIT answered(question, answer);
}

QByteArray deskHead(const RequestHead &request, bool withSubprotocols)
{
    return writeHead(request, withSubprotocols, true);
}

QByteArray deskKind(const RequestHead &request, bool withSubprotocols)
{
    return writeHead(request, withSubprotocols, false);
}

} // namespace confab
