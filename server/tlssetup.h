#pragma once

#include "server/certificatestore.h"
#include "server/tlspolicy.h"

namespace confab {

/// The identity that the policy, whose TLS is on, asks for: out of its files, or self-signed for everything
/// under which a server that listens on this address is reached.
/// @param otherNames names and addresses that it answers to besides the computer's own.
std::variant<TlsIdentity, ServerError> setUpTls(const TlsPolicy &policy, const QHostAddress &listening,
                                                const QStringList &otherNames = {});

/// What a server's own certificate is for. The networks' addresses are all in it, wherever the server listens
/// today, so that it need not be made anew for each change of that.
/// @param hostName the computer's; names that cannot stand in a certificate are left out.
/// @param otherNames of hosts, and addresses.
CertificateNames certificateNames(const QHostAddress &listening, const QString &hostName,
                                  const QList<QHostAddress> &networkAddresses,
                                  const QStringList &otherNames = {});

} // namespace confab
