#pragma once

#include "core/link/linkloop.h"
#include "core/link/sharedoctets.h"
#include "core/traffic/trafficwriter.h"
#include "server/mailbox.h"
#include "server/piece.h"
#include "server/recipients.h"
#include "server/sharedmessage.h"

#include <deque>
#include <map>
#include <vector>

namespace confab {

class Member;
class Participant;
class RemoteMember;
class RemoteShard;

/// What is said in one room within one turn of the event loop: collected, encoded once for all who need the
/// same octets, and queued for each member as one piece, in the order in which it was said. To members on
/// other threads goes one parcel for all of a thread, with the same octets. Lives on the thread of the rooms.
class Broadcasts final : public TurnBatch
{
public:
    using Audience = confab::Audience;

    /// What one of the recipients gets instead.
    struct OwnCopy
    {
        Participant *recipient;
        QByteArray payload;
    };

    /// Past this many octets, a turn's messages are handed out before its end.
    static constexpr qsizetype maxCollected = 256 * 1024;
    /// What each of them takes beside its payload, roughly, in octets of memory: very many are empty at
    /// times.
    static constexpr qsizetype saidOverhead = 512;
    /// So also past this many that members on other threads would get as copies of their own: each is sent
    /// all of the turn.
    static constexpr qsizetype maxOwnCopies = Mailbox::bound;

    /// Both outlive this.
    Broadcasts(LinkLoop &loop, TrafficWriter &traffic);
    virtual ~Broadcasts();

    /// Gets what is said from now on, until leave(), and stays valid so long. @param group not Everyone.
    void enter(Audience group, Participant &participant);
    void leave(Audience group, Participant &participant);

    void add(Audience audience, Opcode type, const QByteArray &payload, const OwnCopy &own = {nullptr, {}});
    void settle() override;

private:
    struct Said
    {
        Audience audience;
        SharedMessage message;
        const Participant *ownRecipient;
        SharedMessage own;

        bool isFor(Audience group) const { return audience == Audience::Everyone || audience == group; }
        SharedMessage &messageFor(const Participant *recipient)
        {
            return recipient && recipient == ownRecipient ? own : message;
        }
    };
    struct CountedPiece : Piece
    {
        int delivered = 0;                    ///< on this thread
        std::unique_ptr<SharedOctets> shared; ///< while it is handed out to many
    };
    /// Those on one other thread.
    struct Part
    {
        RemoteShard *shard;
        quint64 number;                                                 ///< of this room, there
        std::map<std::pair<Audience, std::optional<int>>, int> windows; ///< how many have which
        std::vector<RemoteMember *> owners; ///< of copies of their own, of this turn
    };
    Part &partFor(RemoteShard &shard);
    void noteOwner(Participant &owner);
    qsizetype remoteOwners() const;
    void handOver(Part &part);
    void deliver(Audience group, const Recipients &recipients);
    bool concerns(Audience group) const;
    bool hasOwn(const Participant *participant) const;
    CountedPiece &commonPiece(Audience group, const std::optional<int> &deflateBits);
    Piece pieceFor(Audience group, const std::optional<int> &deflateBits, const Participant *owner);

    LinkLoop &m_loop;
    TrafficWriter &m_traffic;
    Recipients m_plain;      ///< those on this thread
    Recipients m_structured; ///< likewise
    std::vector<Part> m_parts;
    std::vector<Said> m_said;
    std::deque<CountedPiece> m_pieces; ///< few: one for each group and window
    std::shared_ptr<BroadcastTally> m_tally;
    bool m_ownCopies = false; ///< there are some in this turn
    qsizetype m_collected = 0;
};

} // namespace confab
