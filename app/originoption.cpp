#include "app/originoption.h"

#include <QUrl>

namespace confab {

using namespace Qt::StringLiterals;

QByteArray serialisedOrigin(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text == "null"_L1)
        return "null"_ba;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.scheme().isEmpty())
        return {};
    const int defaultPort = url.scheme() == "https"_L1 ? 443 : url.scheme() == "http"_L1 ? 80 : -1;
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    QString origin = url.scheme() + "://"_L1 + host;
    if (url.port() != -1 && url.port() != defaultPort)
        origin += u':' + QString::number(url.port());
    return origin.toLatin1();
}

} // namespace confab
