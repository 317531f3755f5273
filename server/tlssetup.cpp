#include "server/tlssetup.h"

#include "core/link/openssl.h"
#include "server/everynetwork.h"
#include "server/joinlinks.h"

#include <QHostInfo>
#include <QSslSocket>
#include <QStandardPaths>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

QString ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/tls"_L1;
}

} // namespace

std::variant<TlsIdentity, ServerError> setUpTls(const TlsPolicy &policy, const QHostAddress &listening,
                                                const QStringList &otherNames)
{
    if (!QSslSocket::supportsSsl() || !openssl::isThere())
        return ServerError{
            ServerErrorKind::TlsUnavailable, {}, 0, QSslSocket::sslLibraryBuildVersionString(), {}};
    if (policy.mode == TlsMode::Files)
        return readIdentity(policy.certificateFile, policy.keyFile);
    return keptSelfSigned(
        policy.folder.isEmpty() ? ownFolder() : policy.folder,
        certificateNames(listening, QHostInfo::localHostName(), networkAddresses(), otherNames),
        QDateTime::currentDateTimeUtc());
}

CertificateNames certificateNames(const QHostAddress &listening, const QString &hostName,
                                  const QList<QHostAddress> &networkAddresses, const QStringList &otherNames)
{
    CertificateNames names{{u"localhost"_s}, {}};
    const QString host = hostName.toLower();
    if (isHostName(host) && host != names.hosts.constFirst()) {
        names.hosts.append(host);
        if (!host.contains(u'.'))
            names.hosts.append(host + ".local"_L1);
    }
    names.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    names.addresses += shareableAddresses(networkAddresses);
    if (!isEveryNetwork(listening) && !names.addresses.contains(listening))
        names.addresses.append(listening);
    for (const QString &name : otherNames) {
        const QHostAddress address(name);
        if (address.isNull() && isHostName(name.toLower()) && !names.hosts.contains(name.toLower()))
            names.hosts.append(name.toLower());
        else if (!address.isNull() && !names.addresses.contains(address))
            names.addresses.append(address);
    }
    return names;
}

} // namespace confab
