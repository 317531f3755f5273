#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace confab {

/// A server whose certificate the user trusts.
struct CertificatePin
{
    QString server; ///< "host:port"
    QByteArray fingerprint;
    QDateTime since; ///< UTC; invalid if not known
};

/// Which certificate each server is trusted by, as the user decided: SHA-256 fingerprints by host and port.
/// Connects to nobody and stores nothing.
class CertificatePins : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The fingerprint for this server; empty if there is none.
    QByteArray fingerprintFor(const QUrl &url) const;
    /// What is no fingerprint changes nothing.
    void pin(const QUrl &url, const QByteArray &fingerprint);
    void unpin(const QUrl &url);
    /// @param server as in a CertificatePin
    void unpin(const QString &server);
    /// All of them, by host and port.
    QList<CertificatePin> pins() const { return m_pins.values(); }

    /// All of them as lines for a file: "host:port fingerprint since", the time left out where it is not
    /// known.
    QStringList lines() const;
    /// Takes over such lines in place of what there was; leaves out what is none. Emits nothing.
    void setLines(const QStringList &lines);

Q_SIGNALS:
    void changed();

private:
    QMap<QString, CertificatePin> m_pins; ///< by host and port
};

} // namespace confab
