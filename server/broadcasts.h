#pragma once

#include "core/link/linkloop.h"
#include "server/servertraffic.h"
#include "server/sharedmessage.h"

#include <QList>

#include <vector>

namespace confab {

class Member;

/// What is said in one room within one turn of the event loop: collected, encoded once for all who need the
/// same octets, and queued for each member as one piece, in the order in which it was said. Lives on the
/// network thread.
class Broadcasts final : public TurnBatch
{
public:
    enum class Audience { Plain, Structured, Everyone };

    /// What one of the recipients gets instead.
    struct OwnCopy
    {
        const Member *recipient;
        QByteArray payload;
    };

    /// Past this many octets of payload, a turn's messages are handed out before its end.
    static constexpr qsizetype maxCollected = 256 * 1024;

    /// All of these outlive this; settle() before a list changes.
    Broadcasts(LinkLoop &loop, ServerTraffic &traffic, const QList<Member *> &plain,
               const QList<Member *> &structured);
    virtual ~Broadcasts();

    void add(Audience audience, Opcode type, const QByteArray &payload, const OwnCopy &own = {nullptr, {}});
    void settle() override;

private:
    struct Said
    {
        Audience audience;
        SharedMessage message;
        const Member *ownRecipient;
        SharedMessage own;
        int delivered = 0;
        quint64 wireSize = 0; ///< of all that was delivered

        bool isFor(Audience group) const { return audience == Audience::Everyone || audience == group; }
        SharedMessage &messageFor(const Member *member)
        {
            return member && member == ownRecipient ? own : message;
        }
    };
    /// The octets that all members get who need the same.
    struct Piece
    {
        std::optional<int> deflateBits;
        QByteArray frames;
        int messages = 0;
        quint64 octets = 0; ///< of the payloads
        int delivered = 0;
    };
    void deliver(Audience group, const QList<Member *> &members);
    Piece pieceFor(Audience group, const std::optional<int> &deflateBits, const Member *owner);
    void count(Audience group, const Piece &piece);
    bool hasOwn(const Member *member) const;

    LinkLoop &m_loop;
    ServerTraffic &m_traffic;
    const QList<Member *> &m_plain;
    const QList<Member *> &m_structured;
    std::vector<Said> m_said;
    qsizetype m_collected = 0;
};

} // namespace confab
