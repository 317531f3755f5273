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
    return url.scheme() == "wss"_L1 ? m_fingerprints.value(serverOf(url)) : QByteArray();
}

void CertificatePins::pin(const QUrl &url, const QByteArray &fingerprint)
{
    const QByteArray normalised = normalisedFingerprint(fingerprint);
    if (normalised.isEmpty() || url.host().isEmpty())
        return;
    m_fingerprints.insert(serverOf(url), normalised);
    Q_EMIT changed();
}

void CertificatePins::unpin(const QUrl &url)
{
    if (m_fingerprints.remove(serverOf(url)) > 0)
        Q_EMIT changed();
}

QStringList CertificatePins::lines() const
{
    QStringList lines;
    for (auto pin = m_fingerprints.cbegin(); pin != m_fingerprints.cend(); ++pin)
        lines.append(pin.key() + u' ' + QString::fromLatin1(pin.value()));
    return lines;
}

void CertificatePins::setLines(const QStringList &lines)
{
    m_fingerprints.clear();
    for (const QString &line : lines) {
        const QByteArray fingerprint = normalisedFingerprint(line.section(u' ', 1).toLatin1());
        const QString server = line.section(u' ', 0, 0);
        if (!fingerprint.isEmpty() && server.contains(u':'))
            m_fingerprints.insert(server, fingerprint);
    }
}

} // namespace confab
