#include "core/link/tcptail.h"

#include "core/link/halfclose.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace confab {

TcpTail::TcpTail(qintptr socketDescriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(::fcntl(int(socketDescriptor), F_DUPFD_CLOEXEC, 0))
{
    constexpr qint64 readBufferSize = 64 * 1024;
    m_socket.setReadBufferSize(readBufferSize);
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpTail::drop);
    connect(&m_socket, &QTcpSocket::disconnected, this, &TcpTail::finish);
}

TcpTail::~TcpTail()
{
    m_socket.disconnect(this);
    if (m_descriptor != -1)
        ::close(int(m_descriptor));
}

void TcpTail::start()
{
    const qintptr descriptor = std::exchange(m_descriptor, -1);
    if (!halfClose(descriptor)) {
        ::close(int(descriptor)); // the peer has reset it
        finish();
    } else if (m_socket.setSocketDescriptor(descriptor)) {
        drop();
    } else {
        finish();
    }
}

void TcpTail::drop()
{
    std::array<char, 16 * 1024> dropped;
    while (m_socket.read(dropped.data(), qint64(dropped.size())) > 0) {
    }
}

void TcpTail::finish()
{
    Q_EMIT ended();
}

} // namespace confab
