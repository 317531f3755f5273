#pragma once

#include "server/historyfile.h"

#include <QObject>

#include <mutex>

namespace confab {

/// How far a history has come.
struct Written
{
    quint64 last = 0;                 ///< the number of the last message that is in the file or never will be
    std::optional<ServerError> error; ///< why the file takes no more, if so
};

/// The part of a History that waits for the disk. Lives on a thread of its own: what is handed over while it
/// writes is its next transaction.
class HistoryWriter : public QObject
{
    Q_OBJECT
public:
    HistoryWriter(const QString &file, ConversationLimits limits);

    /// From any thread; written() tells what became of it. @param last the number of the last one.
    void handOver(std::vector<RoomMessage> messages, quint64 last);

    // On its thread:
    /// Waits for the file, if the thread of an earlier history still has it.
    std::variant<KeptHistory, ServerError> open() { return m_file->openWhenFree(); }
    void measure() { Q_EMIT measured(m_file->size()); }
    /// Writes what has been handed over by now.
    Written write();
    /// The same, and closes the file: the last thing that it does.
    Written writeTheLast();

Q_SIGNALS:
    void written(const confab::Written &written);
    /// @param size octets that the file takes.
    void measured(qint64 size);

private:
    std::unique_ptr<HistoryFile> m_file;
    std::optional<ServerError> m_error;
    std::mutex m_mutex;
    std::vector<RoomMessage> m_waiting;
    quint64 m_last = 0; ///< of m_waiting, or of what was taken last
};

} // namespace confab
