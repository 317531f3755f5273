#pragma once

#include "core/link/transport.h"
#include "core/wire/httphead.h"

namespace confab {

/// What has arrived of one request's head, bounded in size. Waits for nothing and decides nothing about the
/// request.
class HeadBuffer
{
public:
    enum class State { Incomplete, Complete, Malformed };

    /// @param maxSize of a head, in octets.
    explicit HeadBuffer(qsizetype maxSize);

    /// Takes what has arrived. Not after anything but Incomplete.
    State readFrom(Transport &transport);

    /// The head as it was received, or what there is of it.
    const QByteArray &head() const { return m_head; }
    /// Octets that came right behind the head.
    const QByteArray &rest() const { return m_rest; }
    /// Once Complete.
    const RequestHead &request() const { return m_request; }
    /// Once Malformed: it is no HTTP request; HeadTooLarge if it passed the bound.
    HttpError error() const { return m_error; }

private:
    bool read(Transport &transport);
    State malformed(HttpError error);

    qsizetype m_maxSize;
    qsizetype m_searched = 0;     ///< so many octets of m_head end no head
    bool m_mayBeEmptyLine = true; ///< one before the request line is ignored (RFC 9112 §2.2)
    QByteArray m_head;            ///< all that has arrived, until the head is complete
    QByteArray m_rest;
    RequestHead m_request;
    HttpError m_error = HttpError::None;
};

} // namespace confab
