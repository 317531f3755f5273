#include "server/originpolicy.h"

#include "server/everynetwork.h"

#include <QHostInfo>
#include <QNetworkInterface>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// An address in its one form, without a zone; anything else in lower case.
QByteArray comparableHost(const QString &host)
{
    QHostAddress address;
    if (!address.setAddress(host))
        return host.toLower().toUtf8();
    address.setScopeId({});
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return (isIPv4 ? QHostAddress(ipv4) : address).toString().toLatin1();
}

QList<QByteArray> comparableHosts(const QStringList &hosts)
{
    QList<QByteArray> comparable;
    for (const QString &host : hosts)
        comparable.append(comparableHost(host));
    return comparable;
}

/// Whether it is an IPv4 address in its one form, which is the one that compares.
bool isPlainIPv4(QByteArrayView text)
{
    int parts = 0;
    while (true) {
        const qsizetype dot = text.indexOf('.');
        const QByteArrayView part = dot < 0 ? text : text.first(dot);
        constexpr qsizetype maxDigits = 3;
        constexpr int most = 255;
        if (part.isEmpty() || part.size() > maxDigits || (part.front() == '0' && part.size() > 1))
            return false;
        int value = 0;
        for (const char digit : part) {
            if (digit < '0' || digit > '9')
                return false;
            value = 10 * value + (digit - '0');
        }
        if (value > most)
            return false;
        ++parts;
        if (dot < 0)
            return parts == 4;
        text = text.sliced(dot + 1);
    }
}

bool isHostCharacter(char octet)
{
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
           (octet >= '0' && octet <= '9') || octet == '.' || octet == '-' || octet == '_';
}

/// "host", "host:port", "[address]" or "[address]:port" into origin.
bool parseAuthority(QByteArrayView text, quint16 defaultPort, Origin &origin)
{
    QByteArrayView rest;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        QHostAddress address;
        if (end < 0 || !address.setAddress(QString::fromLatin1(text.sliced(1, end - 1))) ||
            address.protocol() != QAbstractSocket::IPv6Protocol)
            return false;
        origin.host = comparableHost(address.toString());
        rest = text.sliced(end + 1);
    } else {
        const qsizetype colon = text.indexOf(':');
        const QByteArrayView host = colon < 0 ? text : text.first(colon);
        if (host.isEmpty() || !std::all_of(host.begin(), host.end(), isHostCharacter))
            return false;
        origin.host = isPlainIPv4(host) ? host.toByteArray() : comparableHost(QString::fromLatin1(host));
        rest = colon < 0 ? QByteArrayView() : text.sliced(colon);
    }
    if (rest.isEmpty()) {
        origin.port = defaultPort;
        return true;
    }
    const QByteArrayView digits = rest.sliced(1);
    const bool areDigits =
        std::all_of(digits.begin(), digits.end(), [](char octet) { return octet >= '0' && octet <= '9'; });
    bool fits = false;
    origin.port = digits.toByteArray().toUShort(&fits);
    return rest.front() == ':' && areDigits && fits;
}

quint16 defaultPortOf(QByteArrayView scheme)
{
    constexpr quint16 http = 80;
    constexpr quint16 https = 443;
    return scheme == "https" || scheme == "wss" ? https : (scheme == "http" || scheme == "ws" ? http : 0);
}

/// @param host in the form that compares.
bool isLocalhost(const QByteArray &host)
{
    if (host == "localhost" || host.endsWith(".localhost"))
        return true;
    const QHostAddress address(QString::fromLatin1(host));
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    constexpr quint32 loopbackNetwork = 127; // RFC 1122 §3.2.1.3
    return isIPv4 ? ipv4 >> 24 == loopbackNetwork : address == QHostAddress(QHostAddress::LocalHostIPv6);
}

/// Without the dot of the root of the DNS, which may be written out.
QByteArray withoutRoot(const QByteArray &host)
{
    return host.endsWith('.') ? host.chopped(1) : host;
}

bool isLocalPage(const Origin &origin)
{
    return (origin.scheme == "http" || origin.scheme == "https") && isLocalhost(origin.host);
}

} // namespace

