#pragma once

#include "core/link/linkloop.h"
#include "core/link/sharedoctets.h"
#include "server/piece.h"
#include "server/recipients.h"

#include <vector>

namespace confab {

/// The members that one room has on a thread other than its own. Gives each of them what the room's thread
/// handed over: one piece for all that came within a turn of the event loop. Lives on the members' thread.
class RoomPart final : public TurnBatch
{
public:
    /// @param loop of the members' links, outlives this.
    explicit RoomPart(LinkLoop &loop);
    virtual ~RoomPart();

    /// The member stays valid until leave(). @param group not Everyone.
    void enter(Audience group, Member &member);
    void leave(Member &member);
    bool isEmpty() const { return m_plain.isEmpty() && m_structured.isEmpty(); }

    void add(Parcel parcel);
    void settle() override;

private:
    /// Pieces of several parcels, one behind the other.
    struct Run
    {
        Piece piece;
        std::vector<std::pair<std::shared_ptr<BroadcastTally>, Piece>> counted;
        int delivered = 0;
        std::unique_ptr<SharedOctets> shared; ///< while it is handed out to many
    };
    void append(const Parcel &parcel);
    Run &runFor(const Piece &piece);
    void deliver(const std::vector<std::pair<quint64, Piece>> &own,
                 const std::shared_ptr<BroadcastTally> &tally);
    void deliverTo(Audience group, const Recipients &recipients,
                   const std::vector<std::pair<quint64, Piece>> &own,
                   const std::shared_ptr<BroadcastTally> &tally);
    static const Piece *ownOf(const Member &member, const std::vector<std::pair<quint64, Piece>> &own);
    Run *runOf(Audience group, const Member &member);

    LinkLoop &m_loop;
    Recipients m_plain;
    Recipients m_structured;
    std::vector<Parcel> m_parcels;
    std::vector<Run> m_runs; ///< few: one for each group and window
};

} // namespace confab
