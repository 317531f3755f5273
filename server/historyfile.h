#pragma once

#include "core/chat/conversation.h"
#include "server/fileclaim.h"
#include "server/servererror.h"
#include "server/sqlite.h"

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

/// A file of SQLite's with what was said in all rooms: the table `message`, a row for each. Past the bounds
/// the oldest are dropped, many together: it may hold a sixteenth more. What was appended survives the end of
/// the program, however it ends, and a power cut leaves a file that can be opened. It is locked while it is
/// open. Lives on one thread.
class HistoryFile
{
public:
    /// Touches nothing. @param file its path.
    HistoryFile(const QString &file, ConversationLimits limits);
    Q_DISABLE_COPY_MOVE(HistoryFile)

    /// Opens the file, or makes one that its owner alone can read. A file that holds something else is not
    /// touched.
    std::variant<KeptHistory, ServerError> open();
    /// The same, when whoever has it open in this process has closed it, such as a thread that was left alone
    /// with a disk that did not answer.
    std::variant<KeptHistory, ServerError> openWhenFree();
    /// All of them or none. @return why none, if so; then nothing more is to be appended.
    std::optional<ServerError> append(const std::vector<RoomMessage> &messages);
    /// Octets that it takes on the disk.
    qint64 size() const;

private:
    std::variant<KeptHistory, ServerError> openClaimed();
    std::optional<ServerError> make() const;
    bool claim();
    bool read(KeptHistory &history);
    bool insert(const std::vector<RoomMessage> &messages);
    bool isFull() const;
    bool dropOldest();
    ServerError failure() const;

    const QString m_name;
    QString m_file; ///< its path, once it is opened: the disk knows it
    std::optional<FileClaim> m_claim;
    const ConversationLimits m_limits;
    Sqlite m_database;
    Sqlite::Statement m_beginning;
    Sqlite::Statement m_commit;
    Sqlite::Statement m_insertion;
    Sqlite::Statement m_deletion;
    std::deque<std::pair<qint64, qsizetype>> m_kept; ///< numbers and octets, the oldest first
    qsizetype m_octets = 0;
};

} // namespace confab
