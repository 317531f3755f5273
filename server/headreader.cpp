#include "server/headreader.h"

#include <algorithm>

namespace confab {

namespace {

/// Whether these first octets of something cannot become an HTTP request: what precedes the first space is no
/// method.
bool cannotBeRequest(QByteArrayView octets)
{
    constexpr qsizetype maxMethodSize = 32;
    const qsizetype space = octets.indexOf(' ');
    if (space < 0 && octets.size() > maxMethodSize)
        return true;
    const QByteArrayView method = space < 0 ? octets : octets.first(space);
    return !isToken(method);
}

} // namespace

HeadReader::HeadReader(std::unique_ptr<QTcpSocket> socket, qsizetype maxSize,
                       std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_maxSize(maxSize)
{
    // One octet more than may be, so that too much can be told from enough.
    m_socket->setReadBufferSize(maxSize + 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
}

HeadReader::~HeadReader()
{
    if (m_socket)
        finish(); // the socket says so when it is destroyed
}

void HeadReader::start()
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HeadReader::look);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] {
        finish();
        Q_EMIT gone();
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        finish();
        m_head = m_socket->peek(m_maxSize);
        Q_EMIT timedOut(m_head.isEmpty());
    });
    m_timer.start();
    look();
}

std::unique_ptr<QTcpSocket> HeadReader::takeSocket()
{
    finish();
    m_socket->setReadBufferSize(0);
    return std::move(m_socket);
}

void HeadReader::look()
{
    const QByteArray octets = m_socket->peek(m_maxSize + 1);
    if (octets.isEmpty())
        return;
    const qsizetype length = headLength(octets);
    if (length == 0 && octets.size() <= m_maxSize) {
        if (cannotBeRequest(octets)) {
            finish();
            m_head = octets;
            Q_EMIT headMalformed(HttpError::BadStartLine);
        }
        return;
    }
    finish();
    if (length == 0 || length > m_maxSize) {
        m_head = octets;
        Q_EMIT headMalformed(HttpError::HeadTooLarge);
        return;
    }
    m_head = m_socket->read(length);
    RequestHead request;
    const HttpError error = parseRequestHead(m_head, request);
    if (error == HttpError::None)
        Q_EMIT headRead(request);
    else
        Q_EMIT headMalformed(error);
}

void HeadReader::finish()
{
    m_timer.stop();
    disconnect(m_socket.get(), nullptr, this, nullptr);
}

} // namespace confab
