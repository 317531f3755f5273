#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace confab {

/// The status codes of a close (RFC 6455 §7.4.1 and the IANA registry). Codes 3000–4999 are held by value.
enum class CloseCode : quint16 {
    NormalClosure = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    NoStatusReceived = 1005, ///< never on the wire: the peer's Close had no code
    AbnormalClosure = 1006,  ///< never on the wire: the connection was lost without a Close
    InvalidFramePayloadData = 1007,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    MandatoryExtension = 1010,
    InternalError = 1011,
    ServiceRestart = 1012,
    TryAgainLater = 1013,
    BadGateway = 1014,
    TlsHandshake = 1015, ///< never on the wire: the TLS handshake failed
};

/// Whether a Close frame may carry this code: 1000–1003, 1007–1014, 3000–4999 (RFC 6455 §7.4, IANA registry).
bool mayAppearOnWire(CloseCode code);

/// The most octets of UTF-8 that a close reason may take: 125 less the two of the code (RFC 6455 §5.5).
inline constexpr qsizetype maxCloseReasonSize = 123;

/// The reason in UTF-8, cut at the last character (code point) boundary that fits into maxCloseReasonSize
/// octets.
QByteArray trimmedCloseReason(QStringView reason);

/// What one Close frame says. An empty Close frame is NoStatusReceived with an empty reason.
struct CloseStatus
{
    CloseCode code = CloseCode::NoStatusReceived;
    QString reason;

    bool operator==(const CloseStatus &) const = default;
};

} // namespace confab
