#include "core/wire/inflater.h"

#include "core/wire/deflateparameters.h"

#include <algorithm>
#include <limits>
#include <new>

#include <zlib.h>

namespace confab {

namespace {

/// How much zlib can be given at one time.
constexpr qsizetype maxAtOnce = std::numeric_limits<int>::max();

/// Whether zlib stands between two blocks, and at the beginning of an octet: see data_type in zlib's manual.
bool standsBetweenBlocks(const z_stream &zlib)
{
    constexpr int unusedBits = 63;
    constexpr int endOfBlock = 128;
    return (zlib.data_type & (unusedBits | endOfBlock)) == endOfBlock;
}

} // namespace

struct Inflater::Stream
{
    z_stream zlib = {};
    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { inflateEnd(&zlib); }
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
{
    if (inflateInit2(&m_stream->zlib, -maxWindowBits) != Z_OK)
        throw std::bad_alloc();
}

Inflater::Inflater(Inflater &&) noexcept = default;
Inflater &Inflater::operator=(Inflater &&) noexcept = default;
Inflater::~Inflater() = default;

Inflater::Status Inflater::next(QByteArrayView &octets, std::span<char> room, std::size_t &written)
{
    Q_ASSERT(!room.empty());
    z_stream &zlib = m_stream->zlib;
    const auto given = uInt(std::min(octets.size(), maxAtOnce));
    const auto most = uInt(std::min(qsizetype(room.size()), maxAtOnce));
    zlib.next_in = reinterpret_cast<const Bytef *>(octets.data());
    zlib.avail_in = given;
    zlib.next_out = reinterpret_cast<Bytef *>(room.data());
    zlib.avail_out = most;
    const int result = inflate(&zlib, Z_SYNC_FLUSH);
    octets = octets.sliced(qsizetype(given - zlib.avail_in));
    written = most - zlib.avail_out;
    if (result != Z_BUF_ERROR) // there was something to do: else zlib forgets where it stands
        m_betweenBlocks = standsBetweenBlocks(zlib);
    switch (result) {
    case Z_OK:
    case Z_BUF_ERROR:
        return octets.isEmpty() && zlib.avail_out > 0 ? Status::NeedMore : Status::HasMore;
    case Z_STREAM_END:
        // RFC 7692 §7.2.3.4: a block with BFINAL set ends neither the message nor, with context takeover, the
        // window.
        inflateResetKeep(&zlib);
        m_betweenBlocks = true;
        return octets.isEmpty() ? Status::NeedMore : Status::HasMore;
    case Z_MEM_ERROR:
        throw std::bad_alloc();
    default:
        return written > 0 ? Status::HasMore : Status::Failed;
    }
}

} // namespace confab
