#pragma once

#include "client/clienthandshake.h"
#include "client/clientprofile.h"
#include "client/connectionrace.h"

#include <QAbstractSocket>
#include <QObject>
#include <QTimer>

#include <memory>

class QTcpSocket;

namespace confab {

/// The name or address that a socket is told for this URL: in ASCII (IDNA), an IPv6 zone behind a bare % (RFC
/// 6874 writes it %25 in a URL).
QString hostToConnect(const QUrl &url);

/// Connects to a server, through TCP (see ConnectionRace) or a proxy, and TLS, and does the opening
/// handshake, all within one time-out. Ends with either accepted() or failed(), once. What comes after is not
/// its business.
class ClientConnector : public QObject
{
    Q_OBJECT
public:
    /// @param profile valid, see checkProfile().
    explicit ClientConnector(const ClientProfile &profile, QObject *parent = nullptr);
    ~ClientConnector() override;

    void start();
    /// Gives up, without a signal.
    void cancel();

    const ClientHandshake &handshake() const { return m_handshake; }
    /// The connected socket, after accepted(); it has no parent.
    std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// @param peerAddress the address and port of the server (or the proxy).
    void requestSent(const QByteArray &head, const QString &peerAddress, bool encrypted);
    void accepted();
    void failed(const confab::ClientError &error);

private:
    std::unique_ptr<QTcpSocket> makeSocket() const;
    void adopt(std::unique_ptr<QTcpSocket> socket);
    void onConnected();
    void sendRequest();
    void receive();
    void judge(ClientHandshake::Status status);
    void onSocketError(QAbstractSocket::SocketError error);
    void onTimeout();
    void fail(ClientErrorKind kind, const QString &detail = {});
    void fail(ClientError error);
    void cutSocket();
    void finish();

    ClientProfile m_profile;
    ClientHandshake m_handshake;
    ConnectionRace m_race; ///< unless there is a proxy
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_timer;     ///< of the whole
    QTimer m_bodyTimer; ///< of a refusal's body
    bool m_requestSent = false;
    bool m_finished = false;
};

} // namespace confab
