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
    QFileInfo there(QFileInfo(name.startsWith(u':') ? "./"_L1 + name : name).absoluteFilePath());
    if (there.isSymLink())
        there = QFileInfo(there.symLinkTarget());
    // What is not there yet is called as it will be.
    QString rest;
    while (!there.exists() && !there.isRoot()) {
        rest.prepend(u'/' + there.fileName());
        there = QFileInfo(there.absolutePath());
    }
    return there.isRoot() ? rest : there.canonicalFilePath() + rest;
}

bool isOwnHistoryPath(const QString &path)
{
    return path == historyPath(ownHistoryFile()) && !QFileInfo(ownHistoryFile()).isSymLink();
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
