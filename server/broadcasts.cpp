#include "server/broadcasts.h"

#include "core/wire/frameencoder.h"
#include "server/broadcasttally.h"
#include "server/remotemember.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace confab {

Broadcasts::Broadcasts(LinkLoop &loop, TrafficWriter &traffic)
    : m_loop(loop)
    , m_traffic(traffic)
{}

Broadcasts::~Broadcasts()
{
    m_loop.forget(*this); // which may have it even if nothing is left to say: what was, was settled early
}

void Broadcasts::enter(Audience group, Participant &participant)
{
    settle();
    if (Member *member = participant.here()) {
        (group == Audience::Plain ? m_plain : m_structured).append(*member);
        return;
    }
    RemoteMember &remote = *participant.elsewhere();
    Part &part = partFor(remote.shard());
    ++part.windows[{group, remote.deflateBits()}];
    part.shard->post([number = part.number, group, id = remote.id()](Shard &shard) {
        shard.enterRoom(number, group, id);
    });
}

void Broadcasts::leave(Audience group, Participant &participant)
{
    settle();
    if (Member *member = participant.here()) {
        (group == Audience::Plain ? m_plain : m_structured).remove(*member);
        return;
    }
    RemoteMember &remote = *participant.elsewhere();
    Part &part = partFor(remote.shard());
    const auto window = part.windows.find({group, remote.deflateBits()});
    if (--window->second == 0)
        part.windows.erase(window);
    part.shard->post([number = part.number, id = remote.id()](Shard &shard) { shard.leaveRoom(number, id); });
    if (part.windows.empty())
        std::erase_if(m_parts, [&part](const Part &candidate) { return &candidate == &part; });
}

Broadcasts::Part &Broadcasts::partFor(RemoteShard &shard)
{
    const auto known = std::find_if(m_parts.begin(), m_parts.end(),
                                    [&shard](const Part &part) { return part.shard == &shard; });
    return known != m_parts.end() ? *known : m_parts.emplace_back(Part{&shard, shard.nextPart(), {}, {}});
}

void Broadcasts::add(Audience audience, Opcode type, const QByteArray &payload, const OwnCopy &own)
{
    if (m_said.empty())
        m_loop.collect(*this);
    m_said.push_back({audience, {type, payload}, own.recipient, {type, own.payload}});
    m_collected += payload.size() + saidOverhead;
    if (own.recipient)
        noteOwner(*own.recipient);
    if (m_collected > maxCollected || m_collected * remoteOwners() > maxOwnCopies)
        m_loop.settle();
}

void Broadcasts::noteOwner(Participant &owner)
{
    m_ownCopies = true;
    RemoteMember *remote = owner.elsewhere();
    if (!remote)
        return;
    std::vector<RemoteMember *> &owners = partFor(remote->shard()).owners;
    if (std::find(owners.begin(), owners.end(), remote) == owners.end())
        owners.push_back(remote);
}

/// How many members on other threads have copies of their own in this turn.
qsizetype Broadcasts::remoteOwners() const
{
    return std::accumulate(m_parts.begin(), m_parts.end(), qsizetype(0), [](qsizetype sum, const Part &part) {
        return sum + qsizetype(part.owners.size());
    });
}

void Broadcasts::settle()
{
    if (m_said.empty())
        return;
    if (m_traffic.isWatched()) {
        m_traffic.handOver(); // who said it comes before who got it
        m_tally = std::make_shared<BroadcastTally>(m_traffic.log());
        for (const Said &said : m_said)
            m_tally->add(said.message.type(), said.message.payload());
    }
    // The other threads first, which are at it meanwhile.
    for (Part &part : m_parts)
        handOver(part);
    deliver(Audience::Plain, m_plain);
    deliver(Audience::Structured, m_structured);
    m_tally.reset();
    m_pieces.clear();
    m_said.clear();
    m_collected = 0;
    m_ownCopies = false;
}

void Broadcasts::handOver(Part &part)
{
    Parcel parcel;
    parcel.tally = m_tally;
    for (const auto &[window, count] : part.windows) {
        if (concerns(window.first))
            parcel.common.push_back(commonPiece(window.first, window.second));
    }
    for (RemoteMember *owner : std::exchange(part.owners, {}))
        parcel.own.emplace_back(owner->id(), pieceFor(Audience::Structured, owner->deflateBits(), owner));
    if (parcel.common.empty())
        return;
    const qsizetype size = parcel.size();
    part.shard->post([number = part.number, parcel = std::move(parcel)](
                         Shard &shard) mutable { shard.deliver(number, std::move(parcel)); },
                     size);
}

void Broadcasts::deliver(Audience group, const Recipients &recipients)
{
    if (recipients.isEmpty() || !concerns(group))
        return;
    CountedPiece *common = nullptr;
    // Null for who has a copy of its own.
    const auto commonFor = [&](Member &member) -> CountedPiece * {
        if (m_ownCopies && hasOwn(&member))
            return nullptr;
        if (!common || common->deflateBits != member.deflateBits()) {
            common = &commonPiece(group, member.deflateBits());
            if (!common->shared)
                common->shared = SharedOctets::forMany(common->frames, recipients.count());
        }
        return common;
    };
    const auto framesFor = [&](Member &member) {
        const CountedPiece *piece = commonFor(member);
        return piece ? QByteArrayView(piece->frames) : QByteArrayView();
    };
    recipients.forEach(m_loop, framesFor, [&](Member &member) {
        if (CountedPiece *piece = commonFor(member)) {
            piece->delivered += int(member.deliver(piece->frames, piece->messages, piece->octets));
            return;
        }
        const Piece own = pieceFor(group, member.deflateBits(), &member);
        const bool delivered = member.deliver(own.frames, own.messages, own.octets);
        if (m_tally)
            m_tally->count(own, int(delivered));
    });
    if (!m_tally)
        return;
    for (const CountedPiece &piece : m_pieces) {
        if (piece.group == group)
            m_tally->count(piece, piece.delivered);
    }
}

bool Broadcasts::concerns(Audience group) const
{
    return std::any_of(m_said.begin(), m_said.end(), [group](const Said &said) { return said.isFor(group); });
}

bool Broadcasts::hasOwn(const Participant *participant) const
{
    return std::any_of(m_said.begin(), m_said.end(),
                       [participant](const Said &said) { return said.ownRecipient == participant; });
}

/// What all get who have no copy of their own: made once in a turn, for all threads.
Broadcasts::CountedPiece &Broadcasts::commonPiece(Audience group, const std::optional<int> &deflateBits)
{
    const auto known = std::find_if(m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) {
        return piece.group == group && piece.deflateBits == deflateBits;
    });
    if (known != m_pieces.end())
        return *known;
    return m_pieces.emplace_back(CountedPiece{pieceFor(group, deflateBits, nullptr), 0, nullptr});
}

/// A copy of somebody's own counts as the message that it stands for, so that the sizes can be compared.
Piece Broadcasts::pieceFor(Audience group, const std::optional<int> &deflateBits, const Participant *owner)
{
    Piece piece;
    piece.group = group;
    piece.deflateBits = deflateBits;
    for (std::size_t i = 0; i < m_said.size(); ++i) {
        Said &said = m_said[i];
        if (!said.isFor(group))
            continue;
        SharedMessage &message = said.messageFor(owner);
        piece.frames += message.frameFor(deflateBits); // the first one is shared, not copied
        piece.octets += quint64(message.payload().size());
        ++piece.messages;
        if (m_tally)
            piece.wireSizes.emplace_back(i, payloadSizeOf(said.message.frameFor(deflateBits)));
    }
    return piece;
}

} // namespace confab
