#pragma once

#include "core/link/transport.h"
#include "core/wire/httphead.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace confab {

/// Reads one request head from an accepted connection, bounded in size and in time. Decides nothing about the
/// request. Emits one of its signals, once.
class HeadReader : public QObject, private TransportListener
{
    Q_OBJECT
public:
    HeadReader(std::unique_ptr<Transport> transport, qsizetype maxSize, std::chrono::milliseconds timeout,
               QObject *parent = nullptr);
    ~HeadReader() override;

    /// Looks at what has arrived already; signals may come from inside this call.
    void start();

    /// Gives the connection away, with nobody listening to it.
    std::unique_ptr<Transport> takeTransport();
    /// The head as it was received, or what there was of it.
    const QByteArray &head() const { return m_head; }
    /// Octets that came right behind the head.
    const QByteArray &rest() const { return m_rest; }

Q_SIGNALS:
    void headRead(const confab::RequestHead &request);
    /// It is no HTTP request; HeadTooLarge if it passed the bound.
    void headMalformed(confab::HttpError error);
    /// The time is over. @param silent nothing at all had arrived.
    void timedOut(bool silent);
    /// The peer left before its head was complete.
    void gone();

private:
    void transportReadable() override { look(); }
    void transportWritable() override {}
    void transportEnded(TransportEnd end) override;
    void read();
    void look();
    void finish();

    std::unique_ptr<Transport> m_transport;
    qsizetype m_maxSize;
    QTimer m_timer;
    bool m_listens = true; ///< until it has told what became of the head
    QByteArray m_head;     ///< all that has arrived, until the head is complete
    QByteArray m_rest;
};

} // namespace confab
