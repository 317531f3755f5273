#pragma once

#include <QString>

namespace confab {

/// Where a server's certificate comes from.
enum class TlsMode {
    Off,
    SelfSigned, ///< made here, and kept for the next time
    Files,
};

/// Whether and how a server speaks TLS: plain values with their defaults.
struct TlsPolicy
{
    TlsMode mode = TlsMode::Off;
    QString certificateFile; ///< PEM: the server's own first, then those it was issued by
    QString keyFile;         ///< PEM: RSA or EC, without a passphrase
    /// Where the self-signed certificate is kept; empty: a folder in the program's data folder.
    QString folder;
    /// Whether http:// and ws:// go on beside TLS, on the same port.
    bool allowPlain = false;

    bool isOn() const { return mode != TlsMode::Off; }
    bool operator==(const TlsPolicy &) const = default;
};

} // namespace confab
