#pragma once

#include <QFile>
#include <QString>

namespace confab {

/// "Conf", by which file(1) and we know a history, and the version that is written here.
inline constexpr qint32 historyApplicationId = 0x436F6E66;
inline constexpr qint32 historyFormatVersion = 1;

/// Where a history is unless somebody says otherwise: in the user's data of this program.
QString ownHistoryFile();
/// The path of the file itself, where it is named by a link. What SQLite and Qt read into names like
/// ":memory:" is not meant.
QString historyPath(const QString &name);
bool isOwnHistoryPath(const QString &path);

/// By what the file, which is open for reading, begins with: whether it is a history of this version, or is
/// empty and may become one.
bool canBeHistory(QFile &file);

} // namespace confab
