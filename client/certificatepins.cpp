#include "client/certificatepins.h"

#include "core/link/fingerprint.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

QString serverOf(const QUrl &url)
{
    constexpr int defaultPort = 443;
    const QString host = url.host(QUrl::FullyEncoded);
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(url.port(defaultPort));
}

} // namespace

QByteArray CertificatePins::fingerprintFor(const QUrl &url) const
{
    return url.scheme() == "wss"_L1 ? m_pins.value(serverOf(url)).fingerprint : QByteArray();
}

void CertificatePins::pin(const QUrl &url, const QByteArray &fingerprint)
{
    const QByteArray normalised = normalisedFingerprint(fingerprint);
    if (normalised.isEmpty() || url.host().isEmpty())
        return;
    const QString server = serverOf(url);
    m_pins.insert(server, {server, normalised, QDateTime::currentDateTimeUtc()});
    Q_EMIT changed();
}

void CertificatePins::unpin(const QUrl &url)
{
    unpin(serverOf(url));
}

void CertificatePins::unpin(const QString &server)
{
    if (m_pins.remove(server) > 0)
        Q_EMIT changed();
}

QStringList CertificatePins::lines() const
{
    QStringList lines;
    for (const CertificatePin &pin : m_pins) {
        QString line = pin.server + u' ' + QString::fromLatin1(pin.fingerprint);
        if (pin.since.isValid())
            line += u' ' + pin.since.toString(Qt::ISODate);
        lines.append(line);
    }
    return lines;
}

void CertificatePins::setLines(const QStringList &lines)
{
    m_pins.clear();
    for (const QString &line : lines) {
        const QString server = line.section(u' ', 0, 0);
        const QByteArray fingerprint = normalisedFingerprint(line.section(u' ', 1, 1).toLatin1());
        const QDateTime since = QDateTime::fromString(line.section(u' ', 2, 2), Qt::ISODate);
        if (!fingerprint.isEmpty() && server.contains(u':'))
            m_pins.insert(server, {server, fingerprint, since});
    }
}

} // namespace confab
