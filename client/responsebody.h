#pragma once

#include "core/wire/httphead.h"

namespace confab {

/// Collects the body of an HTTP response (RFC 9112 §6): counted, chunked, or up to the end of the connection.
/// Keeps no more than it is told to, and calls the body complete then.
class ResponseBody
{
public:
    ResponseBody(const ResponseHead &response, qsizetype maxSize);

    void receive(QByteArrayView octets);
    /// Nothing more will come, or nothing more is wanted.
    bool isComplete() const { return m_complete; }
    const QByteArray &octets() const { return m_octets; }

private:
    enum class Framing { Counted, Chunked, UntilEnd };
    enum class ChunkPart { Size, Data, DataEnd };

    void receiveChunked(QByteArrayView octets);
    bool takeLine(QByteArrayView &octets);
    void keep(QByteArrayView octets);

    Framing m_framing = Framing::UntilEnd;
    qsizetype m_maxSize;
    quint64 m_remaining = 0; ///< of the counted body, or of the chunk
    ChunkPart m_chunkPart = ChunkPart::Size;
    QByteArray m_line; ///< between chunks, as far as it came
    QByteArray m_octets;
    bool m_complete = false;
};

} // namespace confab
