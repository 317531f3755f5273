#include "core/link/tlstransport.h"

#include "core/link/opensslerror.h"
#include "core/link/passingconnection.h"
#include "core/link/remainder.h"
#include "core/link/tlsrecords.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace confab {

using namespace openssl;

namespace {

// One chunk, with what TLS adds to its records, is offered when nothing waits.
static_assert(tlsChunkSize + maxTlsRecordSize < TlsTransport::maxPendingSize);

/// Where the thread's sessions put what they encrypt, one at a time; empty in between.
QByteArray &encryptedMemory()
{
    thread_local QByteArray memory;
    return memory;
}

} // namespace

TlsTransport::TlsTransport(std::unique_ptr<Transport> transport, const TlsContext &context)
    : TlsTransport(std::move(transport), openssl::Session(SSL_new(context.get())))
{
    SSL_set_accept_state(m_session.get());
    m_turn.beginHandshake();
}

TlsTransport::TlsTransport(std::unique_ptr<Transport> transport, openssl::Session session)
    : m_transport(std::move(transport))
    , m_ends{*m_transport, encryptedMemory(), {}}
    , m_session(std::move(session))
{
    openssl::Bio bio = makeTlsBio(m_ends);
    Q_CHECK_PTR(m_session.get());
    Q_CHECK_PTR(bio.get());
    SSL_set0_rbio(m_session.get(), bio.get());
    BIO_up_ref(bio.get());
    SSL_set0_wbio(m_session.get(), bio.release());
    m_turn.watch(m_session.get());
    m_transport->setListener(this);
}

TlsTransport::~TlsTransport()
{
    m_transport->setListener(nullptr);
}

TlsHandshake TlsTransport::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_session.get());
    const int error = result == 1 ? SSL_ERROR_NONE : SSL_get_error(m_session.get(), result);
    if (m_turn.isFlooded())
        m_errorText = opensslTooSmallRecords();
    else if (error != SSL_ERROR_NONE && error != SSL_ERROR_WANT_READ)
        m_errorText = takeOpensslError();
    else if (error == SSL_ERROR_WANT_READ && m_outerEnd)
        m_errorText = opensslUnexpectedEnd();
    m_ends.send(); // an alert too
    if (!m_errorText.isEmpty())
        return TlsHandshake::Failed;
    if (error != SSL_ERROR_NONE)
        return TlsHandshake::Waits;
    m_turn.endHandshake();
    return TlsHandshake::Done;
}

void TlsTransport::setListener(TransportListener *listener)
{
    m_listener = listener;
    if (m_listener && m_end && !m_endAnnounced)
        announceEnd();
}

qint64 TlsTransport::read(std::span<char> buffer)
{
    std::size_t total = 0;
    if (!m_end && !m_endAnnounced) {
        ERR_clear_error();
        while (total < buffer.size() && !m_rests) {
            const auto room = std::min<std::size_t>(buffer.size() - total, std::numeric_limits<int>::max());
            const int count = SSL_read(m_session.get(), buffer.data() + total, int(room));
            if (count <= 0) {
                noteReadResult(count);
                break;
            }
            total += std::size_t(count);
            noteData();
        }
        sendAnswers();
    }
    return qint64(total);
}

qint64 TlsTransport::write(std::span<const QByteArrayView> pieces)
{
    Remainder remainder(pieces);
    const qint64 offered = remainder.size();
    while (remainder.size() > 0) {
        if (hasNoReader() || m_writingEnded)
            return offered; // nobody is there to get it
        if (!m_ends.backlog.isEmpty())
            break;
        if (!encryptRecords(m_session.get(), remainder, m_ends.isLast))
            end(TransportEnd::Lost);
        m_ends.send();
    }
    return offered - remainder.size();
}

/// A peer's close_notify ends its own side alone (RFC 8446 §6.1): what it said before can be answered, until
/// the listener has been told of it.
bool TlsTransport::hasNoReader() const
{
    return (m_end && *m_end != TransportEnd::PeerEnded) || m_endAnnounced || m_outerEnd;
}

void TlsTransport::endWriting()
{
    if (std::exchange(m_writingEnded, true) || hasNoReader())
        return;
    SSL_shutdown(m_session.get());
    m_ends.send();
    if (m_ends.backlog.isEmpty())
        m_transport->endWriting();
}

