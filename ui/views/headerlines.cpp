#include "ui/views/headerlines.h"

#include <QRegularExpression>

namespace confab {

namespace {

HeaderLines failure(HeaderLines::Error error, int line)
{
    return {{}, error, line};
}

} // namespace

HeaderLines parseHeaderLines(const QString &text)
{
    HeaderLines result;
    const QStringList lines = text.split(u'\n');
    for (int i = 0; i < int(lines.size()); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            return failure(HeaderLines::Error::ColonMissing, i + 1);
        const QByteArray name = line.first(colon).toUtf8();
        const QByteArray value = line.sliced(colon + 1).trimmed().toUtf8();
        if (!isToken(name))
            return failure(HeaderLines::Error::NameInvalid, i + 1);
        if (!isHeaderValue(value))
            return failure(HeaderLines::Error::ValueInvalid, i + 1);
        result.headers.append({name, value});
    }
    return result;
}

QList<QByteArray> parseSubprotocolList(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    QList<QByteArray> subprotocols;
    for (const QString &name : text.split(separators, Qt::SkipEmptyParts))
        subprotocols.append(name.toUtf8());
    return subprotocols;
}

} // namespace confab
