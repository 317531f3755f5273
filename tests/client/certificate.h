#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace confab {

/// A throwaway self-signed certificate, made by the openssl command.
class SelfSignedCertificate
{
public:
    /// @param subject whom it is for, as a subjectAltName has it.
    /// @param keyKind as the openssl command calls it.
    explicit SelfSignedCertificate(const QString &subject = QStringLiteral("IP:127.0.0.1"),
                                   const QString &keyKind = QStringLiteral("rsa:2048"))
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), keyKind,
                       QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                       QStringLiteral("-subj"), QStringLiteral("/CN=Test"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=") + subject, QStringLiteral("-keyout"), keyFile(),
                       QStringLiteral("-out"), certificateFile()});
        openssl.waitForFinished();
        QFile key(keyFile());
        QFile pem(certificateFile());
        if (key.open(QIODevice::ReadOnly) && pem.open(QIODevice::ReadOnly)) {
            m_key = QSslKey(&key, QSsl::Rsa);
            m_certificate = QSslCertificate(&pem);
        }
    }

    QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    QString certificateFile() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    const QSslCertificate &certificate() const { return m_certificate; }
    const QSslKey &key() const { return m_key; }
    QSslConfiguration serverConfiguration() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(m_certificate);
        configuration.setPrivateKey(m_key);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        return configuration;
    }

private:
    QTemporaryDir m_folder;
    QSslKey m_key;
    QSslCertificate m_certificate;
};

} // namespace confab
