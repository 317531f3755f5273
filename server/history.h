#pragma once

#include "core/link/networkthread.h"
#include "core/link/turntask.h"
#include "server/historywriter.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace confab {

/// For how long a history's disk may not answer.
struct DiskPatience
{
    /// What is written is given as much again for each so many octets that wait.
    static constexpr qsizetype share = 4 * 1024 * 1024;

    std::chrono::milliseconds opening{30'000}; ///< until the file is read
    std::chrono::milliseconds writing{10'000}; ///< while the room waits
    std::chrono::milliseconds ending{2'000};   ///< while everybody waits for the end
};

/// What is said in a room with a history: written to its file on a thread of its own, and only then passed
/// on, so that whatever somebody has seen is there, even after kill -9. What comes while something is written
/// is written next, as one transaction. Lives on the thread of the rooms, which does not wait for the disk
/// but where a function says so, and never for one that does not answer.
class History : public QObject, private TurnTask
{
    Q_OBJECT
public:
    /// Octets that may wait for the disk; past them isPressed().
    static constexpr qsizetype bound = 8 * 1024 * 1024;

    History(const QString &file, ConversationLimits limits, const DiskPatience &patience = {});
    /// What still waits is written, and passed on to nobody. Waits for it, but no longer than
    /// DiskPatience::ending.
    ~History() override;

    /// Waits for the file to be read, unless it is interrupted, which then counts as a disk that does not
    /// answer.
    std::variant<KeptHistory, ServerError> open(const std::atomic<bool> &interrupted = false);

    /// Whether it writes: not any more once it has failed.
    bool isWriting() const { return !m_hasFailed; }
    /// Whether so much waits that nothing more should be taken in.
    bool isPressed() const { return m_waitingSize > bound; }

    /// @param passOn called once the message is in the file, behind all that was kept before.
    void keep(RoomMessage said, std::function<void()> passOn);
    /// @param happen called behind all that was kept before; at once if nothing of it waits.
    void after(std::function<void()> happen);
    /// The same, for the end: from now on a disk has DiskPatience::ending.
    void atEnd(std::function<void()> happen);
    /// Waits until everything is in the file, but no longer than DiskPatience::ending, and passes it on.
    void finish();
    /// Asks how large the file is: measured(), if the disk answers.
    void measure();

Q_SIGNALS:
    /// @param size octets.
    void measured(qint64 size);
    /// isPressed() has become true.
    void pressed();
    /// Something was passed on.
    void advanced();
    /// The file could not be written, or the disk does not answer. What waited was passed on, and the rest of
    /// the run has no history.
    void failed(const confab::ServerError &error);

private:
    struct Waiting
    {
        quint64 number; ///< of the message that it waits for
        qsizetype size;
        std::function<void()> happen;
    };

    template <typename Answer>
    std::optional<Answer> ask(Answer (HistoryWriter::*question)(), std::chrono::milliseconds patience,
                              const std::atomic<bool> &interrupted = false);
    void takeTurn() override;
    void handOver();
    void onWritten(const Written &written);
    void watch(std::chrono::milliseconds patience);
    void look();
    /// How many times the patience what waits is given.
    qsizetype shares() const { return 1 + m_waitingSize / DiskPatience::share; }
    ServerError stalled() const;
    void settle(const Written &written);

    const QString m_file;
    const DiskPatience m_patience;
    std::vector<RoomMessage> m_collected; ///< of this turn
    std::deque<Waiting> m_waiting;
    quint64 m_lastNumber = 0;
    qsizetype m_waitingSize = 0;
    bool m_turnAwaited = false;
    bool m_hasFailed = false;
    bool m_isStalled = false; ///< the thread has not answered in time, and not yet since
    QTimer m_watch{this};     ///< while something waits
    int m_silence = 0;        ///< times that it found nothing new
    std::unique_ptr<NetworkThread> m_thread;
    HistoryWriter *m_writer; ///< lives on the thread and is deleted as it ends
};

} // namespace confab
