#include "server/forgethistory.h"

#include "server/fileclaim.h"
#include "server/historypath.h"
#include "server/sqlite.h"

#include <sqlite3.h>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

bool isOpenElsewhere(const QString &file)
{
    Sqlite database;
    return database.open(file) && !database.lock() && database.errorCode() == SQLITE_BUSY;
}

} // namespace

std::optional<ServerError> forgetHistory(const QString &name)
{
    const QString path = historyPath(name);
    const auto problem = [&path](ServerErrorKind kind, const QString &detail = {}) {
        return ServerError{kind, {}, 0, detail, path};
    };
    QFile file(path);
    if (!file.exists())
        return {};
    const std::optional<FileClaim> claim = FileClaim::take(path);
    if (!claim)
        return problem(ServerErrorKind::HistoryInUse);
    if (!file.open(QFile::ReadOnly))
        return problem(ServerErrorKind::HistoryUnusable, file.errorString());
    if (!canBeHistory(file) && !isOwnHistoryPath(path))
        return problem(ServerErrorKind::HistoryForeign);
    file.close();
    if (isOpenElsewhere(path))
        return problem(ServerErrorKind::HistoryInUse);
    QFile::remove(path + "-wal"_L1);
    QFile::remove(path + "-journal"_L1);
    if (!file.remove())
        return problem(ServerErrorKind::HistoryUnusable, file.errorString());
    return {};
}

} // namespace confab
