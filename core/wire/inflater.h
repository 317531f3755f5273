#pragma once

#include <QByteArrayView>

#include <memory>
#include <span>

namespace confab {

/// Decompresses messages of permessage-deflate (RFC 7692 §7.2.2), each of which may refer to the ones before
/// it, as their octets arrive. Holds a window of what came out, and nothing else of it. Reads data that was
/// written with any agreed window.
class Inflater
{
public:
    enum class Status {
        NeedMore, ///< all octets were taken, and all that they amount to was written
        HasMore,  ///< call again, before there are more octets
        Failed,   ///< not DEFLATE data (RFC 1951); stays so
    };

    Inflater();
    Inflater(Inflater &&) noexcept;
    Inflater &operator=(Inflater &&) noexcept;
    ~Inflater();

    /// Takes octets from their front, which moves, and writes what they inflate to into room, which is not
    /// empty, as far as there is room. @param written how many octets of room; 0 with Failed: what comes
    /// before the fault has come out before.
    Status next(QByteArrayView &octets, std::span<char> room, std::size_t &written);
    /// Whether the octets so far end with the end of a block, as those of a message do behind the
    /// messageTail.
    bool isBetweenBlocks() const { return m_betweenBlocks; }

    /// What the sender removed from the end of each message, and the receiver has to put there again (RFC
    /// 7692 §7.2.2).
    static constexpr QByteArrayView messageTail{"\x00\x00\xFF\xFF", 4};

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    bool m_betweenBlocks = true;
};

} // namespace confab
