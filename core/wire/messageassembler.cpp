#include "core/wire/messageassembler.h"

#include <algorithm>
#include <utility>

namespace confab {

namespace {

/// How far the memory of a message may run ahead of what has arrived of it, on the word of a frame header
/// alone.
constexpr quint64 maxTrustedSize = quint64(64) * 1024;

} // namespace

MessageAssembler::MessageAssembler(MessageLimits limits)
    : m_limits(limits)
{}

WireError MessageAssembler::add(const FramePart &part)
{
    Q_ASSERT(!isControl(part.header.opcode) && !m_complete);
    if (part.first) {
        const WireError error = begin(part.header);
        if (error != WireError::None)
            return error;
    }
    const QByteArrayView payload(part.payload.data(), qsizetype(part.payload.size()));
    if (m_message.type == Opcode::Text && !m_utf8.feed(payload))
        return WireError::TextNotUtf8;
    if (!payload.isEmpty()) {
        makeRoom(part);
        m_message.payload.append(payload);
    }
    if (part.last && part.header.fin) {
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

WireError MessageAssembler::begin(const FrameHeader &header)
{
    if (header.opcode == Opcode::Continuation) {
        if (!m_inMessage)
            return WireError::UnexpectedContinuation;
        ++m_message.fragments;
    } else {
        if (m_inMessage)
            return WireError::UnfinishedMessage;
        m_inMessage = true;
        m_message = {.type = header.opcode, .payload = {}, .fragments = 1};
        m_utf8.reset();
    }
    if (m_message.fragments > m_limits.maxFragments)
        return WireError::TooManyFragments;
    const auto size = quint64(m_message.payload.size());
    if (header.payloadLength > m_limits.maxMessageSize - size)
        return WireError::MessageTooBig;
    m_declaredSize = size + header.payloadLength;
    return WireError::None;
}

/// A message of one frame gets the memory it needs at once, a longer one grows geometrically, and none gets
/// more than it can need.
void MessageAssembler::makeRoom(const FramePart &part)
{
    const quint64 needed = quint64(m_message.payload.size()) + part.payload.size();
    if (needed <= quint64(m_message.payload.capacity()))
        return;
    const quint64 most = part.header.fin ? m_declaredSize : m_limits.maxMessageSize;
    const quint64 wanted = std::max(2 * needed, std::min(m_declaredSize, needed + maxTrustedSize));
    m_message.payload.reserve(qsizetype(std::min(wanted, most)));
}

} // namespace confab
