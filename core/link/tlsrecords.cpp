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

} // namespace

bool encryptRecords(SSL *session, Remainder &remainder)
{
    // Only the last record may be less than full, so that what was done is a number of full ones.
    for (qint64 done = 0; done < tlsChunkSize && remainder.size() > 0;) {
        const QByteArrayView first = remainder.pieces().front();
        qint64 size = std::min<qint64>(remainder.size(), maxTlsRecordSize);
        if (first.size() >= size) { // nothing has to be joined
            size = std::min<qint64>(first.size(), tlsChunkSize - done);
            if (size < remainder.size())
                size -= size % maxTlsRecordSize;
            if (!encrypt(session, first.first(qsizetype(size))))
                return false;
            remainder.consume(size);
        } else if (!encryptJoined(session, remainder, size)) {
            return false;
        }
        done += size;
    }
    return true;
}

} // namespace confab
