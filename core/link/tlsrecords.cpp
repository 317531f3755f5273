#include "core/link/tlsrecords.h"

#include "core/link/openssl.h"
#include "core/link/remainder.h"

#include <algorithm>

namespace confab {

using namespace openssl;

namespace {

static_assert(tlsChunkSize % maxTlsRecordSize == 0);

/// Where a thread's pieces become one record; empty in between.
QByteArray &recordMemory()
{
    thread_local QByteArray memory;
    return memory;
}

/// The BIO takes everything, so that a part of it is not written.
bool encrypt(SSL *session, QByteArrayView plain)
{
    ERR_clear_error();
    while (!plain.isEmpty()) {
        const int written = SSL_write(session, plain.data(), int(plain.size()));
        if (written <= 0)
            return false;
        plain = plain.sliced(written);
    }
    return true;
}

bool encryptJoined(SSL *session, Remainder &remainder, qint64 size)
{
    QByteArray &record = recordMemory();
    remainder.take(size, record);
    const bool encrypted = encrypt(session, record);
    record.resize(0);
    return encrypted;
}

bool encryptNext(SSL *session, Remainder &remainder, qint64 size)
{
    const QByteArrayView first = remainder.pieces().front();
    if (first.size() < size)
        return encryptJoined(session, remainder, size);
    if (!encrypt(session, first.first(qsizetype(size))))
        return false;
    remainder.consume(size);
    return true;
}

} // namespace

bool encryptRecords(SSL *session, Remainder &remainder, bool &isLast)
{
    bool encrypted = true;
    for (qint64 left = std::min<qint64>(remainder.size(), tlsChunkSize); left > 0 && encrypted;) {
        const qint64 over = left % maxTlsRecordSize;
        const qint64 size = over > 0 ? over : maxTlsRecordSize;
        left -= size;
        isLast = left == 0;
        encrypted = encryptNext(session, remainder, size);
    }
    isLast = false;
    return encrypted;
}

} // namespace confab
