#include "server/certificatestore.h"

#include <QDir>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// How long before its end a certificate is made anew, in days.
constexpr int renewalTime = 30;

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;

ServerError notStored(const QString &file, const QString &detail)
{
    return {ServerErrorKind::IdentityNotStored, {}, 0, detail, file};
}

bool hasHost(const QSslCertificate &certificate, const QString &host)
{
    return certificate.subjectAlternativeNames().values(QSsl::DnsEntry).contains(host, Qt::CaseInsensitive);
}

bool hasAddress(const QSslCertificate &certificate, QHostAddress address)
{
    address.setScopeId({});
    const QStringList entries = certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    return std::any_of(entries.cbegin(), entries.cend(),
                       [&address](const QString &entry) { return QHostAddress(entry) == address; });
}

/// @return what the system says if it could not be done.
QString write(const QString &fileName, const QByteArray &pem)
{
    QSaveFile file(fileName);
    // Before there is anything to read.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerFile) ||
        file.write(pem) != pem.size() || !file.commit())
        return file.errorString();
    return {};
}

/// IPv6 addresses of a network are given out for a day (RFC 8981): a certificate is not made anew for them,
/// for each new one has people warned again.
bool mayChange(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol && !address.isLoopback();
}

} // namespace

std::variant<TlsIdentity, ServerError> keptSelfSigned(const QString &folder, const CertificateNames &names,
                                                      const QDateTime &now)
{
    const QString fileName = QDir(folder).filePath(selfSignedFileName());
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerFolder))
        return notStored(fileName, qt_error_string());
    if (QFile::exists(fileName)) {
        QFile::setPermissions(fileName, ownerFile);
        auto kept = readIdentity(fileName, fileName);
        const auto *identity = std::get_if<TlsIdentity>(&kept);
        if (identity && isGoodFor(identity->chain.constFirst(), names, now))
            return kept;
    }
    const QByteArray pem = makeSelfSigned(u"Confab at "_s + QSysInfo::machineHostName(), names, now);
    if (pem.isEmpty())
        return notStored(fileName, u"OpenSSL"_s);
    const QString detail = write(fileName, pem);
    if (!detail.isEmpty())
        return notStored(fileName, detail);
    return readIdentity(fileName, fileName);
}

QString selfSignedFileName()
{
    return u"self-signed.pem"_s;
}

bool isGoodFor(const QSslCertificate &certificate, const CertificateNames &names, const QDateTime &now)
{
    return certificate.effectiveDate() <= now && now.addDays(renewalTime) < certificate.expiryDate() &&
           std::all_of(names.hosts.cbegin(), names.hosts.cend(),
                       [&certificate](const QString &host) { return hasHost(certificate, host); }) &&
           std::all_of(names.addresses.cbegin(), names.addresses.cend(),
                       [&certificate](const QHostAddress &address) {
                           return mayChange(address) || hasAddress(certificate, address);
                       });
}

} // namespace confab
