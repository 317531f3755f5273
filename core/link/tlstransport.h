#pragma once

#include "core/link/tlsbio.h"
#include "core/link/tlscontext.h"
#include "core/link/tlsturn.h"
#include "core/link/transport.h"

#include <QObject>
#include <QString>

#include <optional>

namespace confab {

/// How far a TLS handshake has come.
enum class TlsHandshake { Waits, Done, Failed };

/// The server's side of TLS over another transport, by OpenSSL. After the handshake it is the stream that is
/// inside: what one write() takes is encrypted in whole records and goes to the other transport together. A
/// peer whose records cost more than a turn allows is read on in the next one, behind the others; one that
/// sends nothing but TLS's own is Lost (TlsTurn).
class TlsTransport final : public Transport, private TransportListener
{
public:
    /// The most encrypted octets that wait here for the other transport.
    static constexpr qint64 maxPendingSize = 128 * 1024;

    /// @param transport of which nothing was read; over TCP, in most cases.
    TlsTransport(std::unique_ptr<Transport> transport, const TlsContext &context);
    /// Goes on with a session that another TlsTransport gave away with its connection.
    TlsTransport(std::unique_ptr<Transport> transport, openssl::Session session);
    ~TlsTransport() override;

    /// Goes on with the handshake; to call again when transportReadable() or transportEnded() told of news as
    /// long as it Waits. Nothing else may be called before it is Done.
    TlsHandshake shakeHands();
    /// OpenSSL's words for why the handshake Failed.
    const QString &errorText() const { return m_errorText; }

    void setListener(TransportListener *listener) override;
    qint64 read(std::span<char> buffer) override;
    void lookAgain() override { m_transport->lookAgain(); }
    /// Takes octets only as long as nothing waits.
    qint64 write(std::span<const QByteArrayView> pieces) override;
    qint64 pendingSize() const override { return m_ends.backlog.size(); }
    TcpProgress progress() const override { return m_transport->progress(); }
    /// Says close_notify (RFC 8446 §6.1), and ends our side of the other transport behind it.
    void endWriting() override;
    void abort() override;
    std::shared_ptr<PassingConnection> takeConnection() override;

private:
    void transportReadable() override;
    void transportWritable() override;
    void transportEnded(TransportEnd end) override;
    bool hasNoReader() const;
    void sendAnswers();
    bool hasNews();
    void noteData();
    void rest();
    void noteReadResult(int result);
    void end(TransportEnd how);
    void announceEnd();
    template <typename Call>
    void post(Call call);
    template <typename Call>
    void later(Call call);

    std::unique_ptr<Transport> m_transport;
    TlsEnds m_ends;
    TlsTurn m_turn;
    openssl::Session m_session;
    TransportListener *m_listener = nullptr;
    QString m_errorText;
    std::optional<TransportEnd> m_outerEnd; ///< the other transport's; something may still be in the session
    std::optional<TransportEnd> m_end;      ///< what transportEnded() will say
    std::unique_ptr<QObject> m_context;     ///< of the events that tell of the end and of a turn
    bool m_rests = false;                   ///< the turn is over, and an event tells of the next one
    bool m_endAnnounced = false;
    bool m_writingEnded = false; ///< endWriting() was called
};

} // namespace confab
