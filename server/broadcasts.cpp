#include "server/broadcasts.h"

#include "core/wire/frameencoder.h"
#include "server/member.h"

#include <algorithm>
#include <utility>

namespace confab {

Broadcasts::Broadcasts(LinkLoop &loop, ServerTraffic &traffic, const QList<Member *> &plain,
                       const QList<Member *> &structured)
    : m_loop(loop)
    , m_traffic(traffic)
    , m_plain(plain)
    , m_structured(structured)
{}

Broadcasts::~Broadcasts()
{
    if (!m_said.empty())
        m_loop.forget(*this);
}

void Broadcasts::add(Audience audience, Opcode type, const QByteArray &payload, const OwnCopy &own)
{
    if (m_said.empty())
        m_loop.collect(*this);
    m_said.push_back({audience, {type, payload}, own.recipient, {type, own.payload}});
    m_collected += payload.size();
    if (m_collected > maxCollected)
        m_loop.settle();
}

void Broadcasts::settle()
{
    if (m_said.empty())
        return;
    deliver(Audience::Plain, m_plain);
    deliver(Audience::Structured, m_structured);
    if (m_traffic.isWatched()) {
        for (const Said &said : m_said) {
            if (said.delivered > 0)
                m_traffic.broadcast(said.message.type(), said.message.payload(), said.delivered,
                                    said.wireSize / quint64(said.delivered));
        }
    }
    m_said.clear();
    m_collected = 0;
}

void Broadcasts::deliver(Audience group, const QList<Member *> &members)
{
    const auto concerned = [group](const Said &said) { return said.isFor(group); };
    if (members.isEmpty() || std::none_of(m_said.begin(), m_said.end(), concerned))
        return;
    std::vector<Piece> pieces; // few: one for each window
    for (Member *member : members) {
        const std::optional<int> &bits = member->deflateBits();
        if (hasOwn(member)) {
            Piece piece = pieceFor(group, bits, member);
            piece.delivered = int(member->deliver(piece.frames, piece.messages, piece.octets));
            count(group, piece);
            continue;
        }
        auto piece = std::find_if(pieces.begin(), pieces.end(),
                                  [&bits](const Piece &known) { return known.deflateBits == bits; });
        if (piece == pieces.end())
            piece = pieces.insert(piece, pieceFor(group, bits, nullptr));
        piece->delivered += int(member->deliver(piece->frames, piece->messages, piece->octets));
    }
    for (const Piece &piece : pieces)
        count(group, piece);
}

Broadcasts::Piece Broadcasts::pieceFor(Audience group, const std::optional<int> &deflateBits,
                                       const Member *owner)
{
    Piece piece;
    piece.deflateBits = deflateBits;
    for (Said &said : m_said) {
        if (!said.isFor(group))
            continue;
        SharedMessage &message = said.messageFor(owner);
        piece.frames += message.frameFor(deflateBits); // the first one is shared, not copied
        piece.octets += quint64(message.payload().size());
        ++piece.messages;
    }
    return piece;
}

/// Notes for the record how many got each message, and in how many octets. A copy of somebody's own counts as
/// the message that it stands for, so that the sizes can be compared.
void Broadcasts::count(Audience group, const Piece &piece)
{
    if (piece.delivered == 0 || !m_traffic.isWatched())
        return;
    for (Said &said : m_said) {
        if (!said.isFor(group))
            continue;
        said.delivered += piece.delivered;
        said.wireSize += quint64(piece.delivered) * payloadSizeOf(said.message.frameFor(piece.deflateBits));
    }
}

bool Broadcasts::hasOwn(const Member *member) const
{
    return std::any_of(m_said.begin(), m_said.end(),
                       [member](const Said &said) { return said.ownRecipient == member; });
}

} // namespace confab
