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
    std::array<char, 16 * 1024> dropped;
    while (m_transport->read(dropped) > 0) {
    }
}

} // namespace confab
