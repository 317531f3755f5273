#pragma once

#include "core/link/tlscontext.h"
#include "core/link/transport.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace confab {

class TlsTransport;

/// Finds out from a connection's first octet whether it speaks TLS, and if so does the server's side of the
/// handshake. What does not begin like TLS is left as it came. Emits one of its signals, once.
class TlsGreeter : public QObject, private TransportListener
{
    Q_OBJECT
public:
    /// @param descriptor of an accepted connection, from which nothing was read; this owns it.
    /// @param timeout for the first octet and the handshake together.
    TlsGreeter(qintptr descriptor, TlsContext context, std::chrono::milliseconds timeout,
               QObject *parent = nullptr);
    ~TlsGreeter() override;

    /// Looks at what has arrived already; signals may come from inside this call.
    void start();

    /// The connection, after greeted().
    std::unique_ptr<Transport> takeTransport();
    /// What is left of the time-out.
    std::chrono::milliseconds remainingTime() const;

Q_SIGNALS:
    /// @param encrypted it speaks TLS; if not, nothing was read from it.
    void greeted(bool encrypted);
    /// The peer left or the time is over, before anything came. The connection is cut.
    void gone();
    /// The TLS handshake began and failed. The connection is cut.
    /// @param detail OpenSSL's words; empty if the time is over.
    void failed(const QString &detail);

private:
    void transportReadable() override { shakeHands(); }
    void transportWritable() override {}
    void transportEnded(TransportEnd) override { shakeHands(); }
    void look();
    void shakeHands();
    void finish();
    void giveUp();
    void onTimeout();
    qintptr releaseDescriptor();

    qintptr m_descriptor;
    TlsContext m_context;
    QDeadlineTimer m_deadline;
    QTimer m_timer;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< until the first octet
    std::unique_ptr<TlsTransport> m_tls;         ///< from then on, if it speaks TLS
    std::unique_ptr<Transport> m_transport;      ///< once it is greeted
};

} // namespace confab
