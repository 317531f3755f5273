#include "core/link/opensslerror.h"
#include "core/link/opensslowner.h"
#include "core/link/tlscontext.h"
#include "tests/client/certificate.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTlsContext : public QObject
{
    Q_OBJECT

private slots:
    void showsTheWholeChain()
    {
        const SelfSignedCertificate own;
        const SelfSignedCertificate issuer;
        const TlsContext context =
            serverTlsContext({own.certificate(), issuer.certificate(), issuer.certificate()}, own.key());
        QVERIFY(context);
        STACK_OF(X509) *chain = nullptr;
        QCOMPARE(SSL_CTX_get0_chain_certs(context.get(), &chain), 1);
        QCOMPARE(sk_X509_num(chain), 2);
    }

    void speaksTls12AtLeast()
    {
        const SelfSignedCertificate own;
        const TlsContext context = serverTlsContext({own.certificate()}, own.key());
        QCOMPARE(SSL_CTX_get_min_proto_version(context.get()), TLS1_2_VERSION);
        QCOMPARE(SSL_CTX_get_max_proto_version(context.get()), 0); // the newest that there is
        QVERIFY(SSL_CTX_get_options(context.get()) & SSL_OP_NO_RENEGOTIATION);
        QCOMPARE(SSL_CTX_get_verify_mode(context.get()), SSL_VERIFY_NONE);
        const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(context.get());
        QVERIFY(sk_SSL_CIPHER_num(ciphers) > 0);
        for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i) {
            const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
            const bool isForwardSecret = SSL_CIPHER_get_kx_nid(cipher) == NID_kx_ecdhe ||
                                         SSL_CIPHER_get_kx_nid(cipher) == NID_kx_any; // TLS 1.3
            QVERIFY2(isForwardSecret && SSL_CIPHER_is_aead(cipher), SSL_CIPHER_get_name(cipher));
        }
    }

    void saysWhatOpensslRefuses()
    {
        const SelfSignedCertificate own;
        const SelfSignedCertificate another;
        QVERIFY(!serverTlsContext({own.certificate()}, another.key()));
        QCOMPARE(takeOpensslError(), u"key values mismatch"_s);
        QVERIFY(!serverTlsContext({own.certificate()}, {}));
        QVERIFY(!serverTlsContext({QSslCertificate()}, own.key()));
    }
};

QTEST_GUILESS_MAIN(TestTlsContext)
#include "tst_tlscontext.moc"
