#include "server/replysender.h"

#include <array>

namespace confab {

ReplySender::ReplySender(std::unique_ptr<Transport> transport, QByteArray reply, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_reply(std::move(reply))
{
    m_transport->setListener(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_transport->abort(); });
    m_timer.start(lingerTime);
    write();
    dropArrived();
}

ReplySender::~ReplySender() = default;

void ReplySender::write()
{
    if (m_taken == m_reply.size())
        return;
    const QByteArrayView rest = QByteArrayView(m_reply).sliced(m_taken);
    m_taken += m_transport->write(std::span(&rest, 1));
    if (m_taken == m_reply.size())
        m_transport->endWriting();
}

void ReplySender::dropArrived()
{
    if (m_dropsLater)
        return;
    std::array<char, 16 * 1024> dropped;
    for (qint64 total = 0; total < maxDroppedPerTurn;) {
        const qint64 count = m_transport->read(dropped);
        if (count == 0)
            return;
        total += count;
    }
    m_dropsLater = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_dropsLater = false;
            dropArrived();
        },
        Qt::QueuedConnection);
}

} // namespace confab
