#pragma once

#include "client/clienterror.h"
#include "core/link/linkpolicy.h"
#include "core/wire/httphead.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>

namespace confab {

/// Everything that a client connection is told before it connects.
struct ClientProfile
{
    QUrl url;                                    ///< ws:// or wss://
    QList<QByteArray> subprotocols;              ///< offered, in order of preference
    QList<HttpHeader> extraHeaders;              ///< for example Origin or Cookie
    QNetworkProxy proxy{QNetworkProxy::NoProxy}; ///< HTTP (CONNECT) or SOCKS5
    /// From the start until the server's answer: name look-up, TCP, proxy, TLS and the opening handshake.
    std::chrono::milliseconds connectTimeout{10'000};
    /// The most octets of the server's response head, and of a refusal's body that is kept.
    qsizetype maxHeadSize = 64 * 1024;
    qsizetype maxRefusalBodySize = 64 * 1024;
    /// Trusted beside the system's, for example a server's own self-signed certificate.
    QList<QSslCertificate> extraCaCertificates;
    /// The SHA-256 fingerprint of the one certificate that the server may show, see sha256Fingerprint(); that
    /// one is accepted whatever is wrong with it. Empty: any that is trusted.
    QByteArray pinnedFingerprint;
    /// permessage-deflate (RFC 7692); without it nothing is compressed.
    bool offerDeflate = true;
    LinkPolicy link;
};

/// Whether the profile can be connected with: None, BadUrl, BadSubprotocol or BadHeader.
ClientErrorKind checkProfile(const ClientProfile &profile);

/// Whether a redirection can be followed as it is: not to another origin with extra headers, which were not
/// meant for it (Cookie, Authorization). @param target may have a scheme of HTTP's.
bool mayFollow(const ClientProfile &profile, const QUrl &target);

} // namespace confab
