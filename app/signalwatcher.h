#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace confab {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal on the thread that made it, while it lives. One at a
/// time.
class SignalWatcher : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void terminationRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace confab
