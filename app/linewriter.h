#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace confab {

/// Writes lines to a descriptor on a thread of its own, so that who reads them slowly, not at all or no
/// longer stops nothing: what waits is bounded, what is more is left out and counted, and an end that is gone
/// takes no line any more (SIGPIPE is not raised). To be used from one thread.
class LineWriter
{
public:
    /// The most octets that wait; beyond it lines are left out.
    static constexpr qsizetype maxWaiting = 1024 * 1024;

    /// @param descriptor stays open until the last line is written or the program ends; not closed here.
    /// @param leftOut makes the line that tells how many were left out; called on the caller's thread.
    LineWriter(int descriptor, std::function<QByteArray(qint64 count)> leftOut);
    /// Waits for nothing.
    ~LineWriter();
    Q_DISABLE_COPY_MOVE(LineWriter)

    /// @param line without the line feed. It goes out at the next flush().
    void append(const QByteArray &line);
    void flush();
    /// Waits until all is written, or for so long. @return whether nothing waits any more.
    bool finish(std::chrono::milliseconds most);

private:
    struct Shared;
    bool takes(const QByteArray &line);
    void tellLeftOut();

    std::shared_ptr<Shared> m_shared; ///< with the thread, which may outlive this: a write can wait for ever
    std::function<QByteArray(qint64)> m_leftOut;
    qint64 m_leftOutCount = 0;
};

} // namespace confab
