#include "server/selfsignedcertificate.h"

#include "core/link/opensslowner.h"

#include <algorithm>
#include <array>

namespace confab {

using namespace openssl;

namespace {

using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

/// RFC 5280 §4.2.1.6, in OpenSSL's notation.
QByteArray subjectAlternativeNames(const CertificateNames &names)
{
    QByteArrayList list;
    for (const QString &host : names.hosts)
        list.append("DNS:" + host.toLatin1());
    for (QHostAddress address : names.addresses) {
        address.setScopeId({});
        list.append("IP:" + address.toString().toLatin1());
    }
    return list.join(',');
}

bool addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    context.db = nullptr; // no configuration file
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerialNumber(X509 *certificate)
{
    std::array<unsigned char, 16> octets;
    if (RAND_bytes(octets.data(), int(octets.size())) != 1)
        return false;
    octets[0] = (octets[0] & 0x7F) | 0x40; // positive, and of this length (RFC 5280 §4.1.2.2)
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(
        BN_bin2bn(octets.data(), int(octets.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509 *certificate, const QString &commonName)
{
    constexpr qsizetype maxCommonNameSize = 64; // RFC 5280, ub-common-name
    const QByteArray text = commonName.left(maxCommonNameSize).toUtf8();
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      int(text.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool setValidity(X509 *certificate, const QDateTime &now)
{
    const QDateTime from = now.addDays(-1);
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(from.toSecsSinceEpoch())) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate),
                         time_t(from.addDays(selfSignedValidity).toSecsSinceEpoch()));
}

bool fill(X509 *certificate, EVP_PKEY *key, const QString &commonName, const CertificateNames &names,
          const QDateTime &now)
{
    constexpr long version3 = 2;
    return X509_set_version(certificate, version3) == 1 && setSerialNumber(certificate) &&
           setName(certificate, commonName) && setValidity(certificate, now) &&
           X509_set_pubkey(certificate, key) == 1 &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, NID_subject_alt_name, subjectAlternativeNames(names)) &&
           X509_sign(certificate, key, EVP_sha256()) != 0;
}

} // namespace

bool isHostName(const QString &host)
{
    return !host.isEmpty() && std::all_of(host.cbegin(), host.cend(), [](QChar character) {
        return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z') ||
               (character >= u'0' && character <= u'9') || character == u'.' || character == u'-';
    });
}

QByteArray makeSelfSigned(const QString &commonName, const CertificateNames &names, const QDateTime &now)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!key || !certificate || !bio || !fill(certificate.get(), key.get(), commonName, names, now) ||
        PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(bio.get(), certificate.get()) != 1)
        return {};
    char *octets = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &octets);
    return {octets, qsizetype(size)};
}

} // namespace confab
