#pragma once

#include "core/link/transport.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace confab {

/// Sends one HTTP reply, ends our side of the connection, and drops what still arrives until the peer ends
/// its side: a peer that is still sending would otherwise be reset before it has read the reply. Deletes
/// itself when done.
class ReplySender : public QObject, private TransportListener
{
    Q_OBJECT
public:
    /// How long a peer may take to read the reply and to end its side.
    static constexpr std::chrono::milliseconds lingerTime{5'000};
    /// Octets that are dropped in one turn of the event loop: who sends them as fast as they are read does
    /// not hold the others up.
    static constexpr qint64 maxDroppedPerTurn = 256 * 1024;

    /// Sends at once; the parent's end cuts it short.
    ReplySender(std::unique_ptr<Transport> transport, QByteArray reply, QObject *parent);
    ~ReplySender() override;

private:
    void transportReadable() override { dropArrived(); }
    void transportWritable() override { write(); }
    void transportEnded(TransportEnd) override { deleteLater(); }
    void write();
    void dropArrived();

    std::unique_ptr<Transport> m_transport;
    QByteArray m_reply;
    qsizetype m_taken = 0;
    bool m_dropsLater = false; ///< a turn of its own is due
    QTimer m_timer;
};

} // namespace confab
