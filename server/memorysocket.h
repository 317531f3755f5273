#pragma once

#include <QTcpSocket>

namespace confab {

/// A QTcpSocket that is connected to nothing: it reads from one given request and keeps what is written to
/// it. For showing a request to QWebSocketServer; no octet of it ever reaches a network.
class MemorySocket : public QTcpSocket
{
    Q_OBJECT
public:
    /// @param request everything that will ever be read from it.
    MemorySocket(QByteArray request, const QHostAddress &peerAddress, quint16 peerPort,
                 QObject *parent = nullptr);

    const QByteArray &written() const { return m_written; }
    /// From now on, what is written is forgotten.
    void discardWrites() { m_discarding = true; }

    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }
    void close() override;
    void disconnectFromHost() override;

Q_SIGNALS:
    void answered(); ///< something was written to it
    void hungUp();   ///< the other side closed it

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 readLineData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request;
    qsizetype m_position = 0;
    QByteArray m_written;
    bool m_discarding = false;
};

} // namespace confab
