#pragma once

#include <QObject>
#include <QVarLengthArray>

#include <memory>

class QSocketNotifier;

namespace confab {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal on the thread that made it, while it lives; but those
/// that whoever started the program had ignored (nohup, a shell's background) stay ignored. One at a time.
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
