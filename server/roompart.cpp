#include "server/roompart.h"

#include "server/broadcasttally.h"

#include <algorithm>
#include <utility>

namespace confab {

RoomPart::RoomPart(LinkLoop &loop)
    : m_loop(loop)
{}

RoomPart::~RoomPart()
{
    m_loop.forget(*this);
}

void RoomPart::enter(Audience group, Member &member)
{
    settle();
    (group == Audience::Plain ? m_plain : m_structured).append(member);
}

void RoomPart::leave(Member &member)
{
    settle();
    if (!m_plain.remove(member))
        m_structured.remove(member);
}

void RoomPart::add(Parcel parcel)
{
    if (m_parcels.empty())
        m_loop.collect(*this);
    m_parcels.push_back(std::move(parcel));
}

void RoomPart::settle()
{
    const std::vector<Parcel> parcels = std::exchange(m_parcels, {});
    for (const Parcel &parcel : parcels) {
        if (!parcel.own.empty())
            deliver({}, {});
        append(parcel);
        if (!parcel.own.empty())
            deliver(parcel.own, parcel.tally);
    }
    deliver({}, {});
}

void RoomPart::append(const Parcel &parcel)
{
    for (const Piece &piece : parcel.common) {
        Run &run = runFor(piece);
        run.piece.frames += piece.frames; // the first one is shared, not copied
        run.piece.messages += piece.messages;
        run.piece.octets += piece.octets;
        if (parcel.tally)
            run.counted.emplace_back(parcel.tally, piece);
    }
}

RoomPart::Run &RoomPart::runFor(const Piece &piece)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&piece](const Run &run) {
        return run.piece.group == piece.group && run.piece.deflateBits == piece.deflateBits;
    });
    if (found != m_runs.end())
        return *found;
    Run &run = m_runs.emplace_back();
    run.piece.group = piece.group;
    run.piece.deflateBits = piece.deflateBits;
    return run;
}

void RoomPart::deliver(const std::vector<std::pair<quint64, Piece>> &own,
                       const std::shared_ptr<BroadcastTally> &tally)
{
    if (m_runs.empty() && own.empty())
        return;
    deliverTo(Audience::Plain, m_plain, own, tally);
    deliverTo(Audience::Structured, m_structured, own, tally);
    for (const Run &run : m_runs) {
        for (const auto &[itsTally, piece] : run.counted)
            itsTally->count(piece, run.delivered);
    }
    m_runs.clear();
}

void RoomPart::deliverTo(Audience group, const Recipients &recipients,
                         const std::vector<std::pair<quint64, Piece>> &own,
                         const std::shared_ptr<BroadcastTally> &tally)
{
    Run *run = nullptr;
    recipients.forEach([&](Member &member) {
        const auto copy = std::find_if(own.begin(), own.end(), [&member](const auto &candidate) {
            return candidate.first == member.id();
        });
        if (copy != own.end()) {
            const Piece &piece = copy->second;
            const bool delivered = member.deliver(piece.frames, piece.messages, piece.octets);
            if (tally)
                tally->count(piece, int(delivered));
            return;
        }
        if (!run || run->piece.deflateBits != member.deflateBits()) {
            const auto found =
                std::find_if(m_runs.begin(), m_runs.end(), [group, &member](const Run &candidate) {
                    return candidate.piece.group == group &&
                           candidate.piece.deflateBits == member.deflateBits();
                });
            run = found == m_runs.end() ? nullptr : &*found;
            if (run && !run->shared)
                run->shared = SharedOctets::forMany(run->piece.frames, recipients.count());
        }
        if (run)
            run->delivered += int(member.deliver(run->piece.frames, run->piece.messages, run->piece.octets));
    });
}

} // namespace confab
