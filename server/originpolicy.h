#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <optional>

namespace confab {

/// Scheme, host and port (RFC 6454), in a form that compares: lower case, IPv6 addresses without brackets in
/// their shortest form.
struct Origin
{
    QByteArray scheme;
    QByteArray host;
    quint16 port = 0;

    bool operator==(const Origin &) const = default;
};

/// Reads an origin as browsers serialise it, the default port of its scheme filled in; nothing for "null" and
/// for anything else.
std::optional<Origin> parseOrigin(QByteArrayView text);

/// What a request says of where it comes from and where it means to go.
struct OriginRequest
{
    QList<QByteArray> origins; ///< the values of all Origin fields
    QByteArray host;           ///< the Host field
    QHostAddress localAddress; ///< the address of this server that it reached
    bool isEncrypted = false;  ///< it came over TLS: our own origin begins with https
};

/// Decides whether a request means this server (RFC 9110 §7.4), and whether pages of an origin may join (RFC
/// 6455 §10.2). Pure: knows values alone, asks nobody.
class OriginPolicy
{
public:
    OriginPolicy(const QList<QByteArray> &allowed, bool allowAny);

    /// The names and addresses that are really this server's. @param given those that its host gave it: what
    /// comes for them may have passed a proxy in which TLS ends.
    void setServer(const QStringList &hosts, const QStringList &given);
    void allow(const QByteArray &origin);

    /// Whether a Host field names this server: localhost, a name or address of its own, or the very address
    /// that the request reached. The port is not looked at: it may be forwarded from another. A name that an
    /// attacker's DNS points here is not ours (DNS rebinding).
    bool isOwnHost(QByteArrayView host, const QHostAddress &localAddress) const;
    /// Whether there is no Origin, or one that is this server's own, of localhost, or allowed. Its own has
    /// the host and the port of the Host field, which both come from the browser: behind a proxy, or a port
    /// that is forwarded, our own port says nothing.
    bool accepts(const OriginRequest &request) const;

private:
    bool isOwn(const Origin &origin, const OriginRequest &request) const;
    bool isKnown(const QByteArray &comparable, const QHostAddress &localAddress) const;

    QList<Origin> m_allowed;
    QList<QByteArray> m_allowedVerbatim; ///< those that are no scheme, host and port: "null"
    bool m_allowAny;
    QList<QByteArray> m_hosts;
    QList<QByteArray> m_givenHosts; ///< which are in m_hosts too
};

/// The host names of this computer and, of a server that listens on this address, the addresses at which it
/// is reached.
QStringList ownHosts(const QHostAddress &listening);

} // namespace confab
