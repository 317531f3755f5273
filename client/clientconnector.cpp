#include "client/clientconnector.h"

#include "client/certificateerror.h"
#include "client/socketerror.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// How long a refusal's body may take behind its head.
constexpr std::chrono::milliseconds bodyTimeout{2'000};

/// What waits inside the socket while the head is read, in octets.
constexpr qint64 readBufferSize = 64 * 1024;

bool isEncrypted(const QUrl &url)
{
    return url.scheme() == "wss"_L1;
}

bool isProxied(const ClientProfile &profile)
{
    const QNetworkProxy::ProxyType type = profile.proxy.type();
    return type == QNetworkProxy::HttpProxy || type == QNetworkProxy::Socks5Proxy;
}

QString withPort(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

QString peerAddress(const QTcpSocket &socket, const ClientProfile &profile)
{
    if (isProxied(profile))
        return withPort(profile.proxy.hostName(), profile.proxy.port());
    return withPort(socket.peerAddress().toString(), socket.peerPort());
}

/// The socket of a TLS handshake that failed for the peer's certificates; nullptr if it did not.
const QSslSocket *asDistrusting(const QTcpSocket &socket, QAbstractSocket::SocketError error)
{
    const auto *tls = qobject_cast<const QSslSocket *>(&socket);
    const bool distrusts =
        tls && error == QAbstractSocket::SslHandshakeFailedError && !tls->sslHandshakeErrors().isEmpty();
    return distrusts ? tls : nullptr;
}

} // namespace

QString hostToConnect(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    return host.contains(u':') ? host.replace("%25"_L1, "%"_L1) : host;
}

ClientConnector::ClientConnector(const ClientProfile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_handshake({profile.url, makeKey(), profile.subprotocols, profile.extraHeaders, profile.offerDeflate},
                  profile.maxHeadSize, profile.maxRefusalBodySize)
    , m_race([this] { return makeSocket(); })
{
    m_timer.setSingleShot(true);
    m_bodyTimer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClientConnector::onTimeout);
    connect(&m_bodyTimer, &QTimer::timeout, this, &ClientConnector::onTimeout);
    connect(&m_race, &ConnectionRace::won, this, [this] {
        adopt(m_race.takeSocket());
        onConnected();
    });
    connect(&m_race, &ConnectionRace::failed, this,
            [this](QAbstractSocket::SocketError error, const QString &detail) {
                fail(clientErrorKindFor(error, false, false), detail);
            });
}

ClientConnector::~ClientConnector()
{
    cancel();
}

void ClientConnector::start()
{
    m_timer.start(m_profile.connectTimeout);
    const QString host = hostToConnect(m_profile.url);
    const auto port = quint16(m_profile.url.port(isEncrypted(m_profile.url) ? 443 : 80));
    if (isProxied(m_profile)) {
        adopt(makeSocket());
        connect(m_socket.get(), &QAbstractSocket::connected, this, &ClientConnector::onConnected);
        m_socket->connectToHost(host, port);
    } else {
        m_race.start(host, port);
    }
}

void ClientConnector::cancel()
{
    if (m_finished)
        return;
    finish();
    cutSocket();
}

std::unique_ptr<QTcpSocket> ClientConnector::takeSocket()
{
    return std::move(m_socket);
}

std::unique_ptr<QTcpSocket> ClientConnector::makeSocket() const
{
    std::unique_ptr<QTcpSocket> socket;
    if (isEncrypted(m_profile.url)) {
        auto tls = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = tls->sslConfiguration();
        configuration.addCaCertificates(m_profile.extraCaCertificates);
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setAllowedNextProtocols({"http/1.1"_ba});
        tls->setSslConfiguration(configuration);
        tls->setPeerVerifyName(hostToConnect(m_profile.url)); // it may be told an address
        socket = std::move(tls);
    } else {
        socket = std::make_unique<QTcpSocket>();
    }
    socket->setProxy(m_profile.proxy);
    socket->setReadBufferSize(readBufferSize);
    return socket;
}

void ClientConnector::adopt(std::unique_ptr<QTcpSocket> socket)
{
    m_socket = std::move(socket);
    connect(m_socket.get(), &QIODevice::readyRead, this, &ClientConnector::receive);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &ClientConnector::onSocketError);
    auto *const tls = qobject_cast<QSslSocket *>(m_socket.get());
    if (!tls)
        return;
    connect(tls, &QSslSocket::sslErrors, this, [this, tls] {
        if (isPinned(*tls, m_profile.pinnedFingerprint))
            tls->ignoreSslErrors();
    });
    connect(tls, &QSslSocket::encrypted, this, [this, tls] {
        // A certificate that is trusted may still not be the one.
        if (m_profile.pinnedFingerprint.isEmpty() || isPinned(*tls, m_profile.pinnedFingerprint))
            sendRequest();
        else
            fail(certificateError(*tls, m_profile.pinnedFingerprint));
    });
}

