#include "server/historywriter.h"

#include <utility>

namespace confab {

HistoryWriter::HistoryWriter(const QString &file, ConversationLimits limits)
    : m_file(std::make_unique<HistoryFile>(file, limits))
{}

void HistoryWriter::handOver(std::vector<RoomMessage> messages, quint64 last)
{
    bool isFirst = false;
    {
        const std::scoped_lock lock(m_mutex);
        isFirst = m_waiting.empty();
        if (isFirst)
            m_waiting = std::move(messages);
        else
            std::move(messages.begin(), messages.end(), std::back_inserter(m_waiting));
        m_last = last;
    }
    if (isFirst)
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT written(write()); }, Qt::QueuedConnection);
}

Written HistoryWriter::write()
{
    std::vector<RoomMessage> batch;
    quint64 last = 0;
    {
        const std::scoped_lock lock(m_mutex);
        batch.swap(m_waiting);
        last = m_last;
    }
    if (!batch.empty() && !m_error)
        m_error = m_file->append(batch);
    return {last, m_error};
}

Written HistoryWriter::writeTheLast()
{
    const Written written = write();
    m_file.reset();
    return written;
}

} // namespace confab
