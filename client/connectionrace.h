#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QHostInfo;
class QTcpSocket;

namespace confab {

/// The addresses of a name in the order in which they are tried (RFC 8305 §4): IPv6 and IPv4 take turns, the
/// family of the system's first choice begins, and within a family the system's order stays (RFC 6724).
QList<QHostAddress> inOrderOfAttempts(const QList<QHostAddress> &addresses);

/// Connects to the first of a host's addresses that answers (Happy Eyeballs, RFC 8305 §5): as long as none
/// has, another attempt begins with each attemptDelay, or at once when one fails. IPv4 and IPv6 addresses are
/// looked up together, by the system. Ends with won() or failed(), once; has no time-out of its own beside
/// each socket's.
class ConnectionRace : public QObject
{
    Q_OBJECT
public:
    /// The Connection Attempt Delay that RFC 8305 §8 recommends.
    static constexpr std::chrono::milliseconds attemptDelay{250};

    /// Makes a socket that is not connected yet, for one attempt.
    using SocketMaker = std::function<std::unique_ptr<QTcpSocket>()>;

    explicit ConnectionRace(SocketMaker makeSocket, QObject *parent = nullptr);
    ~ConnectionRace() override;

    /// @param host a name, or an address as text.
    void start(const QString &host, quint16 port);
    /// Gives up, without a signal.
    void cancel();

    /// The connected socket, after won(); it has no parent.
    std::unique_ptr<QTcpSocket> takeSocket();
    /// The addresses to which an attempt was made, in their order.
    QList<QHostAddress> tried() const { return m_addresses.first(m_next); }

Q_SIGNALS:
    void won();
    /// No address answered, or there is none. @param error a refusal if there was one, for that came from the
    /// host, else what the first attempt met. @param detail the system's words for it.
    void failed(QAbstractSocket::SocketError error, const QString &detail);

private:
    void onLookedUp(const QHostInfo &info);
    void tryNext();
    void onConnected(QTcpSocket *socket);
    void onError(QTcpSocket *socket, QAbstractSocket::SocketError error);
    std::unique_ptr<QTcpSocket> take(QTcpSocket *socket);

    SocketMaker m_makeSocket;
    QTimer m_delay;
    int m_lookUp = -1;
    quint16 m_port = 0;
    QList<QHostAddress> m_addresses;
    qsizetype m_next = 0; ///< the first address that was not tried yet
    std::vector<std::unique_ptr<QTcpSocket>> m_underWay;
    std::unique_ptr<QTcpSocket> m_winner;
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError; ///< with m_detail
    QString m_detail;
};

} // namespace confab
