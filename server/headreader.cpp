#include "server/headreader.h"

#include <algorithm>
#include <array>

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

HeadReader::HeadReader(std::unique_ptr<Transport> transport, qsizetype maxSize,
                       std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_maxSize(maxSize)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
}

HeadReader::~HeadReader()
{
    if (m_transport)
        finish();
}

void HeadReader::start()
{
    m_transport->setListener(this);
    look();
    if (!m_listens) // mostly, the whole head is there already
        return;
    connect(&m_timer, &QTimer::timeout, this, [this] {
        finish();
        Q_EMIT timedOut(m_head.isEmpty());
    });
    m_timer.start();
}

std::unique_ptr<Transport> HeadReader::takeTransport()
{
    finish();
    return std::move(m_transport);
}

void HeadReader::transportEnded(TransportEnd)
{
    finish();
    Q_EMIT gone();
}

void HeadReader::read()
{
    std::array<char, 4096> buffer;
    // One octet more than may be, so that too much can be told from enough.
    while (m_head.size() <= m_maxSize) {
        const auto room = std::size_t(m_maxSize + 1 - m_head.size());
        const qint64 count = m_transport->read(std::span(buffer).first(std::min(room, buffer.size())));
        if (count <= 0)
            break;
        m_head.append(buffer.data(), qsizetype(count));
    }
}

void HeadReader::look()
{
    const qsizetype before = m_head.size();
    read();
    if (m_head.size() == before)
        return;
    const qsizetype length = headLength(m_head);
    if (length == 0 && m_head.size() <= m_maxSize) {
        if (cannotBeRequest(m_head)) {
            finish();
            Q_EMIT headMalformed(HttpError::BadStartLine);
        }
        return;
    }
    finish();
    if (length == 0 || length > m_maxSize) {
        Q_EMIT headMalformed(HttpError::HeadTooLarge);
        return;
    }
    m_rest = m_head.sliced(length);
    m_head.truncate(length);
    RequestHead request;
    const HttpError error = parseRequestHead(m_head, request);
    if (error == HttpError::None)
        Q_EMIT headRead(request);
    else
        Q_EMIT headMalformed(error);
}

void HeadReader::finish()
{
    m_listens = false;
    m_timer.stop();
    m_transport->setListener(nullptr);
}

} // namespace confab
