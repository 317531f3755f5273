#include "client/clienthandshake.h"

#include <algorithm>
#include <utility>

namespace confab {

ClientHandshake::ClientHandshake(HandshakeOffer offer, qsizetype maxResponseHeadSize, qsizetype maxBodySize)
    : m_offer(std::move(offer))
    , m_maxHeadSize(maxResponseHeadSize)
    , m_maxBodySize(maxBodySize)
{}

ClientHandshake::Status ClientHandshake::receive(QByteArrayView octets)
{
    if (m_status != Status::NeedMore)
        return m_status;
    m_received.append(octets);
    while (m_status == Status::NeedMore && !m_body && !m_received.isEmpty()) {
        const qsizetype before = m_received.size();
        m_status = receiveHead();
        if (m_received.size() == before)
            break;
    }
    if (m_body) {
        m_body->receive(std::exchange(m_received, {}));
        m_error.body = m_body->octets();
        if (m_body->isComplete())
            return fail(ClientErrorKind::Refused);
    }
    return m_status;
}

ClientHandshake::Status ClientHandshake::end()
{
    if (m_status != Status::NeedMore)
        return m_status;
    if (m_body)
        return fail(ClientErrorKind::Refused);
    m_head = m_received;
    return fail(ClientErrorKind::ConnectionLost);
}

ClientHandshake::Status ClientHandshake::receiveHead()
{
    // What does not speak HTTP is noticed at its first octets: an end of its head may never come.
    constexpr QByteArrayView beginning("HTTP/");
    const QByteArrayView begun =
        QByteArrayView(m_received).first(std::min(m_received.size(), beginning.size()));
    if (!beginning.startsWith(begun))
        return failBadResponse(HttpError::BadStartLine);
    const qsizetype length = headLength(m_received);
    if (length > m_maxHeadSize || (length == 0 && m_received.size() > m_maxHeadSize))
        return failBadResponse(HttpError::HeadTooLarge);
    if (length == 0)
        return Status::NeedMore;

    ResponseHead response;
    const HttpError error = parseResponseHead(QByteArrayView(m_received).first(length), response);
    if (error != HttpError::None)
        return failBadResponse(error);
    m_head = m_received.left(length);
    m_received.remove(0, length);
    m_error.response = response;
    return judge();
}

ClientHandshake::Status ClientHandshake::judge()
{
    const ResponseHead &response = m_error.response;
    const int status = response.status;
    if (status == 101) {
        m_error.responseError = checkResponse(response, m_offer, m_agreement);
        return m_error.responseError == ResponseError::None ? Status::Accepted
                                                            : fail(ClientErrorKind::HandshakeFailed);
    }
    if (status < 200)
        return Status::NeedMore; // an interim response; the final one follows (RFC 9110 §15.2)
    if (status >= 300 && status < 400 && response.headers.contains("Location"))
        return fail(ClientErrorKind::Redirected);
    m_body.emplace(response, m_maxBodySize);
    return Status::NeedMore;
}

ClientHandshake::Status ClientHandshake::fail(ClientErrorKind kind)
{
    m_error.kind = kind;
    m_status = Status::Failed;
    return m_status;
}

ClientHandshake::Status ClientHandshake::failBadResponse(HttpError error)
{
    m_error.httpError = error;
    m_head = m_received.left(m_maxHeadSize);
    return fail(ClientErrorKind::BadResponse);
}

} // namespace confab
