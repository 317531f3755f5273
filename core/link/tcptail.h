#pragma once

#include <QTcpSocket>

#include <memory>

namespace confab {

/// What is left of a TCP connection whose socket has closed, as TLS must to say close_notify: ends our side
/// and drops what still arrives until the peer ends its own. Without it the system would answer what arrives
/// with a reset, which overtakes what we sent last. Its destruction cuts the connection.
class TcpTail : public QObject
{
    Q_OBJECT
public:
    /// Takes a share in the connection, so that it outlives its socket. Does nothing yet.
    explicit TcpTail(qintptr socketDescriptor, QObject *parent = nullptr);
    ~TcpTail() override;

    /// Whether there is a share.
    bool isValid() const { return m_descriptor != -1; }
    /// To call once, when the socket has closed.
    void start();

Q_SIGNALS:
    /// The peer ended its side, or the connection is lost. May come from inside start().
    void ended();

private:
    void drop();
    void finish();

    qintptr m_descriptor; ///< until start()
    QTcpSocket m_socket;
};

} // namespace confab
