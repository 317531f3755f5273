#include "server/memorysocket.h"

#include <QHostAddress>

#include <algorithm>

namespace confab {

MemorySocket::MemorySocket(QByteArray request, const QHostAddress &peerAddress, quint16 peerPort,
                           QObject *parent)
    : QTcpSocket(parent)
    , m_request(std::move(request))
{
    setSocketState(ConnectedState);
    setPeerAddress(peerAddress);
    setPeerPort(peerPort);
    setOpenMode(ReadWrite | Unbuffered);
}

qint64 MemorySocket::bytesAvailable() const
{
    // QIODevice's own buffer holds what was peeked.
    return QIODevice::bytesAvailable() // NOLINT(bugprone-parent-virtual-call): there is no socket engine
           + m_request.size() - m_position;
}

void MemorySocket::close()
{
    Q_EMIT hungUp();
}

void MemorySocket::disconnectFromHost()
{
    Q_EMIT hungUp();
}

qint64 MemorySocket::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_request.size() - m_position);
    std::copy_n(m_request.cbegin() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 MemorySocket::readLineData(char *data, qint64 maxSize)
{
    return QIODevice::readLineData(data, maxSize); // NOLINT(bugprone-parent-virtual-call)
}

qint64 MemorySocket::skipData(qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_request.size() - m_position);
    m_position += size;
    return size;
}

qint64 MemorySocket::writeData(const char *data, qint64 size)
{
    if (m_discarding)
        return size;
    m_written.append(data, size);
    Q_EMIT answered();
    return size;
}

} // namespace confab
