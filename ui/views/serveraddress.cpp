#include "ui/views/serveraddress.h"

#include "server/joinlinks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// Where the scheme ends, if the address has one (RFC 3986 §3.1): a query may have another one in it.
qsizetype schemeEndOf(const QString &address)
{
    static const QRegularExpression scheme(u"^([A-Za-z][A-Za-z0-9+.-]*)?(?=://)"_s);
    const QRegularExpressionMatch match = scheme.match(address);
    return match.hasMatch() ? match.capturedEnd() : -1;
}

} // namespace

ServerAddress parseServerAddress(const QString &text)
{
    ServerAddress result;
    QString address = text.trimmed();
    if (address.isEmpty()) {
        result.error = ServerAddress::Error::Empty;
        return result;
    }
    const qsizetype schemeEnd = schemeEndOf(address);
    if (schemeEnd < 0) {
        if (address.startsWith(u':'))
            address.prepend("localhost"_L1);
        address.prepend("ws://"_L1);
        result.change = ServerAddress::Change::SchemeAdded;
    } else {
        const QString scheme = address.first(schemeEnd).toLower();
        if (scheme == "http"_L1 || scheme == "https"_L1) {
            result.change = ServerAddress::Change::SchemeReplaced;
        } else if (scheme != "ws"_L1 && scheme != "wss"_L1) {
            result.error = ServerAddress::Error::SchemeUnsupported;
            return result;
        }
    }
    const QUrl url(address, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty()) {
        result.error = ServerAddress::Error::Malformed;
        result.change = ServerAddress::Change::None;
        return result;
    }
    result.url = webSocketAddress(url);
    return result;
}

} // namespace confab
