#include "server/joinlinkwatch.h"

#include "server/everynetwork.h"
#include "server/joinlinks.h"

#include <utility>

namespace confab {

JoinLinkWatch::JoinLinkWatch(AddressSource source, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_timer(this)
{
    m_timer.setInterval(interval);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_links, look()) != m_links)
            Q_EMIT changed();
    });
}

void JoinLinkWatch::start(const QHostAddress &listening, quint16 port, bool encrypted)
{
    m_listening = listening;
    m_port = port;
    m_encrypted = encrypted;
    m_links = look();
    if (isEveryNetwork(listening))
        m_timer.start();
}

void JoinLinkWatch::stop()
{
    m_timer.stop();
    m_links.clear();
}

QStringList JoinLinkWatch::look() const
{
    const auto addresses = m_listening.isLoopback() ? QList<QHostAddress>() : m_source();
    return joinLinks(m_listening, m_port, addresses, m_encrypted);
}

} // namespace confab
