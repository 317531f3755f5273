#include "server/headbuffer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace confab {

namespace {

/// Whether these first octets of something cannot become an HTTP request: what precedes the first space is no
/// method.
bool cannotBeRequest(QByteArrayView octets)
{
    constexpr qsizetype maxMethodSize = 32;
    const qsizetype space = octets.indexOf(' ');
    if (space < 0 && octets.size() > maxMethodSize)
        return true;
    const QByteArrayView method = space < 0 ? octets : octets.first(space);
    return !isToken(method);
}

} // namespace

HeadBuffer::HeadBuffer(qsizetype maxSize)
    : m_maxSize(maxSize)
{}

HeadBuffer::State HeadBuffer::readFrom(Transport &transport)
{
    constexpr QByteArrayView lineEnd("\r\n");
    if (!read(transport))
        return State::Incomplete;
    if (m_mayBeEmptyLine && lineEnd.startsWith(m_head))
        return State::Incomplete;
    if (std::exchange(m_mayBeEmptyLine, false) && m_head.startsWith(lineEnd)) {
        m_head.remove(0, lineEnd.size());
        read(transport); // what it took the place of: nobody may say again that there is something
    }
    const qsizetype length = headLength(m_head, m_searched);
    m_searched = std::max<qsizetype>(0, m_head.size() - lineEnd.size()); // may be of an empty line's
    if (length == 0 && m_head.size() <= m_maxSize)
        return cannotBeRequest(m_head) ? malformed(HttpError::BadStartLine) : State::Incomplete;
    if (length == 0 || length > m_maxSize)
        return malformed(HttpError::HeadTooLarge);
    if (length < m_head.size()) {
        m_rest = m_head.sliced(length);
        m_head.truncate(length);
    }
    const HttpError error = parseRequestHead(m_head, m_request);
    return error == HttpError::None ? State::Complete : malformed(error);
}

/// @return whether there was something.
bool HeadBuffer::read(Transport &transport)
{
    const qsizetype before = m_head.size();
    std::array<char, 4096> buffer;
    // One octet more than may be, so that too much can be told from enough.
    while (m_head.size() <= m_maxSize) {
        const auto room = std::size_t(m_maxSize + 1 - m_head.size());
        const qint64 count = transport.read(std::span(buffer).first(std::min(room, buffer.size())));
        if (count <= 0)
            break;
        m_head.append(buffer.data(), qsizetype(count));
    }
    return m_head.size() > before;
}

HeadBuffer::State HeadBuffer::malformed(HttpError error)
{
    m_error = error;
    return State::Malformed;
}

} // namespace confab
