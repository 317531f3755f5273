#include "server/roompath.h"

#include "core/wire/utf8.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace confab {

namespace {

constexpr QByteArrayView roomPrefix("/room/");

bool isForbidden(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return character == u'/';
    }
}

} // namespace

std::optional<QString> roomOfPath(QByteArrayView path)
{
    if (path == "/" || path == "/chat")
        return QString(mainRoomPath);
    if (path == "/echo")
        return QString(echoPath);
    if (!path.startsWith(roomPrefix))
        return {};
    const QByteArray octets = QByteArray::fromPercentEncoding(path.sliced(roomPrefix.size()).toByteArray());
    if (!isValidUtf8(octets))
        return {};
    const QString name = QString::fromUtf8(octets).normalized(QString::NormalizationForm_C);
    if (name.trimmed().isEmpty() || name.toUcs4().size() > maxRoomNameLength ||
        std::any_of(name.cbegin(), name.cend(), isForbidden))
        return {};
    return QString::fromLatin1(roomPrefix) + name;
}

} // namespace confab
