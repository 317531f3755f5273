#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace confab {

class BroadcastTally;

/// Whom something said in a room is for.
enum class Audience { Plain, Structured, Everyone };

/// The octets that all members of a room get who need the same, for what was said within one turn.
struct Piece
{
    Audience group = Audience::Plain; ///< never Everyone
    std::optional<int> deflateBits;
    QByteArray frames; ///< shared with all who get them, on whatever thread
    int messages = 0;
    quint64 octets = 0; ///< of the payloads
    /// Which messages of the tally these are, and what the payload of each takes on the wire; empty without
    /// one.
    std::vector<std::pair<std::size_t, quint64>> wireSizes;
};

/// What one thread's members of a room get for what was said within one turn of the room's thread.
struct Parcel
{
    std::vector<Piece> common;                  ///< one for each group and window there
    std::vector<std::pair<quint64, Piece>> own; ///< in place of the common one, by member
    std::shared_ptr<BroadcastTally> tally;      ///< null if nobody counts

    qsizetype size() const
    {
        qsizetype size = 0;
        for (const Piece &piece : common)
            size += piece.frames.size();
        for (const auto &[member, piece] : own)
            size += piece.frames.size();
        return size;
    }
};

} // namespace confab
