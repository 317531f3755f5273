#include "core/wire/messageassembler.h"

#include <algorithm>
#include <array>
#include <utility>

namespace confab {

namespace {

/// How far the memory of a message may run ahead of what has arrived of it, on the word of a frame header
/// alone.
constexpr quint64 maxTrustedSize = quint64(64) * 1024;

/// How much is inflated at one time: the most that a message of a few octets can gain on its limit.
constexpr std::size_t inflateStep = std::size_t(16) * 1024;

} // namespace

MessageAssembler::MessageAssembler(MessageLimits limits, bool contextTakeover)
    : m_limits(limits)
    , m_contextTakeover(contextTakeover)
{}

WireError MessageAssembler::checkOrder(Opcode opcode) const
{
    if (opcode == Opcode::Continuation)
        return m_inMessage ? WireError::None : WireError::UnexpectedContinuation;
    return m_inMessage ? WireError::UnfinishedMessage : WireError::None;
}

WireError MessageAssembler::add(const FramePart &part)
{
    Q_ASSERT(!isControl(part.header.opcode) && !m_complete);
    if (part.first) {
        const WireError error = begin(part.header);
        if (error != WireError::None)
            return error;
    }
    const bool last = part.last && part.header.fin;
    const QByteArrayView payload(part.payload.data(), qsizetype(part.payload.size()));
    m_message.wireSize += quint64(payload.size());
    WireError error = m_compressed ? inflate(payload) : append(payload);
    if (error == WireError::None && last && m_compressed)
        error = endInflating();
    if (error != WireError::None)
        return error;
    if (last) {
        if (m_message.type == Opcode::Text && !m_utf8.isComplete())
            return WireError::TextNotUtf8;
        m_complete = true;
    }
    return WireError::None;
}

Message MessageAssembler::takeMessage()
{
    Q_ASSERT(m_complete);
    m_complete = false;
    m_inMessage = false;
    return std::exchange(m_message, {});
}

QByteArrayView MessageAssembler::textAtFault() const
{
    return QByteArrayView(m_message.payload).last(std::min(maxTextAtFault, m_message.payload.size()));
}

PartialMessage MessageAssembler::unfinished() const
{
    PartialMessage result{m_message, quint64(m_message.payload.size()), {}};
    // A copy: the message's own memory may be large.
    const qsizetype kept = std::min(PartialMessage::maxKeptPayload, m_message.payload.size());
    result.message.payload = QByteArray(m_message.payload.constData(), kept);
    return result;
}

void MessageAssembler::clear()
{
    m_message = {};
    m_inMessage = false;
    m_inflater.reset();
}

WireError MessageAssembler::begin(const FrameHeader &header)
{
    if (const WireError error = checkOrder(header.opcode); error != WireError::None)
        return error;
    if (header.opcode == Opcode::Continuation) {
        ++m_message.fragments;
    } else {
        m_inMessage = true;
        m_message = {.type = header.opcode, .payload = {}, .fragments = 1};
        m_compressed = header.rsv1;
        m_utf8.reset();
    }
    if (m_message.fragments > m_limits.maxFragments)
        return WireError::TooManyFragments;
    const auto size = quint64(m_message.payload.size());
    if (m_compressed) { // its headers say nothing of its size
        m_declaredSize = size;
        m_mostSize = m_limits.maxMessageSize;
        return WireError::None;
    }
    if (header.payloadLength > m_limits.maxMessageSize - size)
        return WireError::MessageTooBig;
    m_declaredSize = size + header.payloadLength;
    m_mostSize = header.fin ? m_declaredSize : m_limits.maxMessageSize;
    return WireError::None;
}

WireError MessageAssembler::inflate(QByteArrayView octets)
{
    if (!m_inflater)
        m_inflater.emplace();
    std::array<char, inflateStep> step;
    Inflater::Status status = Inflater::Status::HasMore;
    while (status == Inflater::Status::HasMore) {
        std::size_t written = 0;
        status = m_inflater->next(octets, step, written);
        if (status == Inflater::Status::Failed)
            return WireError::DeflateDataInvalid;
        const WireError error = append(QByteArrayView(step.data(), qsizetype(written)));
        if (error != WireError::None)
            return error;
    }
    return WireError::None;
}

WireError MessageAssembler::endInflating()
{
    const WireError error = inflate(Inflater::messageTail);
    if (error != WireError::None)
        return error;
    if (!m_inflater->isBetweenBlocks())
        return WireError::DeflateDataInvalid;
    if (!m_contextTakeover)
        m_inflater.reset();
    return WireError::None;
}

/// What fits is checked first, so that the verdict is on the first octet at fault.
WireError MessageAssembler::append(QByteArrayView octets)
{
    const auto size = quint64(m_message.payload.size());
    const quint64 fits = std::min(quint64(octets.size()), m_limits.maxMessageSize - size);
    const QByteArrayView fitting = octets.first(qsizetype(fits));
    if (m_message.type == Opcode::Text) {
        Utf8Validator before = m_utf8;
        if (!m_utf8.feed(fitting)) {
            qsizetype valid = 0;
            while (before.feedNarrow(fitting.sliced(valid, 1)))
                ++valid;
            m_message.payload.append(fitting.first(valid + 1));
            return WireError::TextNotUtf8;
        }
    }
    if (fitting.size() < octets.size())
        return WireError::MessageTooBig;
    if (!octets.isEmpty()) {
        makeRoom(size + fits);
        m_message.payload.append(octets);
    }
    return WireError::None;
}

/// A message of one frame gets the memory it needs at once, a longer one grows geometrically, and none gets
/// more than it can need.
void MessageAssembler::makeRoom(quint64 needed)
{
    if (needed <= quint64(m_message.payload.capacity()))
        return;
    const quint64 wanted = std::max(2 * needed, std::min(m_declaredSize, needed + maxTrustedSize));
    m_message.payload.reserve(qsizetype(std::min(wanted, m_mostSize)));
}

} // namespace confab
