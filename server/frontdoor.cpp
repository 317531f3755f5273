#include "server/frontdoor.h"

#include "core/link/networkbackend.h"
#include "server/descriptorroom.h"
#include "server/refusalresponse.h"
#include "server/replysender.h"
#include "server/tlsgreeter.h"
#include "server/tlsredirect.h"
#include "server/webpage.h"

#include <utility>

namespace confab {

namespace {

constexpr std::chrono::milliseconds resumeInterval{100};
constexpr QByteArrayView admissionPath("/admission");

} // namespace

FrontDoor::FrontDoor(const ServerPolicy &policy, Reception &reception, Refuser &refuser,
                     TrafficWriter &traffic, const Roster &roster, QObject *parent)
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

void FrontDoor::useTls(TlsContext context)
{
    m_tls = std::move(context);
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    Arrival arrival{socketEnds(descriptor), {}, {}};
    arrival.place = placeFor(arrival.ends.peer);
    const AddressLedger::Verdict verdict = m_addresses->enter(arrival.ends.peer);
    const DescriptorRoom room = descriptorRoom(descriptor, m_descriptorLimit);
    if (verdict == AddressLedger::Verdict::Beyond)
        arrival.excess = RefusalReason::TooManyConnections;
    else if (room == DescriptorRoom::Scarce)
        arrival.excess = RefusalReason::OutOfDescriptors;
    if (room == DescriptorRoom::Gone || verdict == AddressLedger::Verdict::FarBeyond)
        makeTransport(descriptor); // and with that, it ends
    else if (m_tls)
        greet(descriptor, std::move(arrival));
    else
        readHead(makeTransport(descriptor), std::move(arrival), m_policy.headTimeout);
}

std::shared_ptr<const void> FrontDoor::placeFor(const QHostAddress &address)
{
    if (!m_addresses->counts(address))
        return {};
    return {m_addresses.get(), [ledger = m_addresses, address](const void *) { ledger->leave(address); }};
}

void FrontDoor::greet(qintptr descriptor, Arrival arrival)
{
    auto *greeter = new TlsGreeter(descriptor, m_tls, m_policy.headTimeout, this);
    connect(greeter, &TlsGreeter::gone, greeter, &QObject::deleteLater);
    connect(greeter, &TlsGreeter::failed, this, [this, greeter, ends = arrival.ends](const QString &detail) {
        Visitor visitor;
        visitor.id = nextConnectionId();
        visitor.address = ends.peer;
        visitor.port = ends.peerPort;
        m_refuser.reportTlsFailure(visitor, detail);
        greeter->deleteLater();
    });
    connect(greeter, &TlsGreeter::greeted, this,
            [this, greeter, arrival = std::move(arrival)](bool encrypted) mutable {
                arrival.isEncrypted = encrypted;
                readHead(greeter->takeTransport(), std::move(arrival), greeter->remainingTime());
                greeter->deleteLater();
            });
    greeter->start();
}

void FrontDoor::readHead(std::unique_ptr<Transport> transport, Arrival arrival,
                         std::chrono::milliseconds timeout)
{
    if (!transport)
        return;
    transport->keep(std::exchange(arrival.place, {})); // who reads the head does not
    HeadBuffer buffer(m_policy.maxHeadSize);
    switch (buffer.readFrom(*transport)) { // mostly, the whole head is there already
    case HeadBuffer::State::Incomplete:
        awaitHead(std::move(transport), std::move(buffer), arrival, timeout);
        break;
    case HeadBuffer::State::Complete:
        welcome(visitorFrom(std::move(transport), buffer, arrival), arrival.excess);
        break;
    case HeadBuffer::State::Malformed:
        refuseMalformed(visitorFrom(std::move(transport), buffer, arrival), buffer.error());
        break;
    }
}

void FrontDoor::awaitHead(std::unique_ptr<Transport> transport, HeadBuffer buffer, const Arrival &arrival,
                          std::chrono::milliseconds timeout)
{
    auto *reader = new HeadReader(std::move(transport), std::move(buffer), timeout, this);
    // Takes the visitor from the reader, which goes.
    const auto visitor = [reader, arrival] {
        reader->deleteLater();
        return visitorFrom(reader->takeTransport(), reader->buffer(), arrival);
    };
    connect(reader, &HeadReader::headRead, this,
            [this, visitor, excess = arrival.excess] { welcome(visitor(), excess); });
    connect(reader, &HeadReader::headMalformed, this,
            [this, visitor](HttpError error) { refuseMalformed(visitor(), error); });
    connect(reader, &HeadReader::timedOut, this, [this, visitor](bool silent) {
        if (silent)
            dismiss(visitor(), RefusalReason::HeadTimeout); // browsers connect in advance and then do not ask
        else
            refuseHead(visitor(), RefusalReason::HeadTimeout, HttpError::None);
    });
    connect(reader, &HeadReader::gone, reader, &QObject::deleteLater);
    reader->start();
}

void FrontDoor::welcome(Visitor visitor, std::optional<RefusalReason> excess)
{
    if (excess) {
        refuse(std::move(visitor), *excess);
    } else if (m_reception.bans().has(visitor.address)) {
        if (asksForWebSocket(visitor.request))
            refuse(std::move(visitor), RefusalReason::AddressBanned);
        else // only who tries to join is news
            dismiss(std::move(visitor), RefusalReason::AddressBanned);
    } else if (const auto misdirected =
                   checkHost(visitor.request, m_reception.origins(), visitor.localAddress)) {
        note(visitor);
        m_refuser.refuse(std::move(visitor), *misdirected);
    } else if (visitor.request.method != "GET" && visitor.request.method != "HEAD") {
        refuse(std::move(visitor), RefusalReason::MethodNotAllowed);
    } else if (!asksForWebSocket(visitor.request)) {
        showPage(std::move(visitor));
    } else if (mustEncrypt(visitor)) {
        refuse(std::move(visitor), RefusalReason::TlsRequired); // browsers follow no redirect here
    } else if (!m_addresses->takeHandshake(visitor.address, std::chrono::steady_clock::now())) {
        refuse(std::move(visitor), RefusalReason::TooManyHandshakes);
    } else {
        note(visitor);
        m_reception.receive(std::move(visitor));
    }
}

void FrontDoor::refuseMalformed(Visitor visitor, HttpError error)
{
    const bool tooLarge = error == HttpError::HeadTooLarge;
    refuseHead(std::move(visitor), tooLarge ? RefusalReason::HeadTooLarge : RefusalReason::BadHead, error);
}

void FrontDoor::refuseHead(Visitor visitor, RefusalReason reason, HttpError error)
{
    note(visitor);
    Refusal refusal = makeRefusal(reason, visitor.request);
    refusal.httpError = error;
    m_refuser.refuse(std::move(visitor), refusal);
}

void FrontDoor::dismiss(Visitor visitor, RefusalReason reason)
{
    const HttpResponse response =
        refusalResponse(makeRefusal(reason, visitor.request), m_policy.subprotocols);
    send(std::move(visitor), response);
}

void FrontDoor::showPage(Visitor visitor)
{
    const bool elsewhere = mustEncrypt(visitor);
    if (!elsewhere && visitor.request.path() == admissionPath) {
        tellAhead(std::move(visitor));
        return;
    }
    const std::optional<HttpResponse> response =
        elsewhere ? tlsRedirect(visitor.request) : webPage(visitor.request, m_roster.liveCount());
    if (response)
        send(std::move(visitor), *response);
    else
        dismiss(std::move(visitor), elsewhere ? RefusalReason::TlsRequired : RefusalReason::NotFound);
}

void FrontDoor::tellAhead(Visitor visitor)
{
    const Reception::Ahead ahead = m_reception.lookAhead(visitor);
    if (ahead.isGuess) {
        note(visitor);
        m_refuser.refuse(std::move(visitor), *ahead.refusal);
        return;
    }
    HttpResponse response;
    response.status = 204;
    if (ahead.refusal)
        response = refusalResponse(*ahead.refusal, m_policy.subprotocols);
    response.headers.append("Cache-Control", "no-store");
    send(std::move(visitor), response);
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

void FrontDoor::send(Visitor visitor, HttpResponse response)
{
    response.withoutBody = visitor.request.method == "HEAD";
    new ReplySender(std::move(visitor.transport), encodeResponse(response), this);
}

void FrontDoor::note(Visitor &visitor)
{
    visitor.id = nextConnectionId();
    if (m_traffic.isWatched())
        m_traffic.request(visitor.peer(), visitor.head);
}

Visitor FrontDoor::visitorFrom(std::unique_ptr<Transport> transport, const HeadBuffer &buffer,
                               const Arrival &arrival)
{
    Visitor visitor;
    visitor.transport = std::move(transport);
    visitor.head = buffer.head();
    visitor.request = buffer.request();
    visitor.sentMore = !buffer.rest().isEmpty();
    visitor.address = arrival.ends.peer;
    visitor.port = arrival.ends.peerPort;
    visitor.localAddress = arrival.ends.local;
    visitor.isEncrypted = arrival.isEncrypted;
    return visitor;
}

} // namespace confab
