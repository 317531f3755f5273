#include "server/historypath.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QtEndian>

namespace confab {

using namespace Qt::StringLiterals;

QString ownHistoryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/history.sqlite"_L1;
}

QString historyPath(const QString &name)
{
    const QFileInfo file(name.startsWith(u':') ? "./"_L1 + name : name);
    if (file.exists())
        return file.canonicalFilePath();
    return file.isSymLink() ? file.symLinkTarget() : file.absoluteFilePath();
}

bool isOwnHistoryPath(const QString &path)
{
    return path == historyPath(ownHistoryFile());
}

/// The SQLite Database File Format, §1.3.
bool canBeHistory(QFile &file)
{
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype versionAt = 60;
    constexpr qsizetype applicationAt = 68;
    if (file.size() == 0)
        return true;
    const QByteArray header = file.read(headerSize);
    return header.size() == headerSize && header.startsWith("SQLite format 3\0"_ba) &&
           qFromBigEndian<qint32>(header.constData() + versionAt) == historyFormatVersion &&
           qFromBigEndian<qint32>(header.constData() + applicationAt) == historyApplicationId;
}

} // namespace confab
