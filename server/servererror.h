#pragma once

#include <QString>

namespace confab {

/// Why the server could not start, or its history not go on.
enum class ServerErrorKind {
    None,
    PortInUse,
    AddressNotAvailable,
    PermissionDenied,
    TlsUnavailable,        ///< Qt found no TLS library
    CertificateUnreadable, ///< file, detail
    CertificateInvalid,    ///< file: no certificate in PEM
    KeyUnreadable,         ///< file, detail
    KeyInvalid,            ///< file: no RSA or EC private key in PEM, or behind a passphrase
    KeyMismatch,           ///< file: the key's; it is not the certificate's
    CertificateRefused,    ///< file, detail: OpenSSL would not use it, as with a key that is too short
    IdentityNotStored,     ///< file, detail: the self-signed certificate could not be made or written
    HistoryUnusable,       ///< file, detail: it cannot be opened, read or written
    HistoryInUse,          ///< file: another program has it open
    HistoryStalled,        ///< file: the disk does not answer
    HistoryDamaged,        ///< file, detail: it was a history
    HistoryForeign,        ///< file: it holds something else, or a later version's history
    Other,
};
inline constexpr int serverErrorKindCount = int(ServerErrorKind::Other) + 1;

struct ServerError
{
    ServerErrorKind kind = ServerErrorKind::None;
    QString address;
    quint16 port = 0;
    QString detail; ///< the system's words, untranslated
    QString file;   ///< of the errors that concern one
};

} // namespace confab
