#pragma once

#include "core/link/networkthread.h"
#include "core/link/turntask.h"
#include "server/historyfile.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace confab {

/// What is said in a room with a history: written to its file on a thread of its own, and only then passed
/// on, so that whatever somebody has seen is there, even after kill -9. What comes while something is written
/// is written next, as one transaction. Lives on the thread of the rooms, which never waits for the disk.
class History : public QObject, private TurnTask
{
    Q_OBJECT
public:
    /// Octets that may wait for the disk; past them isPressed().
    static constexpr qsizetype bound = 8 * 1024 * 1024;

    History(const QString &file, ConversationLimits limits);
    /// What still waits is written, and passed on to nobody.
    ~History() override;

    /// Waits for the file to be read.
    std::variant<KeptHistory, ServerError> open();

    /// Whether it writes: not any more once it has failed.
    bool isWriting() const { return !m_hasFailed; }
    /// Whether so much waits that nothing more should be taken in.
    bool isPressed() const { return m_waitingSize > bound; }

    /// @param passOn called once the message is in the file, behind all that was kept before.
    void keep(RoomMessage said, std::function<void()> passOn);
    /// @param happen called behind all that was kept before; at once if nothing of it waits.
    void after(std::function<void()> happen);
    /// Waits until everything is in the file, and passes it on.
    void finish();

Q_SIGNALS:
    /// isPressed() has become true.
    void pressed();
    /// Something was passed on.
    void advanced();
    /// The file could not be written. What waited was passed on, and the rest of the run has no history.
    void failed(const confab::ServerError &error);

private:
    struct Waiting
    {
        quint64 number; ///< of the message that it waits for
        qsizetype size;
        std::function<void()> happen;
    };
    class Writer;

    void onThread(const std::function<void(Writer &)> &action);
    void takeTurn() override;
    void handOver();
    void settle(quint64 written, const std::optional<ServerError> &error);

    std::vector<RoomMessage> m_collected; ///< of this turn
    std::deque<Waiting> m_waiting;
    quint64 m_lastNumber = 0;
    qsizetype m_waitingSize = 0;
    bool m_turnAwaited = false;
    bool m_hasFailed = false;
    NetworkThread m_thread;
    std::unique_ptr<Writer> m_writer; ///< its file lives on the thread
};

} // namespace confab
