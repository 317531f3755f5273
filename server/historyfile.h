#pragma once

#include "server/backlog.h"
#include "server/servererror.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <deque>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace confab {

/// What a history holds.
struct KeptHistory
{
    std::vector<RoomMessage> messages; ///< the oldest first
    QByteArray ticketKey;              ///< see Tickets: it lasts as long as the file
};

/// A file of SQLite's with what was said in all rooms: the table `message`, a row for each, the oldest
/// dropped past the bounds. What was appended survives the end of the program, however it ends, and a power
/// cut leaves a file that can be opened. It is locked while it is open. Lives on one thread.
class HistoryFile
{
public:
    /// @param file its path.
    HistoryFile(const QString &file, ConversationLimits limits);
    ~HistoryFile();
    Q_DISABLE_COPY_MOVE(HistoryFile)

    /// Opens the file, or makes one that its owner alone can read. A file that holds something else is not
    /// touched.
    std::variant<KeptHistory, ServerError> open();
    /// All of them or none. @return why none, if so.
    std::optional<ServerError> append(const std::vector<RoomMessage> &messages);

private:
    struct Statements
    {
        QSqlQuery insert;
        QSqlQuery drop;
    };

    std::optional<ServerError> make() const;
    std::optional<ServerError> claim();
    std::optional<ServerError> prepare();
    std::variant<KeptHistory, ServerError> read();
    bool insert(const RoomMessage &said, qint64 number);
    bool dropOldest();
    ServerError failure(const QSqlError &error) const;

    const QString m_file;
    const ConversationLimits m_limits;
    const QString m_connection; ///< Qt's name for it
    QSqlDatabase m_database;
    std::optional<Statements> m_statements;
    std::deque<std::pair<qint64, qsizetype>> m_kept; ///< numbers and octets, the oldest first
    qsizetype m_octets = 0;
};

/// Where it is unless somebody says otherwise: in the user's data of this program, whose folder is made.
QString ownHistoryFile();

} // namespace confab
