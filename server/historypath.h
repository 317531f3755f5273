#pragma once

#include <QFile>
#include <QString>

namespace confab {

/// "Conf", by which file(1) and we know a history, and the version that is written here.
inline constexpr qint32 historyApplicationId = 0x436F6E66;
inline constexpr qint32 historyFormatVersion = 1;

/// Where a history is unless somebody says otherwise: in the user's data of this program.
QString ownHistoryFile();
/// The one path of a file, without links, whether it is there or not. What SQLite and Qt read into names like
/// ":memory:" is not meant. Asks the disk.
QString historyPath(const QString &name);
/// Whether that is where our own is, and no link leads somewhere else from there.
bool isOwnHistoryPath(const QString &path);

/// By what the file, which is open for reading, begins with: whether it is a history of this version, or is
/// empty and may become one.
bool canBeHistory(QFile &file);

} // namespace confab
