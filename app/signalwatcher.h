#pragma once

#include <QObject>
#include <QVarLengthArray>

#include <memory>

class QSocketNotifier;

namespace confab {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal on the thread that made it, while it lives; SIGHUP not
/// where it was ignored already, as under nohup. (A shell's background ignores SIGINT too, but who sends one
/// by name means it.) One at a time.
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
    QVarLengthArray<int, 3> m_watched;
};

} // namespace confab
