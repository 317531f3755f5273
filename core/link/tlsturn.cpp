#include "core/link/tlsturn.h"

#include <QtEndian>

namespace confab {

using namespace openssl;

void TlsTurn::watch(SSL *session)
{
    SSL_set_msg_callback(session, onMessage);
    SSL_set_msg_callback_arg(session, this);
}

void TlsTurn::endHandshake()
{
    m_mostInARow = maxOwnRecords;
    m_ownInARow = 0;
}

/// Each record shows its header; in TLS 1.3 that always speaks of application data once it is encrypted, and
/// what is inside follows (RFC 8446 §5.2).
void TlsTurn::onMessage(int isWritten, int, int contentType, const void *octets, std::size_t, SSL *session,
                        void *turn)
{
    constexpr int sizeOffset = 3; // in the header, behind the content type and the version
    if (isWritten || (contentType != SSL3_RT_HEADER && contentType != SSL3_RT_INNER_CONTENT_TYPE))
        return;
    auto &self = *static_cast<TlsTurn *>(turn);
    const auto *header = static_cast<const uchar *>(octets);
    if (contentType == SSL3_RT_HEADER)
        self.m_cost += recordCost + qFromBigEndian<quint16>(header + sizeOffset);
    if (header[0] != SSL3_RT_APPLICATION_DATA)
        self.noteOwnRecord(session);
}

/// OpenSSL looks at this before it looks into the record.
void TlsTurn::noteOwnRecord(SSL *session)
{
    m_cost += ownRecordCost;
    ++m_ownInARow;
    if (isFlooded())
        SSL_set_shutdown(session, SSL_RECEIVED_SHUTDOWN);
}

} // namespace confab