std::optional<Origin> parseOrigin(QByteArrayView text)
{
    constexpr QByteArrayView separator("://");
    const qsizetype end = text.indexOf(separator);
    if (end < 1)
        return {};
    const QByteArrayView scheme = text.first(end);
    const auto isLetter = [](char octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    };
    if (!isLetter(scheme.front()) || !std::all_of(scheme.begin(), scheme.end(), [](char octet) {
            return isHostCharacter(octet) || octet == '+';
        }))
        return {};
    Origin origin;
    origin.scheme = scheme.toByteArray().toLower();
    if (!parseAuthority(text.sliced(end + separator.size()), defaultPortOf(origin.scheme), origin))
        return {};
    return origin;
}

OriginPolicy::OriginPolicy(const QList<QByteArray> &allowed, bool allowAny)
    : m_allowAny(allowAny)
{
    for (const QByteArray &origin : allowed)
        allow(origin);
}

void OriginPolicy::setServer(const QStringList &hosts, const QStringList &given)
{
    m_givenHosts = comparableHosts(given);
    m_hosts = comparableHosts(hosts) + m_givenHosts;
}

void OriginPolicy::allow(const QByteArray &origin)
{
    // People paste addresses with a slash behind them.
    const QByteArray trimmed = origin.endsWith('/') ? origin.chopped(1) : origin;
    if (const std::optional<Origin> parsed = parseOrigin(trimmed))
        m_allowed.append(*parsed);
    else if (!origin.isEmpty())
        m_allowedVerbatim.append(origin);
}

bool OriginPolicy::isOwnHost(QByteArrayView host, const QHostAddress &localAddress) const
{
    Origin target;
    if (!parseAuthority(host, 0, target))
        return false;
    const QByteArray name = withoutRoot(target.host);
    return isLocalhost(name) || isKnown(name, localAddress);
}

bool OriginPolicy::accepts(const OriginRequest &request) const
{
    if (m_allowAny || request.origins.isEmpty())
        return true;
    if (request.origins.size() > 1)
        return false;
    const QByteArray &text = request.origins.constFirst();
    const std::optional<Origin> origin = parseOrigin(text);
    if (!origin)
        return m_allowedVerbatim.contains(text);
    return isLocalPage(*origin) || m_allowed.contains(*origin) || isOwn(*origin, request);
}

bool OriginPolicy::isOwn(const Origin &origin, const OriginRequest &request) const
{
    Origin target{origin.scheme, {}, 0};
    if (!parseAuthority(request.host, defaultPortOf(target.scheme), target) || origin != target)
        return false;
    const QByteArray name = withoutRoot(target.host);
    // TLS may have ended at a proxy; none adds any.
    const bool cameEncrypted =
        request.isEncrypted || (origin.scheme == "https" && m_givenHosts.contains(name));
    if (origin.scheme != (cameEncrypted ? "https" : "http"))
        return false;
    // A name that an attacker's DNS points here is the same origin as its Host, but it is not ours.
    return isKnown(name, request.localAddress);
}

bool OriginPolicy::isKnown(const QByteArray &comparable, const QHostAddress &localAddress) const
{
    return m_hosts.contains(comparable) ||
           (!localAddress.isNull() && comparable == comparableHost(localAddress.toString()));
}

QStringList ownHosts(const QHostAddress &listening)
{
    QStringList hosts{u"localhost"_s};
    const QString name = QHostInfo::localHostName();
    if (!name.isEmpty()) {
        hosts.append(name);
        const QString label = name.section(u'.', 0, 0);
        const QString domain = QHostInfo::localDomainName();
        hosts.append(label);
        hosts.append(label + ".local"_L1);
        if (!domain.isEmpty())
            hosts.append(label + u'.' + domain);
    }
    const bool all = isEveryNetwork(listening);
    for (const QHostAddress &address : all ? QNetworkInterface::allAddresses() : QList{listening})
        hosts.append(address.toString());
    return hosts;
}

} // namespace confab
