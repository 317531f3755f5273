#pragma once

#include "core/link/threadend.h"

#include <QThread>

namespace confab {

/// A thread that runs an event loop from its construction until its destruction, which waits for it to end,
/// and for what libraries keep for it to be freed. What lives on it must be deleted on it, for example with
/// deleteLater().
class NetworkThread final : public QThread
{
    Q_OBJECT
public:
    /// @param name shows in debuggers and in the system's list of threads.
    explicit NetworkThread(const QString &name, QObject *parent = nullptr);
    ~NetworkThread() override;

protected:
    void run() override;

private:
    ThreadEnd m_end; ///< the thread's until wait() has returned
};

} // namespace confab
