#include "ui/models/trafficexport.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace confab {

TrafficExport::TrafficExport(const QString &path, const TrafficRows &rows, const RecordFormat &format,
                             QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_total(rows.count())
    , m_thread(QThread::create([this, path, rows, format] {
        const RecordFileResult result = writeRecords(path, rows, format, [this](qsizetype records) {
            QMetaObject::invokeMethod(
                this, [this, records] { Q_EMIT progressed(records); }, Qt::QueuedConnection);
            return !QThread::currentThread()->isInterruptionRequested();
        });
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT ended(result); }, Qt::QueuedConnection);
    }))
{
    m_thread->setObjectName(u"export"_s);
    m_thread->start(QThread::LowPriority);
}

TrafficExport::~TrafficExport()
{
    cancel();
    m_thread->wait();
}

void TrafficExport::cancel()
{
    m_thread->requestInterruption();
}

} // namespace confab
