#include "core/traffic/trafficwriter.h"

#include "core/wire/frameencoder.h"

namespace confab {

namespace {

TrafficKind kindOf(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Binary:
        return TrafficKind::Binary;
    case Opcode::Ping:
        return TrafficKind::Ping;
    case Opcode::Pong:
        return TrafficKind::Pong;
    case Opcode::Close:
        return TrafficKind::Close;
    case Opcode::Text:
    case Opcode::Continuation:
        break;
    }
    return TrafficKind::Text;
}

} // namespace

TrafficWriter::TrafficWriter(std::shared_ptr<TrafficLog> log, TrafficSource source)
    : m_log(std::move(log))
    , m_source(source)
{}

TrafficWriter::~TrafficWriter()
{
    handOver();
}

void TrafficWriter::request(const TrafficPeer &peer, const QByteArray &head)
{
    TrafficFacts facts;
    facts.direction = m_source == TrafficSource::Client ? Direction::Sent : Direction::Received;
    facts.kind = TrafficKind::Request;
    append(facts, peer, head);
}

void TrafficWriter::response(const TrafficPeer &peer, int status, const QByteArray &head)
{
    TrafficFacts facts;
    facts.direction = m_source == TrafficSource::Client ? Direction::Received : Direction::Sent;
    facts.kind = TrafficKind::Response;
    facts.status = status;
    append(facts, peer, head);
}

void TrafficWriter::tlsFailure(const TrafficPeer &peer, const QByteArray &words)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::TlsFailure;
    append(facts, peer, words);
}

/// Mostly that of the record before.
inline quint32 TrafficWriter::partyOf(const TrafficPeer &peer)
{
    const bool isSame = m_party.connection == peer.connection && m_party.name.isSharedWith(peer.name);
    if (isSame && m_partyIndex)
        return *m_partyIndex;
    if (!isSame)
        m_party = peer;
    return m_partyIndex.emplace(m_collected.addParty(peer.connection, 1, m_source, peer.name));
}

void TrafficWriter::message(const TrafficPeer &peer, Direction direction, const MessageView &message)
{
    if (!isWatched())
        return;
    const qint64 time = m_clock.timeFor(message.payload.size());
    if (message.fragments == 1 && message.payload.size() <= TrafficBlock::maxCopiedPayload &&
        message.wireSize <= quint64(TrafficBlock::maxCopiedPayload)) {
        m_collected.appendPlain(time, direction, kindOf(message.type), partyOf(peer), message.payload,
                                message.frameHeaders, quint32(message.wireSize));
    } else {
        TrafficFacts facts;
        facts.time = time;
        facts.connection = peer.connection;
        facts.size = quint64(message.payload.size());
        facts.wireSize = message.wireSize;
        facts.fragments = message.fragments;
        facts.source = m_source;
        facts.direction = direction;
        facts.kind = kindOf(message.type);
        m_collected.append(facts, peer.name, {message.payload, message.shared, message.frameHeaders});
    }
    m_receivedIsLast = direction == Direction::Received;
    noteAppended();
}

void TrafficWriter::sentBack(const TrafficPeer &peer, const MessageView &received, quint64 wireSize)
{
    if (!m_receivedIsLast) {
        message(peer, Direction::Sent, {received.type, received.payload, 1, wireSize, received.shared});
        return;
    }
    m_collected.appendSentBack(m_clock.timeFor(0), wireSize);
    m_receivedIsLast = false;
    noteAppended();
}

void TrafficWriter::control(const TrafficPeer &peer, Direction direction, Opcode opcode,
                            const QByteArray &payload, QByteArrayView header)
{
    TrafficFacts facts;
    facts.direction = direction;
    facts.kind = kindOf(opcode);
    append(facts, peer, payload, nullptr, header);
}

void TrafficWriter::close(const TrafficPeer &peer, Direction direction, const CloseStatus &status,
                          QByteArrayView header)
{
    TrafficFacts facts;
    facts.direction = direction;
    facts.kind = TrafficKind::Close;
    append(facts, peer, encodeClosePayload(status), &status, header);
}

void TrafficWriter::failure(const TrafficPeer &peer, WireError error, const QByteArray &atFault)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::Failure;
    facts.error = error;
    append(facts, peer, atFault);
}

void TrafficWriter::ended(const TrafficPeer &peer, const CloseOutcome &outcome)
{
    if (outcome.unfinished)
        unfinished(peer, *outcome.unfinished);
    TrafficFacts facts;
    facts.kind = TrafficKind::Ended;
    facts.error = outcome.error;
    facts.exceeded = outcome.bound;
    append(facts, peer, {}, &outcome.status);
}

void TrafficWriter::neverOpened(const TrafficPeer &peer, quint8 cause, int status, const QByteArray &words)
{
    // What a browser shows too (RFC 6455 §7.1.7, the HTML standard): there was no Close.
    const CloseStatus none{CloseCode::AbnormalClosure, {}};
    TrafficFacts facts;
    facts.kind = TrafficKind::Ended;
    facts.cause = cause;
    facts.status = status;
    append(facts, peer, words, &none);
}

void TrafficWriter::handOver()
{
    m_clock.distrust(); // what comes next may take its time
    m_receivedIsLast = false;
    if (m_collected.isEmpty())
        return;
    m_log->append(m_collected);
    m_collected.clear();
    m_partyIndex.reset();
}

void TrafficWriter::readEnds()
{
    m_collecting = false;
    handOver();
}

/// It goes to the log with the end, so that nobody else's comes in between.
void TrafficWriter::unfinished(const TrafficPeer &peer, const PartialMessage &partial)
{
    if (!isWatched())
        return;
    const Message &message = partial.message;
    m_clock.distrust();
    TrafficFacts facts;
    facts.time = m_clock.timeFor(message.payload.size());
    facts.connection = peer.connection;
    facts.size = partial.size;
    facts.wireSize = message.wireSize;
    facts.fragments = message.fragments;
    facts.isUnfinished = true;
    facts.source = m_source;
    facts.kind = kindOf(message.type);
    m_collected.append(facts, peer.name, {message.payload, &message.payload, partial.frameHeaders});
    m_receivedIsLast = false;
}

/// What does not come by the thousand has the system's time.
void TrafficWriter::append(TrafficFacts facts, const TrafficPeer &peer, const QByteArray &payload,
                           const CloseStatus *close, QByteArrayView header)
{
    if (!isWatched())
        return;
    m_clock.distrust();
    facts.time = m_clock.timeFor(payload.size());
    facts.connection = peer.connection;
    facts.size = quint64(payload.size());
    facts.wireSize = facts.size;
    facts.source = m_source;
    m_collected.append(facts, peer.name, {payload, &payload, header, close});
    m_receivedIsLast = false;
    noteAppended();
}

void appendBroadcast(TrafficBlock &records, qint64 time, Opcode type, const QByteArray &payload,
                     int recipients, quint64 wireSize)
{
    TrafficFacts facts;
    facts.time = time;
    facts.size = quint64(payload.size());
    facts.wireSize = wireSize;
    facts.recipients = quint32(recipients);
    facts.direction = Direction::Sent;
    facts.kind = kindOf(type);
    records.append(facts, {}, {payload, &payload});
}

} // namespace confab
