#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace confab {

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

    /// All of them as lines for a file: "host:port fingerprint".
    QStringList lines() const;
    /// Takes over such lines in place of what there was; leaves out what is none. Emits nothing.
    void setLines(const QStringList &lines);

Q_SIGNALS:
    void changed();

private:
    QMap<QString, QByteArray> m_fingerprints; ///< by host and port
};

} // namespace confab
