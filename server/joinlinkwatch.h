#pragma once

#include <QHostAddress>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace confab {

/// The join links of a server that listens, while the computer's networks come and go: looks for its
/// addresses every interval where it listens on all of them.
class JoinLinkWatch : public QObject
{
    Q_OBJECT
public:
    using AddressSource = std::function<QList<QHostAddress>()>;

    /// As long as people wait for a network they have just joined, and nothing beside an idle program.
    static constexpr std::chrono::milliseconds usualInterval{5'000};

    /// @param source networkAddresses() as a rule.
    explicit JoinLinkWatch(AddressSource source, std::chrono::milliseconds interval = usualInterval,
                           QObject *parent = nullptr);

    /// @param encrypted https:// in place of http://.
    void start(const QHostAddress &listening, quint16 port, bool encrypted);
    void stop();
    /// See joinLinks(); empty unless started.
    const QStringList &links() const { return m_links; }

Q_SIGNALS:
    /// They are others than before; not said by start() and stop().
    void changed();

private:
    QStringList look() const;

    AddressSource m_source;
    QTimer m_timer;
    QHostAddress m_listening;
    quint16 m_port = 0;
    bool m_encrypted = false;
    QStringList m_links;
};

} // namespace confab
