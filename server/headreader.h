#pragma once

#include "core/link/transport.h"
#include "server/headbuffer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace confab {

/// Waits for the rest of one request head on an accepted connection, bounded in time. Decides nothing about
/// the request. Emits one of its signals, once.
class HeadReader : public QObject, private TransportListener
{
    Q_OBJECT
public:
    /// @param buffer with what has arrived of the head already.
    HeadReader(std::unique_ptr<Transport> transport, HeadBuffer buffer, std::chrono::milliseconds timeout,
               QObject *parent = nullptr);
    ~HeadReader() override;

    /// Looks at what has arrived already; signals may come from inside this call.
    void start();

    /// Gives the connection away, with nobody listening to it.
    std::unique_ptr<Transport> takeTransport();
    const HeadBuffer &buffer() const { return m_buffer; }

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
    void look();
    void finish();

    std::unique_ptr<Transport> m_transport;
    HeadBuffer m_buffer;
    QTimer m_timer;
    bool m_listens = true; ///< until it has told what became of the head
};

} // namespace confab
