#include "ui/views/policytokens.h"

#include "core/wire/httphead.h"
#include "server/banlist.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace confab {

QString readSubprotocol(const QString &text)
{
    return isToken(text.toUtf8()) ? text : QString();
}

QString readOrigin(const QString &text)
{
    if (text == "null"_L1)
        return text;
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || scheme.isEmpty() || url.host().isEmpty())
        return {};
    const int usual = scheme == "https"_L1 ? 443 : scheme == "http"_L1 ? 80 : -1;
    QUrl origin;
    origin.setScheme(scheme);
    origin.setHost(url.host());
    if (url.port() != usual)
        origin.setPort(url.port());
    return QString::fromUtf8(origin.toEncoded(QUrl::RemovePath));
}

QString readAddress(const QString &text)
{
    return readBannedAddress(text).toString();
}

QStringList toStrings(const QList<QHostAddress> &addresses)
{
    QStringList strings;
    for (const QHostAddress &address : addresses)
        strings.append(address.toString());
    return strings;
}

QList<QHostAddress> toAddresses(const QStringList &list)
{
    QList<QHostAddress> addresses;
    for (const QString &text : list)
        addresses.append(QHostAddress(text));
    return addresses;
}

QStringList toStrings(const QList<QByteArray> &list)
{
    QStringList strings;
    for (const QByteArray &entry : list)
        strings.append(QString::fromUtf8(entry));
    return strings;
}

QList<QByteArray> toOctets(const QStringList &list)
{
    QList<QByteArray> octets;
    for (const QString &entry : list)
        octets.append(entry.toUtf8());
    return octets;
}

} // namespace confab
