#include "server/frontdoor.h"

#include "core/link/sockettransport.h"
#include "server/refusalresponse.h"
#include "server/replysender.h"
#include "server/tlsgreeter.h"
#include "server/tlsredirect.h"
#include "server/webpage.h"

#include <QSslSocket>

namespace confab {

namespace {

constexpr std::chrono::milliseconds resumeInterval{100};

} // namespace

FrontDoor::FrontDoor(const ServerPolicy &policy, Reception &reception, Refuser &refuser,
                     ServerTraffic &traffic, const Roster &roster, QObject *parent)
    : QTcpServer(parent)
    , m_policy(policy)
    , m_reception(reception)
    , m_refuser(refuser)
    , m_traffic(traffic)
    , m_roster(roster)
{
    setListenBacklogSize(policy.listenBacklog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(resumeInterval);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    // Qt pauses after any error, and would never accept again.
    connect(this, &QTcpServer::acceptError, this, [this] { m_resume.start(); });
}

bool FrontDoor::open()
{
    return listen(m_policy.address, m_policy.port);
}

void FrontDoor::useTls(const QSslConfiguration &configuration)
{
    m_tls = configuration;
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    if (m_tls) {
        greet(descriptor);
        return;
    }
    auto socket = std::make_unique<QTcpSocket>();
    if (socket->setSocketDescriptor(descriptor))
        readHead(std::move(socket), m_policy.headTimeout);
}

void FrontDoor::greet(qintptr descriptor)
{
    auto *greeter = new TlsGreeter(descriptor, *m_tls, m_policy.headTimeout, this);
    connect(greeter, &TlsGreeter::greeted, this, [this, greeter] {
        readHead(greeter->takeSocket(), greeter->remainingTime());
        greeter->deleteLater();
    });
    connect(greeter, &TlsGreeter::gone, greeter, &QObject::deleteLater);
    greeter->start();
}

void FrontDoor::readHead(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds timeout)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *reader = new HeadReader(std::move(socket), m_policy.maxHeadSize, timeout, this);
    connect(reader, &HeadReader::headRead, this,
            [this, reader](const RequestHead &request) { welcome(reader, request); });
    connect(reader, &HeadReader::headMalformed, this, [this, reader](HttpError error) {
        const bool tooLarge = error == HttpError::HeadTooLarge;
        refuseHead(reader, tooLarge ? RefusalReason::HeadTooLarge : RefusalReason::BadHead, error);
    });
    connect(reader, &HeadReader::timedOut, this, [this, reader](bool silent) {
        if (silent)
            dismissSilent(reader);
        else
            refuseHead(reader, RefusalReason::HeadTimeout, HttpError::None);
    });
    connect(reader, &HeadReader::gone, reader, &QObject::deleteLater);
    reader->start();
}

void FrontDoor::welcome(HeadReader *reader, const RequestHead &request)
{
    Visitor visitor = visitorFrom(reader, request);
    if (request.method != "GET" && request.method != "HEAD") {
        refuse(std::move(visitor), RefusalReason::MethodNotAllowed);
    } else if (!asksForWebSocket(request)) {
        showPage(std::move(visitor));
    } else if (mustEncrypt(visitor)) {
        refuse(std::move(visitor), RefusalReason::TlsRequired); // browsers follow no redirect here
    } else {
        note(visitor);
        m_reception.receive(std::move(visitor));
    }
}

void FrontDoor::refuseHead(HeadReader *reader, RefusalReason reason, HttpError error)
{
    Visitor visitor = visitorFrom(reader, {});
    note(visitor);
    Refusal refusal = makeRefusal(reason, visitor.request);
    refusal.httpError = error;
    m_refuser.refuse(std::move(visitor), refusal);
}

void FrontDoor::dismissSilent(HeadReader *reader)
{
    // Browsers connect in advance and then do not ask: no news to anyone.
    Visitor visitor = visitorFrom(reader, {});
    const HttpResponse response =
        refusalResponse(makeRefusal(RefusalReason::HeadTimeout, visitor.request), m_policy.subprotocols);
    send(std::move(visitor), response);
}

void FrontDoor::showPage(Visitor visitor)
{
    const bool elsewhere = mustEncrypt(visitor);
    std::optional<HttpResponse> response =
        elsewhere ? tlsRedirect(visitor.request) : webPage(visitor.request, m_roster.liveCount());
    if (!response) {
        const RefusalReason reason = elsewhere ? RefusalReason::TlsRequired : RefusalReason::NotFound;
        response = refusalResponse(makeRefusal(reason, visitor.request), m_policy.subprotocols);
        response->withoutBody = visitor.request.method == "HEAD";
    }
    send(std::move(visitor), *response);
}

bool FrontDoor::mustEncrypt(const Visitor &visitor) const
{
    return m_tls && !m_policy.tls.allowPlain && !visitor.isEncrypted;
}

void FrontDoor::refuse(Visitor visitor, RefusalReason reason)
{
    note(visitor);
    const Refusal refusal = makeRefusal(reason, visitor.request);
    m_refuser.refuse(std::move(visitor), refusal);
}

void FrontDoor::send(Visitor visitor, const HttpResponse &response)
{
    new ReplySender(std::make_unique<SocketTransport>(std::move(visitor.socket)), encodeResponse(response),
                    this);
}

void FrontDoor::note(Visitor &visitor)
{
    visitor.id = nextConnectionId();
    m_traffic.request(visitor.peer(), visitor.head);
}

Visitor FrontDoor::visitorFrom(HeadReader *reader, const RequestHead &request)
{
    Visitor visitor;
    visitor.head = reader->head();
    visitor.request = request;
    visitor.address = plainAddress(reader->socket().peerAddress());
    visitor.port = reader->socket().peerPort();
    visitor.isEncrypted = qobject_cast<QSslSocket *>(&reader->socket()) != nullptr;
    visitor.socket = reader->takeSocket();
    reader->deleteLater();
    return visitor;
}

} // namespace confab
