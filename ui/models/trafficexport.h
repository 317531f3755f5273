#pragma once

#include "ui/models/recordfile.h"

#include <QObject>

#include <memory>

class QThread;

namespace confab {

/// Records on their way into a file, written by a thread of its own, so that nobody waits for a disk. What
/// the log does meanwhile changes nothing. Its end is a cancel.
class TrafficExport : public QObject
{
    Q_OBJECT
public:
    /// Begins at once. @param format is called in another thread.
    TrafficExport(const QString &path, const TrafficRows &rows, const RecordFormat &format,
                  QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~TrafficExport() override;

    const QString &path() const { return m_path; }
    qsizetype total() const { return m_total; }
    /// ended() tells whether it was in time.
    void cancel();

Q_SIGNALS:
    void progressed(qsizetype records);
    void ended(const confab::RecordFileResult &result);

private:
    QString m_path;
    qsizetype m_total;
    std::unique_ptr<QThread> m_thread;
};

} // namespace confab
