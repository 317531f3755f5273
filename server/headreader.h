#pragma once

#include "core/wire/httphead.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace confab {

/// Reads one request head from an accepted socket, bounded in size and in time, and leaves every octet behind
/// it in the socket. Decides nothing about the request. Emits one of its signals, once.
class HeadReader : public QObject
{
    Q_OBJECT
public:
    HeadReader(std::unique_ptr<QTcpSocket> socket, qsizetype maxSize, std::chrono::milliseconds timeout,
               QObject *parent = nullptr);
    ~HeadReader() override;

    /// Looks at what has arrived already; signals may come from inside this call.
    void start();

    QTcpSocket &socket() const { return *m_socket; }
    /// Gives the socket away, with nothing connected to it.
    std::unique_ptr<QTcpSocket> takeSocket();
    /// The head as it was received, or what there was of it.
    const QByteArray &head() const { return m_head; }

Q_SIGNALS:
    void headRead(const confab::RequestHead &request);
    /// It is no HTTP request; HeadTooLarge if it passed the bound.
    void headMalformed(confab::HttpError error);
    /// The time is over. @param silent nothing at all had arrived.
    void timedOut(bool silent);
    /// The peer left before its head was complete.
    void gone();

private:
    void look();
    void finish();

    std::unique_ptr<QTcpSocket> m_socket;
    qsizetype m_maxSize;
    QTimer m_timer;
    QByteArray m_head;
};

} // namespace confab
