#include "server/tlsgreeter.h"

#include "core/link/networkbackend.h"
#include "core/link/peekoctet.h"
#include "core/link/tlstransport.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace confab {

namespace {

constexpr qintptr noDescriptor = -1;

/// The content type of a TLS record that carries a handshake (RFC 8446 §5.1). No HTTP method begins with it.
constexpr quint8 handshakeRecord = 0x16;

} // namespace

TlsGreeter::TlsGreeter(qintptr descriptor, TlsContext context, std::chrono::milliseconds timeout,
                       QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_context(std::move(context))
    , m_deadline(timeout)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
    connect(&m_timer, &QTimer::timeout, this, &TlsGreeter::onTimeout);
}

TlsGreeter::~TlsGreeter()
{
    finish();
    if (m_descriptor != noDescriptor) {
        QTcpSocket closer;
        closer.setSocketDescriptor(releaseDescriptor());
        closer.abort();
    }
}

void TlsGreeter::start()
{
    m_timer.start();
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TlsGreeter::look);
    look();
}

std::unique_ptr<Transport> TlsGreeter::takeTransport()
{
    return std::move(m_transport);
}

std::chrono::milliseconds TlsGreeter::remainingTime() const
{
    return std::chrono::milliseconds(std::max<qint64>(m_deadline.remainingTime(), 0));
}

void TlsGreeter::look()
{
    const std::optional<PeekedOctet> first = peekOctet(m_descriptor);
    if (!first)
        return;
    if (first->hasEnded) {
        giveUp();
        return;
    }
    m_transport = makeTransport(releaseDescriptor());
    if (!m_transport) {
        giveUp();
        return;
    }
    if (first->octet == handshakeRecord) {
        m_tls = std::make_unique<TlsTransport>(std::move(m_transport), m_context);
        m_tls->setListener(this);
        shakeHands();
        return;
    }
    finish();
    Q_EMIT greeted(false);
}

void TlsGreeter::shakeHands()
{
    switch (m_tls->shakeHands()) {
    case TlsHandshake::Waits:
        break;
    case TlsHandshake::Done:
        finish();
        m_transport = std::move(m_tls);
        Q_EMIT greeted(true);
        break;
    case TlsHandshake::Failed:
        finish();
        Q_EMIT failed(m_tls->errorText());
        break;
    }
}

void TlsGreeter::finish()
{
    m_timer.stop();
    if (m_notifier)
        m_notifier->setEnabled(false);
    if (m_tls)
        m_tls->setListener(nullptr);
}

void TlsGreeter::giveUp()
{
    finish(); // the connection goes with this object, not from inside a slot of its own
    Q_EMIT gone();
}

void TlsGreeter::onTimeout()
{
    if (!m_tls) {
        giveUp();
        return;
    }
    finish();
    Q_EMIT failed({});
}

qintptr TlsGreeter::releaseDescriptor()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it may be the sender of the signal that brought us here
    }
    return std::exchange(m_descriptor, noDescriptor);
}

} // namespace confab
