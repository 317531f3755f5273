#include "server/tlsidentity.h"

#include "core/link/opensslowner.h"

#include <QFile>

namespace confab {

using namespace openssl;

namespace {

/// Never asks the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

QSslKey readKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Whether the first certificate's public key is that of the private one.
bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    const Bio certificateBio(BIO_new_mem_buf(certificate.constData(), int(certificate.size())));
    const Certificate x509(PEM_read_bio_X509(certificateBio.get(), nullptr, noPassphrase, nullptr));
    const Bio keyBio(BIO_new_mem_buf(key.constData(), int(key.size())));
    const Key privateKey(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassphrase, nullptr));
    return x509 && privateKey && X509_check_private_key(x509.get(), privateKey.get()) == 1;
}

} // namespace

std::variant<TlsIdentity, ServerErrorKind> identityFromPem(const QByteArray &certificates,
                                                           const QByteArray &key)
{
    TlsIdentity identity{QSslCertificate::fromData(certificates, QSsl::Pem), readKey(key)};
    if (identity.chain.isEmpty() || identity.chain.constFirst().isNull())
        return ServerErrorKind::CertificateInvalid;
    if (identity.key.isNull())
        return ServerErrorKind::KeyInvalid;
    if (!belongTogether(certificates, key))
        return ServerErrorKind::KeyMismatch;
    return identity;
}

std::variant<TlsIdentity, ServerError> readIdentity(const QString &certificateFile, const QString &keyFile)
{
    QFile certificates(certificateFile);
    if (!certificates.open(QIODevice::ReadOnly))
        return ServerError{
            ServerErrorKind::CertificateUnreadable, {}, 0, certificates.errorString(), certificateFile};
    QFile key(keyFile);
    if (!key.open(QIODevice::ReadOnly))
        return ServerError{ServerErrorKind::KeyUnreadable, {}, 0, key.errorString(), keyFile};
    auto identity = identityFromPem(certificates.readAll(), key.readAll());
    if (const auto *kind = std::get_if<ServerErrorKind>(&identity)) {
        const bool isCertificates = *kind == ServerErrorKind::CertificateInvalid;
        return ServerError{*kind, {}, 0, {}, isCertificates ? certificateFile : keyFile};
    }
    return std::get<TlsIdentity>(std::move(identity));
}

} // namespace confab
