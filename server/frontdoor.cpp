#include "server/frontdoor.h"

#include "core/link/networkbackend.h"
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
    , m_addresses(std::make_shared<AddressLedger>(policy.perAddress))
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
    const SocketEnds ends = socketEnds(descriptor);
    std::unique_ptr<Transport> transport = makeTransport(descriptor);
    if (!transport)
        return;
    const DescriptorRoom room = descriptorRoom(descriptor, m_descriptorLimit);
    const AddressLedger::Verdict verdict = count(*transport, ends.peer);
    if (room == DescriptorRoom::Gone || verdict == AddressLedger::Verdict::FarBeyond)
        return;
    std::optional<RefusalReason> excess;
    if (verdict == AddressLedger::Verdict::Beyond)
        excess = RefusalReason::TooManyConnections;
    else if (room == DescriptorRoom::Scarce)
        excess = RefusalReason::OutOfDescriptors;
    auto *reader = new HeadReader(std::move(transport), m_policy.maxHeadSize, m_policy.headTimeout, this);
    connect(reader, &HeadReader::headRead, this, [this, reader, ends, excess](const RequestHead &request) {
        welcome(visitorFrom(reader, ends, request), excess);
    });
    connect(reader, &HeadReader::headMalformed, this, [this, reader, ends](HttpError error) {
        const bool tooLarge = error == HttpError::HeadTooLarge;
        refuseHead(visitorFrom(reader, ends), tooLarge ? RefusalReason::HeadTooLarge : RefusalReason::BadHead,
                   error);
    });
    connect(reader, &HeadReader::timedOut, this, [this, reader, ends](bool silent) {
        if (silent)
            dismissSilent(visitorFrom(reader, ends));
        else
            refuseHead(visitorFrom(reader, ends), RefusalReason::HeadTimeout, HttpError::None);
    });
    connect(reader, &HeadReader::gone, reader, &QObject::deleteLater);
    reader->start();
}

AddressLedger::Verdict FrontDoor::count(Transport &transport, const QHostAddress &address)
{
    if (m_addresses->counts(address)) {
        const auto leave = [ledger = m_addresses, address](const void *) { ledger->leave(address); };
        transport.keep(std::shared_ptr<const void>(m_addresses.get(), leave));
    }
    return m_addresses->enter(address);
}

void FrontDoor::welcome(Visitor visitor, std::optional<RefusalReason> excess)
{
    if (excess) {
        note(visitor);
        const Refusal refusal = makeRefusal(*excess, visitor.request);
        m_refuser.refuse(std::move(visitor), refusal);
    } else if (const auto misdirected =
                   checkHost(visitor.request, m_reception.origins(), visitor.localAddress)) {
        note(visitor);
        m_refuser.refuse(std::move(visitor), *misdirected);
    } else if (visitor.request.method != "GET" && visitor.request.method != "HEAD") {
        note(visitor);
        const Refusal refusal = makeRefusal(RefusalReason::MethodNotAllowed, visitor.request);
        m_refuser.refuse(std::move(visitor), refusal);
    } else if (asksForWebSocket(visitor.request)) {
        note(visitor);
        if (!m_addresses->takeHandshake(visitor.address, std::chrono::steady_clock::now())) {
            const Refusal refusal = makeRefusal(RefusalReason::TooManyHandshakes, visitor.request);
            m_refuser.refuse(std::move(visitor), refusal);
            return;
        }
        m_reception.receive(std::move(visitor));
    } else {
        showPage(std::move(visitor));
    }
}

void FrontDoor::refuseHead(Visitor visitor, RefusalReason reason, HttpError error)
{
    note(visitor);
    Refusal refusal = makeRefusal(reason, visitor.request);
    refusal.httpError = error;
    m_refuser.refuse(std::move(visitor), refusal);
}

void FrontDoor::dismissSilent(Visitor visitor)
{
    // Browsers connect in advance and then do not ask: no news to anyone.
    const HttpResponse response =
        refusalResponse(makeRefusal(RefusalReason::HeadTimeout, visitor.request), m_policy.subprotocols);
    new ReplySender(std::move(visitor.transport), encodeResponse(response), this);
}

void FrontDoor::showPage(Visitor visitor)
{
    std::optional<HttpResponse> response = webPage(visitor.request, m_roster.liveCount());
    if (!response) {
        response =
            refusalResponse(makeRefusal(RefusalReason::NotFound, visitor.request), m_policy.subprotocols);
        response->withoutBody = visitor.request.method == "HEAD";
    }
    new ReplySender(std::move(visitor.transport), encodeResponse(*response), this);
}

void FrontDoor::note(Visitor &visitor)
{
    visitor.id = nextConnectionId();
    m_traffic.request(visitor.peer(), visitor.head);
}

Visitor FrontDoor::visitorFrom(HeadReader *reader, const SocketEnds &ends, const RequestHead &request)
{
    Visitor visitor;
    visitor.head = reader->head();
    visitor.request = request;
    visitor.sentMore = !reader->rest().isEmpty();
    visitor.address = ends.peer;
    visitor.port = ends.peerPort;
    visitor.localAddress = ends.local;
    visitor.transport = reader->takeTransport();
    reader->deleteLater();
    return visitor;
}

} // namespace confab
