#include "core/wire/deflater.h"

#include "core/wire/deflateparameters.h"

#include <algorithm>
#include <limits>
#include <new>

#include <zlib.h>

namespace confab {

namespace {

/// "00 00 FF FF": what ends a flushed block of DEFLATE data; not sent (RFC 7692 §7.2.1).
constexpr qsizetype flushTailSize = 4;

/// zlib's default. With it, the largest window takes 256 KiB.
constexpr int memoryLevel = 8;

/// With less room, zlib may flush one message more than once.
constexpr qsizetype minRoom = 64;

/// How much zlib can be given at one time.
constexpr qsizetype maxAtOnce = std::numeric_limits<int>::max();

} // namespace

struct Deflater::Stream
{
    z_stream zlib = {};
    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { deflateEnd(&zlib); }
};

Deflater::Deflater(int windowBits)
    : m_stream(std::make_unique<Stream>())
{
    Q_ASSERT(windowBits >= minWindowBits && windowBits <= maxWindowBits);
    // zlib has no raw window of 256 octets; references to the octet before fit into every window.
    const int strategy = windowBits == minWindowBits ? Z_RLE : Z_DEFAULT_STRATEGY;
    const int zlibBits = std::max(windowBits, minWindowBits + 1);
    if (deflateInit2(&m_stream->zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -zlibBits, memoryLevel, strategy) !=
        Z_OK)
        throw std::bad_alloc();
}

Deflater::Deflater(Deflater &&) noexcept = default;
Deflater &Deflater::operator=(Deflater &&) noexcept = default;
Deflater::~Deflater() = default;

QByteArray Deflater::compress(QByteArrayView message)
{
    // RFC 7692 §7.2.3.6: an empty message is one octet; zlib has nothing to flush for it.
    if (message.isEmpty())
        return QByteArray(1, '\0');
    z_stream &zlib = m_stream->zlib;
    const auto bound = qsizetype(deflateBound(&zlib, uLong(message.size())));
    QByteArray compressed(bound + minRoom, Qt::Uninitialized);
    qsizetype size = 0;
    bool flushed = false;
    while (!flushed) {
        if (compressed.size() - size < minRoom)
            compressed.resize(size + size / 2 + minRoom);
        const auto given = uInt(std::min(message.size(), maxAtOnce));
        const auto room = uInt(std::min(compressed.size() - size, maxAtOnce));
        const bool last = qsizetype(given) == message.size();
        zlib.next_in = reinterpret_cast<const Bytef *>(message.data());
        zlib.avail_in = given;
        zlib.next_out = reinterpret_cast<Bytef *>(compressed.data() + size);
        zlib.avail_out = room;
        deflate(&zlib, last ? Z_SYNC_FLUSH : Z_NO_FLUSH);
        message = message.sliced(qsizetype(given - zlib.avail_in));
        size += qsizetype(room - zlib.avail_out);
        // If no room is left, zlib may have more to say.
        flushed = last && zlib.avail_out > 0;
    }
    compressed.truncate(size - flushTailSize);
    return compressed;
}

void Deflater::reset()
{
    deflateReset(&m_stream->zlib);
}

} // namespace confab