void ClientConnector::onConnected()
{
    if (auto *const tls = qobject_cast<QSslSocket *>(m_socket.get()))
        tls->startClientEncryption();
    else
        sendRequest();
}

void ClientConnector::sendRequest()
{
    const QByteArray request = m_handshake.request();
    m_socket->write(request);
    m_requestSent = true;
    Q_EMIT requestSent(request, peerAddress(*m_socket, m_profile), isEncrypted(m_profile.url));
}

void ClientConnector::receive()
{
    if (m_finished)
        return;
    judge(m_handshake.receive(m_socket->readAll()));
    if (!m_finished && m_handshake.isReadingBody() && !m_bodyTimer.isActive())
        m_bodyTimer.start(bodyTimeout);
}

void ClientConnector::judge(ClientHandshake::Status status)
{
    switch (status) {
    case ClientHandshake::Status::NeedMore:
        break;
    case ClientHandshake::Status::Accepted:
        finish();
        Q_EMIT accepted();
        break;
    case ClientHandshake::Status::Failed:
        finish();
        cutSocket();
        Q_EMIT failed(m_handshake.error());
        break;
    }
}

void ClientConnector::onSocketError(QAbstractSocket::SocketError error)
{
    if (m_finished)
        return;
    if (const QSslSocket *tls = asDistrusting(*m_socket, error)) {
        fail(certificateError(*tls, m_profile.pinnedFingerprint));
        return;
    }
    const ClientErrorKind kind = clientErrorKindFor(error, m_requestSent, isProxied(m_profile));
    if (kind != ClientErrorKind::ConnectionLost || !m_requestSent) {
        fail(kind, m_socket->errorString());
        return;
    }
    receive(); // what came before the end
    if (!m_finished)
        judge(m_handshake.end());
}

void ClientConnector::onTimeout()
{
    const bool isAnswered = m_handshake.isReadingBody();
    const ClientHandshake::Status status = m_handshake.end(); // which keeps what has come of an answer
    if (isAnswered) {
        judge(status);
        return;
    }
    fail(m_handshake.responseHead().isEmpty() ? ClientErrorKind::TimedOut
                                              : ClientErrorKind::AnswerUnfinished);
}

void ClientConnector::fail(ClientErrorKind kind, const QString &detail)
{
    ClientError error;
    error.kind = kind;
    error.detail = detail;
    fail(error);
}

void ClientConnector::fail(ClientError error)
{
    if (!m_socket && QHostAddress(hostToConnect(m_profile.url)).isNull())
        error.triedAddresses = m_race.tried();
    finish();
    cutSocket();
    Q_EMIT failed(error);
}

/// Not before the next turn of the event loop, because this may be a slot of the socket.
void ClientConnector::cutSocket()
{
    if (m_socket)
        QMetaObject::invokeMethod(m_socket.get(), &QTcpSocket::abort, Qt::QueuedConnection);
}

void ClientConnector::finish()
{
    m_finished = true;
    m_timer.stop();
    m_bodyTimer.stop();
    m_race.cancel();
    if (m_socket)
        m_socket->disconnect(this);
}

} // namespace confab
