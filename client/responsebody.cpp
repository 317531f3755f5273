#include "client/responsebody.h"

#include <algorithm>

namespace confab {

ResponseBody::ResponseBody(const ResponseHead &response, qsizetype maxSize)
    : m_maxSize(maxSize)
{
    bool isNumber = false;
    const quint64 length = response.headers.value("Content-Length").toULongLong(&isNumber);
    if (response.headers.listContains("Transfer-Encoding", "chunked")) {
        m_framing = Framing::Chunked;
    } else if (response.status < 200 || response.status == 204 || response.status == 304) {
        m_complete = true; // RFC 9112 §6.3: these never have one
    } else if (isNumber) {
        m_framing = Framing::Counted;
        m_remaining = length;
        m_complete = length == 0;
    }
}

void ResponseBody::receive(QByteArrayView octets)
{
    if (m_complete)
        return;
    switch (m_framing) {
    case Framing::UntilEnd:
        keep(octets);
        break;
    case Framing::Counted:
        octets = octets.first(qsizetype(std::min(m_remaining, quint64(octets.size()))));
        m_remaining -= quint64(octets.size());
        keep(octets);
        m_complete = m_complete || m_remaining == 0;
        break;
    case Framing::Chunked:
        receiveChunked(octets);
        break;
    }
}

/// RFC 9112 §7.1; the trailer is of no interest.
void ResponseBody::receiveChunked(QByteArrayView octets)
{
    while (!octets.isEmpty() && !m_complete) {
        if (m_chunkPart == ChunkPart::Data) {
            const auto count = qsizetype(std::min(m_remaining, quint64(octets.size())));
            keep(octets.first(count));
            octets = octets.sliced(count);
            m_remaining -= quint64(count);
            if (m_remaining == 0)
                m_chunkPart = ChunkPart::DataEnd;
        } else if (takeLine(octets)) {
            if (m_chunkPart == ChunkPart::Size) {
                bool isNumber = false;
                m_remaining = m_line.split(';').first().trimmed().toULongLong(&isNumber, 16);
                m_complete = !isNumber || m_remaining == 0;
                m_chunkPart = ChunkPart::Data;
            } else {
                m_chunkPart = ChunkPart::Size;
            }
            m_line.clear();
        }
    }
}

/// Moves octets to m_line up to the end of the line. @return whether the line is whole.
bool ResponseBody::takeLine(QByteArrayView &octets)
{
    constexpr qsizetype maxLineSize = 1024;
    const qsizetype end = octets.indexOf('\n');
    const qsizetype count = end < 0 ? octets.size() : end + 1;
    m_line.append(octets.first(count));
    octets = octets.sliced(count);
    if (m_line.size() > maxLineSize)
        m_complete = true; // no chunk begins like this: what came before it is all there is
    return end >= 0;
}

void ResponseBody::keep(QByteArrayView octets)
{
    m_octets.append(octets.first(std::min(octets.size(), m_maxSize - m_octets.size())));
    m_complete = m_octets.size() == m_maxSize;
}

} // namespace confab
