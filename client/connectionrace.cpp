#include "client/connectionrace.h"

#include <QHostInfo>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace confab {

namespace {

/// Not before the next turn of the event loop, because this may be a slot of the socket.
void discard(std::unique_ptr<QTcpSocket> socket)
{
    socket.release()->deleteLater();
}

} // namespace

QList<QHostAddress> inOrderOfAttempts(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return {};
    QList<QHostAddress> preferred;
    QList<QHostAddress> other;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.first().protocol() ? preferred : other).append(address);
    QList<QHostAddress> ordered;
    for (qsizetype i = 0; i < std::max(preferred.size(), other.size()); ++i) {
        ordered += preferred.mid(i, 1);
        ordered += other.mid(i, 1);
    }
    return ordered;
}

ConnectionRace::ConnectionRace(SocketMaker makeSocket, QObject *parent)
    : QObject(parent)
    , m_makeSocket(std::move(makeSocket))
    , m_delay(this)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &ConnectionRace::tryNext);
}

ConnectionRace::~ConnectionRace()
{
    cancel();
}

void ConnectionRace::start(const QString &host, quint16 port)
{
    m_port = port;
    QHostAddress address;
    if (address.setAddress(host)) {
        m_addresses = {address};
        tryNext();
    } else {
        m_lookUp = QHostInfo::lookupHost(host, this, &ConnectionRace::onLookedUp);
    }
}

void ConnectionRace::cancel()
{
    m_delay.stop();
    if (m_lookUp >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookUp, -1));
    for (std::unique_ptr<QTcpSocket> &socket : std::exchange(m_underWay, {})) {
        socket->disconnect(this);
        discard(std::move(socket));
    }
}

std::unique_ptr<QTcpSocket> ConnectionRace::takeSocket()
{
    return std::move(m_winner);
}

void ConnectionRace::onLookedUp(const QHostInfo &info)
{
    if (std::exchange(m_lookUp, -1) < 0)
        return;
    m_addresses = inOrderOfAttempts(info.addresses());
    if (m_addresses.isEmpty())
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, info.errorString());
    else
        tryNext();
}

void ConnectionRace::tryNext()
{
    const QHostAddress address = m_addresses[m_next++];
    if (m_next < m_addresses.size())
        m_delay.start(attemptDelay);
    else
        m_delay.stop();
    QTcpSocket *const socket = m_underWay.emplace_back(m_makeSocket()).get();
    connect(socket, &QAbstractSocket::connected, this, [this, socket] { onConnected(socket); });
    connect(socket, &QAbstractSocket::errorOccurred, this,
            [this, socket](QAbstractSocket::SocketError error) { onError(socket, error); });
    socket->connectToHost(address, m_port);
}

void ConnectionRace::onConnected(QTcpSocket *socket)
{
    m_winner = take(socket);
    cancel();
    Q_EMIT won();
}

void ConnectionRace::onError(QTcpSocket *socket, QAbstractSocket::SocketError error)
{
    const bool isFirst = m_detail.isNull();
    if (isFirst || (error == QAbstractSocket::ConnectionRefusedError && m_error != error)) {
        m_error = error;
        m_detail = socket->errorString();
    }
    discard(take(socket));
    if (m_next < m_addresses.size())
        tryNext();
    else if (m_underWay.empty())
        Q_EMIT failed(m_error, m_detail);
}

std::unique_ptr<QTcpSocket> ConnectionRace::take(QTcpSocket *socket)
{
    const auto place = std::find_if(m_underWay.begin(), m_underWay.end(),
                                    [socket](const auto &attempt) { return attempt.get() == socket; });
    std::unique_ptr<QTcpSocket> taken = std::move(*place);
    m_underWay.erase(place);
    taken->disconnect(this);
    return taken;
}

} // namespace confab
