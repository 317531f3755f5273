#include "ui/text/certificatetext.h"

#include "core/link/fingerprint.h"
#include "ui/text/payloadtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

/// The peer chose it: as one line of bounded length.
QString shown(const QStringList &values)
{
    constexpr qsizetype maxShown = 200;
    return oneLine(values.join(", "_L1), maxShown);
}

QString time(const QDateTime &time)
{
    return QLocale(QLocale::C).toString(time.toUTC(), u"yyyy-MM-dd HH:mm"_s) + " UTC"_L1;
}

QString certificateText(const QSslCertificate &certificate)
{
    const auto names = [&certificate](QSsl::AlternativeNameEntryType type) {
        return certificate.subjectAlternativeNames().values(type);
    };
    const QStringList alternatives = names(QSsl::DnsEntry) + names(QSsl::IpAddressEntry);
    QStringList lines{Words::tr("Subject: %1").arg(shown({certificate.subjectDisplayName()})),
                      Words::tr("SHA-256 fingerprint:"), fingerprintText(sha256Fingerprint(certificate))};
    if (!alternatives.isEmpty())
        lines += Words::tr("For: %1").arg(shown(alternatives));
    lines += Words::tr("Issuer: %1").arg(shown({certificate.issuerDisplayName()}));
    lines += Words::tr("Valid: from %1 to %2")
                 .arg(time(certificate.effectiveDate()), time(certificate.expiryDate()));
    return lines.join(u'\n');
}

} // namespace

QString fingerprintText(const QByteArray &fingerprint)
{
    constexpr qsizetype lineSize = 8 * 3;
    QStringList lines;
    for (qsizetype begin = 0; begin < fingerprint.size(); begin += lineSize)
        lines.append(QString::fromLatin1(fingerprint.mid(begin, lineSize)));
    return lines.join(u'\n');
}

QString certificateChainText(const QList<QSslCertificate> &chain)
{
    QStringList certificates;
    for (const QSslCertificate &certificate : chain)
        certificates.append(certificateText(certificate));
    return certificates.join("\n\n"_L1);
}

QString certificateErrorText(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("It is signed by itself: nobody whom this computer trusts vouches for it.");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("It was issued by someone whom this computer does not know.");
    case QSslError::HostNameMismatch:
        return Words::tr("It is for other names than the host in the URL.");
    case QSslError::CertificateExpired:
        return Words::tr("It has expired.");
    case QSslError::CertificateNotYetValid:
        return Words::tr("It is not valid yet; or the clock of this computer is slow.");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Words::tr("It was revoked.");
    case QSslError::InvalidCaCertificate:
    case QSslError::InvalidPurpose:
    case QSslError::PathLengthExceeded:
    case QSslError::CertificateRejected:
        return Words::tr("It, or its issuer's, may not be used for this purpose.");
    case QSslError::NoPeerCertificate:
        return Words::tr("The server showed none.");
    default:
        return Words::tr("It is not made as certificates must be.");
    }
}

QString certificateErrorText(const QList<QSslError::SslError> &errors)
{
    QStringList sentences;
    for (const QSslError::SslError error : errors)
        sentences.append(certificateErrorText(error));
    sentences.removeDuplicates();
    return sentences.join(u' ');
}

} // namespace confab
