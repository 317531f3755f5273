#pragma once

#include "client/clienterror.h"
#include "client/responsebody.h"

#include <optional>

namespace confab {

/// A client's side of the opening handshake (RFC 6455 §4.1) as a pure machine: the request to send, then the
/// server's octets in, and a verdict out. No socket, no timer.
class ClientHandshake
{
public:
    enum class Status {
        NeedMore, ///< of the head or of a refusal's body
        Accepted, ///< the connection is OPEN
        Failed,   ///< error() says why
    };

    /// @param maxResponseHeadSize, maxBodySize the most octets of the response head, and of a refusal's body
    /// that is kept.
    ClientHandshake(HandshakeOffer offer, qsizetype maxResponseHeadSize, qsizetype maxBodySize);

    QByteArray request() const { return buildRequest(m_offer); }

    Status receive(QByteArrayView octets);
    /// The server ended its side, or there is no time to wait for more: never NeedMore.
    Status end();
    /// Whether a refusal's head is complete and its body is awaited.
    bool isReadingBody() const { return m_status == Status::NeedMore && m_body.has_value(); }

    const ClientError &error() const { return m_error; }
    /// The response head as received; of a bad response, as much as came.
    const QByteArray &responseHead() const { return m_head; }
    const ResponseHead &response() const { return m_error.response; }
    /// The server's choice, once Accepted.
    const QByteArray &subprotocol() const { return m_agreement.subprotocol; }
    const std::optional<DeflateParameters> &deflate() const { return m_agreement.deflate; }
    /// The octets that came behind the head, once Accepted.
    const QByteArray &rest() const { return m_received; }

private:
    Status receiveHead();
    Status judge();
    Status fail(ClientErrorKind kind);
    Status failBadResponse(HttpError error);

    HandshakeOffer m_offer;
    qsizetype m_maxHeadSize;
    qsizetype m_maxBodySize;
    Status m_status = Status::NeedMore;
    QByteArray m_received; ///< and not understood yet
    QByteArray m_head;
    std::optional<ResponseBody> m_body;
    HandshakeAgreement m_agreement;
    ClientError m_error;
};

} // namespace confab
