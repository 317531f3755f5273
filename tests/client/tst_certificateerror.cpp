#include "certificate.h"
#include "client/certificateerror.h"
#include "core/link/fingerprint.h"

#include <QSslSocket>
#include <QTest>
#include <QWebSocketServer>

using namespace confab;
using namespace Qt::StringLiterals;

class TestCertificateError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!m_certificate.certificate().isNull(), "the openssl command is needed");
        m_server.setSslConfiguration(m_certificate.serverConfiguration());
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }

    void tellsWhatThePeerShowed()
    {
        QSslSocket socket;
        ClientError untrusted;
        ClientError changed;
        connect(&socket, &QSslSocket::sslErrors, this, [&] {
            untrusted = certificateError(socket, {});
            changed = certificateError(socket, "AB:CD");
        });
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server.serverPort());
        QTRY_COMPARE(untrusted.kind, ClientErrorKind::CertificateUntrusted);
        QCOMPARE(untrusted.certificates, QList{m_certificate.certificate()});
        // It is self-signed, and made for another host: each once.
        QCOMPARE(untrusted.certificateErrors.size(), 2);
        QVERIFY(untrusted.certificateErrors.contains(QSslError::SelfSignedCertificate));
        QVERIFY(untrusted.certificateErrors.contains(QSslError::HostNameMismatch));
        QVERIFY(!untrusted.detail.isEmpty());
        QCOMPARE(changed.kind, ClientErrorKind::CertificateChanged);
        QCOMPARE(changed.pinnedFingerprint, "AB:CD"_ba);
    }

    void knowsThePinnedOne()
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        QVERIFY(!isPinned(socket, {}));
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server.serverPort());
        QTRY_VERIFY(socket.isEncrypted());
        QVERIFY(isPinned(socket, sha256Fingerprint(m_certificate.certificate())));
        QVERIFY(!isPinned(socket, {}));
        QVERIFY(!isPinned(socket, sha256Fingerprint(SelfSignedCertificate().certificate())));
    }

private:
    SelfSignedCertificate m_certificate{u"DNS:elsewhere.example"_s};
    QWebSocketServer m_server{u"server"_s, QWebSocketServer::SecureMode};
};

QTEST_GUILESS_MAIN(TestCertificateError)
#include "tst_certificateerror.moc"
