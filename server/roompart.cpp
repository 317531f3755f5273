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
    for (Run &run : m_runs) {
        if (run.piece.group == group && !run.shared)
            run.shared = SharedOctets::forMany(run.piece.frames, recipients.count());
    }
    const auto framesFor = [&](const Member &member) {
        if (const Piece *copy = ownOf(member, own))
            return QByteArrayView(copy->frames);
        const Run *run = runOf(group, member);
        return run ? QByteArrayView(run->piece.frames) : QByteArrayView();
    };
    recipients.forEach(m_loop, framesFor, [&](Member &member) {
        if (const Piece *copy = ownOf(member, own)) {
            const bool delivered = member.deliver(copy->frames, copy->messages, copy->octets);
            if (tally)
                tally->count(*copy, int(delivered));
        } else if (Run *run = runOf(group, member)) {
            run->delivered += int(member.deliver(run->piece.frames, run->piece.messages, run->piece.octets));
        }
    });
}

/// Null if it gets what all get.
const Piece *RoomPart::ownOf(const Member &member, const std::vector<std::pair<quint64, Piece>> &own)
{
    const auto found = std::find_if(
        own.begin(), own.end(), [&member](const auto &candidate) { return candidate.first == member.id(); });
    return found == own.end() ? nullptr : &found->second;
}

/// Null if there is nothing for such members.
RoomPart::Run *RoomPart::runOf(Audience group, const Member &member)
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [group, &member](const Run &run) {
        return run.piece.group == group && run.piece.deflateBits == member.deflateBits();
    });
    return found == m_runs.end() ? nullptr : &*found;
}

} // namespace confab
