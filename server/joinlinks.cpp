#include "server/joinlinks.h"

#include "server/pin.h"

#include <QNetworkInterface>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView thisComputer("localhost");

struct Scheme
{
    QString name;
    quint16 defaultPort;
};

QString link(const Scheme &scheme, const QString &host, quint16 port)
{
    return port == scheme.defaultPort ? u"%1://%2/"_s.arg(scheme.name, host)
                                      : u"%1://%2:%3/"_s.arg(scheme.name, host, QString::number(port));
}

QString link(const Scheme &scheme, const QHostAddress &address, quint16 port)
{
    if (address == QHostAddress::LocalHost)
        return link(scheme, thisComputer, port);
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return link(scheme, isIPv6 ? u'[' + address.toString() + u']' : address.toString(), port);
}

enum Rank { HomeOrOffice, OtherIPv4, ContainersUsually, GlobalIPv6, Useless };

/// Lower is better to share: what people in the same building reach comes first.
Rank rank(const QHostAddress &address)
{
    if (address.isLoopback() || address.isLinkLocal())
        return Useless;
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return address.isGlobal() && !address.isUniqueLocalUnicast() ? GlobalIPv6 : Useless;
    if (address.isInSubnet(QHostAddress(u"192.168.0.0"_s), 16) ||
        address.isInSubnet(QHostAddress(u"10.0.0.0"_s), 8))
        return HomeOrOffice;
    return address.isInSubnet(QHostAddress(u"172.16.0.0"_s), 12) ? ContainersUsually : OtherIPv4;
}

} // namespace

QStringList joinLinks(const QHostAddress &listening, quint16 port,
                      const QList<QHostAddress> &networkAddresses, bool encrypted)
{
    const Scheme scheme = encrypted ? Scheme{u"https"_s, 443} : Scheme{u"http"_s, 80};
    const bool anyIPv6 =
        listening == QHostAddress(QHostAddress::Any) || listening == QHostAddress(QHostAddress::AnyIPv6);
    const bool anyIPv4 =
        listening == QHostAddress(QHostAddress::Any) || listening == QHostAddress(QHostAddress::AnyIPv4);
    if (!anyIPv4 && !anyIPv6)
        return {link(scheme, listening, port)};

    QStringList links;
    for (const QHostAddress &address : shareableAddresses(networkAddresses)) {
        const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        if (isIPv6 ? anyIPv6 : anyIPv4)
            links.append(link(scheme, address, port));
    }
    links.append(link(scheme, thisComputer, port));
    links.removeDuplicates();
    return links;
}

QString withPin(const QString &joinLink, const QByteArray &pin)
{
    return pin.isEmpty() ? joinLink
                         : joinLink + u'#' + QLatin1StringView(pinParameter) + QString::fromLatin1(pin);
}

QUrl webSocketAddress(QUrl link)
{
    const bool isSecure = link.scheme() == "https"_L1 || link.scheme() == "wss"_L1;
    link.setScheme(isSecure ? u"wss"_s : u"ws"_s);
    if (link.fragment().startsWith(QLatin1StringView(pinParameter)))
        link.setQuery(link.hasQuery() ? link.query() + u'&' + link.fragment() : link.fragment());
    link.setFragment({});
    return link;
}

bool leadsToThisComputer(const QString &link)
{
    const QString host = QUrl(link).host();
    return host == thisComputer || QHostAddress(host).isLoopback();
}

QString linkForPhones(const QStringList &joinLinks)
{
    if (joinLinks.isEmpty() || leadsToThisComputer(joinLinks.first()))
        return {};
    return joinLinks.first();
}

QList<QHostAddress> shareableAddresses(const QList<QHostAddress> &networkAddresses)
{
    QList<QHostAddress> addresses;
    std::copy_if(networkAddresses.cbegin(), networkAddresses.cend(), std::back_inserter(addresses),
                 [](const QHostAddress &address) { return rank(address) != Useless; });
    std::stable_sort(addresses.begin(), addresses.end(),
                     [](const QHostAddress &a, const QHostAddress &b) { return rank(a) < rank(b); });
    return addresses;
}

QList<QHostAddress> networkAddresses()
{
    QList<QHostAddress> addresses;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) ||
            flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            addresses.append(entry.ip());
    }
    return addresses;
}

} // namespace confab
