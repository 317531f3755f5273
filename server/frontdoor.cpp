#include "server/frontdoor.h"

#include "core/link/sockettransport.h"
#include "server/descriptorroom.h"
#include "server/refusalresponse.h"
#include "server/replysender.h"
#include "server/webpage.h"

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
    , m_addresses(policy.perAddress)
    , m_descriptorLimit(descriptorLimit())
{
    setListenBacklogSize(policy.listenBacklog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(resumeInterval);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    // Qt pauses after an error that it sees, and would never accept again.
    connect(this, &QTcpServer::acceptError, this, [this] { m_resume.start(); });
}

bool FrontDoor::open()
{
    return listen(m_policy.address, m_policy.port);
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    const DescriptorRoom room = descriptorRoom(descriptor, m_descriptorLimit);
    const AddressLedger::Verdict verdict = count(*socket);
    if (room == DescriptorRoom::Gone || verdict == AddressLedger::Verdict::FarBeyond)
        return;
    std::optional<RefusalReason> excess;
    if (verdict == AddressLedger::Verdict::Beyond)
        excess = RefusalReason::TooManyConnections;
    else if (room == DescriptorRoom::Scarce)
        excess = RefusalReason::OutOfDescriptors;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *reader = new HeadReader(std::move(socket), m_policy.maxHeadSize, m_policy.headTimeout, this);
    connect(reader, &HeadReader::headRead, this,
            [this, reader, excess](const RequestHead &request) { welcome(reader, request, excess); });
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

AddressLedger::Verdict FrontDoor::count(QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    connect(&socket, &QObject::destroyed, this, [this, address] { m_addresses.leave(address); });
    return m_addresses.enter(address);
}

void FrontDoor::welcome(HeadReader *reader, const RequestHead &request, std::optional<RefusalReason> excess)
{
    Visitor visitor = visitorFrom(reader, request);
    if (excess) {
        note(visitor);
        m_refuser.refuse(std::move(visitor), makeRefusal(*excess, request));
    } else if (const auto refusal =
                   checkHost(request, m_reception.origins(), plainAddress(visitor.socket->localAddress()))) {
        note(visitor);
        m_refuser.refuse(std::move(visitor), *refusal);
    } else if (request.method != "GET" && request.method != "HEAD") {
        note(visitor);
        m_refuser.refuse(std::move(visitor), makeRefusal(RefusalReason::MethodNotAllowed, request));
    } else if (asksForWebSocket(request)) {
        note(visitor);
        if (!m_addresses.takeHandshake(visitor.address, std::chrono::steady_clock::now())) {
            m_refuser.refuse(std::move(visitor), makeRefusal(RefusalReason::TooManyHandshakes, request));
            return;
        }
        m_reception.receive(std::move(visitor));
    } else {
        showPage(std::move(visitor));
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
    new ReplySender(std::make_unique<SocketTransport>(std::move(visitor.socket)), encodeResponse(response),
                    this);
}

void FrontDoor::showPage(Visitor visitor)
{
    std::optional<HttpResponse> response = webPage(visitor.request, m_roster.liveCount());
    if (!response) {
        response =
            refusalResponse(makeRefusal(RefusalReason::NotFound, visitor.request), m_policy.subprotocols);
        response->withoutBody = visitor.request.method == "HEAD";
    }
    new ReplySender(std::make_unique<SocketTransport>(std::move(visitor.socket)), encodeResponse(*response),
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
    visitor.socket = reader->takeSocket();
    reader->deleteLater();
    return visitor;
}

} // namespace confab
