#include "ui/views/serveraddress.h"

using namespace Qt::StringLiterals;

namespace confab {

ServerAddress parseServerAddress(const QString &text)
{
    ServerAddress result;
    QString address = text.trimmed();
    if (address.isEmpty()) {
        result.error = ServerAddress::Error::Empty;
        return result;
    }
    const qsizetype schemeEnd = address.indexOf("://"_L1);
    if (schemeEnd < 0) {
        if (address.startsWith(u':'))
            address.prepend("localhost"_L1);
        address.prepend("ws://"_L1);
        result.change = ServerAddress::Change::SchemeAdded;
    } else {
        const QString scheme = address.first(schemeEnd).toLower();
        if (scheme == "http"_L1 || scheme == "https"_L1) {
            address.replace(0, schemeEnd, scheme == "https"_L1 ? u"wss"_s : u"ws"_s);
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
    result.url = url;
    return result;
}

} // namespace confab
