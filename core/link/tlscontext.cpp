#include "core/link/tlscontext.h"

#include "core/link/opensslowner.h"

#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>

namespace confab {

using namespace openssl;

namespace {

// AES with 128 bits first: as safe as one needs, and the fastest where the processor has it built in. A
// client without that asks for ChaCha20 first and gets it (SSL_OP_PRIORITIZE_CHACHA).
constexpr auto tls13Suites = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr auto tls12Suites = "ECDHE+AES128+AESGCM:ECDHE+AESGCM:ECDHE+CHACHA20";

/// Octets that are read at once, a few records' worth; the memory is there while something is in it.
constexpr std::size_t readBufferSize = std::size_t(64) * 1024;

Certificate readCertificate(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &data, long(der.size())));
}

Key readKey(const QSslKey &key)
{
    const QByteArray der = key.toDer();
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    return Key(d2i_AutoPrivateKey(nullptr, &data, long(der.size())));
}

bool useIdentity(SSL_CTX *context, const QList<QSslCertificate> &chain, const QSslKey &key)
{
    const Certificate own = readCertificate(chain.constFirst());
    const Key privateKey = readKey(key);
    if (!own || !privateKey || SSL_CTX_use_certificate(context, own.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context, privateKey.get()) != 1)
        return false;
    return std::all_of(chain.cbegin() + 1, chain.cend(), [context](const QSslCertificate &issuer) {
        const Certificate x509 = readCertificate(issuer);
        return x509 && SSL_CTX_add1_chain_cert(context, x509.get()) == 1;
    });
}

} // namespace

TlsContext serverTlsContext(const QList<QSslCertificate> &chain, const QSslKey &key)
{
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_ciphersuites(context.get(), tls13Suites) != 1 ||
        SSL_CTX_set_cipher_list(context.get(), tls12Suites) != 1 || !useIdentity(context.get(), chain, key))
        return {};
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF); // tickets do that
    SSL_CTX_set_read_ahead(context.get(), 1);
    SSL_CTX_set_default_read_buffer_len(context.get(), readBufferSize);
    return context;
}

} // namespace confab