void TlsTransport::abort()
{
    if (std::exchange(m_endAnnounced, true))
        return;
    m_transport->setListener(nullptr);
    m_transport->abort();
    m_ends.backlog.clear();
    if (m_listener)
        m_listener->transportEnded(m_end.value_or(m_outerEnd.value_or(TransportEnd::Local)));
}

/// What was read of the connection and not from the session is in the session, and goes with it.
std::shared_ptr<PassingConnection> TlsTransport::takeConnection()
{
    if (m_end || m_endAnnounced || m_outerEnd || m_writingEnded || !m_ends.backlog.isEmpty())
        return {};
    std::shared_ptr<PassingConnection> connection = m_transport->takeConnection();
    if (connection) {
        m_endAnnounced = true; // nothing of it is here any more
        connection->setSession(std::move(m_session));
    }
    return connection;
}

void TlsTransport::transportReadable()
{
    if (m_rests)
        return;
    m_turn.begin();
    if (m_listener && !m_end && hasNews())
        m_listener->transportReadable();
}

void TlsTransport::transportWritable()
{
    if (m_ends.backlog.isEmpty())
        return;
    const QByteArrayView piece(m_ends.backlog);
    const qint64 taken = m_transport->write(std::span(&piece, 1));
    if (taken < m_ends.backlog.size()) {
        m_ends.backlog.remove(0, qsizetype(taken));
        return;
    }
    m_ends.backlog.clear(); // and its memory
    if (m_writingEnded)
        m_transport->endWriting();
    else if (m_listener && !m_endAnnounced)
        m_listener->transportWritable();
}

/// Not everything that comes is for the listener; and an end is found even if that does not read.
bool TlsTransport::hasNews()
{
    if (!SSL_is_init_finished(m_session.get()))
        return true;
    ERR_clear_error();
    char octet = 0;
    const int count = SSL_peek(m_session.get(), &octet, 1);
    if (count > 0)
        m_turn.noteData();
    else
        noteReadResult(count);
    sendAnswers();
    return count > 0;
}

void TlsTransport::noteData()
{
    m_turn.noteData();
    if (m_turn.isOver())
        rest();
}

/// Nothing is read until the others have had their turn, and then it is as if more had come.
void TlsTransport::rest()
{
    m_rests = true;
    post([this] {
        m_rests = false;
        if (!m_endAnnounced)
            transportReadable();
    });
}

/// What came before it and is in the session still is read first: whoever reads all of it finds the end
/// behind it.
void TlsTransport::transportEnded(TransportEnd how)
{
    m_outerEnd = how;
    if (!m_ends.backlog.isEmpty()) {
        // Octets were refused on account of it, and are dropped from now on.
        m_ends.backlog.clear();
        later(&TransportListener::transportWritable);
    }
    if (!SSL_is_init_finished(m_session.get()) || SSL_has_pending(m_session.get())) {
        if (m_listener && !m_end)
            m_listener->transportReadable();
        return;
    }
    end(how);
}

/// What TLS itself says to what was read: an alert, a new key.
void TlsTransport::sendAnswers()
{
    m_ends.send();
    // A peer that makes it answer and never reads.
    if (m_ends.backlog.size() > maxPendingSize)
        end(TransportEnd::Lost);
}

void TlsTransport::noteReadResult(int result)
{
    if (m_turn.isFlooded()) {
        end(TransportEnd::Lost);
        return;
    }
    switch (SSL_get_error(m_session.get(), result)) {
    case SSL_ERROR_WANT_READ:
        if (m_outerEnd)
            end(*m_outerEnd);
        break;
    case SSL_ERROR_ZERO_RETURN:
        end(TransportEnd::PeerEnded);
        break;
    default:
        ERR_clear_error();
        end(TransportEnd::Lost);
        break;
    }
}

/// The listener is told in a turn of its own.
void TlsTransport::end(TransportEnd how)
{
    if (m_end)
        return;
    m_end = how;
    announceEnd();
}

void TlsTransport::announceEnd()
{
    later([this](TransportListener &listener) {
        m_endAnnounced = true;
        listener.transportEnded(*m_end);
    });
}

/// In a turn of its own.
template <typename Call>
void TlsTransport::post(Call call)
{
    if (!m_context)
        m_context = std::make_unique<QObject>();
    QMetaObject::invokeMethod(m_context.get(), call, Qt::QueuedConnection);
}

/// Tells the listener, unless the end was announced meanwhile.
template <typename Call>
void TlsTransport::later(Call call)
{
    post([this, call] {
        if (m_listener && !m_endAnnounced)
            std::invoke(call, *m_listener);
    });
}

} // namespace confab
