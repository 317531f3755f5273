#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace confab {

/// Under what a server is reached, and so what its certificate is for.
struct CertificateNames
{
    QStringList hosts; ///< each one isHostName()
    QList<QHostAddress> addresses;
};

/// Whether the name can stand in a certificate: letters, digits, hyphens and dots.
bool isHostName(const QString &host);

/// How long a certificate that is made here lasts, in days.
inline constexpr int selfSignedValidity = 397;

/// Makes a new P-256 key and a certificate for these names that is signed with it, valid from a day before
/// now, because clocks differ.
/// @param commonName for people: whose it is. @return both in PEM, key first; empty if OpenSSL failed.
QByteArray makeSelfSigned(const QString &commonName, const CertificateNames &names, const QDateTime &now);

} // namespace confab
