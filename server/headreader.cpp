#include "server/headreader.h"

namespace confab {

HeadReader::HeadReader(std::unique_ptr<Transport> transport, HeadBuffer buffer,
                       std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_buffer(std::move(buffer))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
}

HeadReader::~HeadReader()
{
    if (m_transport)
        finish();
}

void HeadReader::start()
{
    m_transport->setListener(this);
    look();
    if (!m_listens)
        return;
    connect(&m_timer, &QTimer::timeout, this, [this] {
        finish();
        Q_EMIT timedOut(m_buffer.head().isEmpty());
    });
    m_timer.start();
}

std::unique_ptr<Transport> HeadReader::takeTransport()
{
    finish();
    return std::move(m_transport);
}

void HeadReader::transportEnded(TransportEnd)
{
    finish();
    Q_EMIT gone();
}

void HeadReader::look()
{
    switch (m_buffer.readFrom(*m_transport)) {
    case HeadBuffer::State::Incomplete:
        break;
    case HeadBuffer::State::Complete:
        finish();
        Q_EMIT headRead(m_buffer.request());
        break;
    case HeadBuffer::State::Malformed:
        finish();
        Q_EMIT headMalformed(m_buffer.error());
        break;
    }
}

void HeadReader::finish()
{
    m_listens = false;
    m_timer.stop();
    m_transport->setListener(nullptr);
}

} // namespace confab
