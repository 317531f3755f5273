#pragma once

#include "core/link/linkloop.h"
#include "server/mailbox.h"
#include "server/member.h"
#include "server/roompart.h"
#include "server/rosterwriter.h"

#include <map>
#include <memory>
#include <vector>

namespace confab {

class PassingConnection;

/// Who is told what members on another thread do, on the thread of the rooms.
class ShardListener
{
public:
    /// A message for the room.
    virtual void remoteSaid(quint64 member, const Message &message) = 0;
    /// It is there, which Participant::probe() had asked.
    virtual void remoteAnswered(quint64 member) = 0;
    /// The last of this member.
    virtual void remoteClosed(quint64 member, const MemberInfo &info) = 0;

protected:
    ShardListener() = default;
    ~ShardListener() = default;
    Q_DISABLE_COPY_MOVE(ShardListener)
};

/// The members that live on one thread besides the rooms' own: serves their connections whole, reports what
/// they say to the rooms' thread, and hands out what comes from there. Orders nothing, names nobody. Made,
/// used and destroyed on its thread.
class Shard final : public QObject, private MemberListener, private TurnBatch
{
    Q_OBJECT
public:
    struct Setup
    {
        LinkPolicy policy;
        MemberRates rates;
        std::shared_ptr<TrafficLog> log;
        Roster &roster;
        Mailbox &reports;        ///< on the thread of the rooms
        ShardListener &listener; ///< called there alone
    };

    /// What is referred to outlives this.
    explicit Shard(const Setup &setup);
    ~Shard() override;

    /// Its opening handshake is done.
    void admit(PassingConnection &connection, const MemberInfo &info,
               const std::optional<DeflateParameters> &deflate);
    /// Null if there is none of that number.
    Member *member(quint64 id) const;
    void rename(quint64 id, const QString &name);
    /// The rooms' thread has let it go.
    void release(quint64 id);
    void closeAll(const CloseStatus &status);
    void cutAll();

    /// @param part the room's number here; made and forgotten as members come and go.
    void enterRoom(quint64 part, Audience group, quint64 id);
    void leaveRoom(quint64 part, quint64 id);
    void deliver(quint64 part, Parcel parcel);

    /// Reports are taken again: reading goes on.
    void resumeReading() { m_loop.holdReading(false); }

private:
    /// How many octets of reports are collected within a turn before they are handed over.
    static constexpr qint64 maxCollected = Mailbox::bound / 8;

    void memberSaid(Member &member, const Message &message) override;
    void memberAnswered(Member &member) override;
    void memberClosed(Member &member) override;
    void report(Mailbox::Task task, qint64 size);
    void settle() override;

    const Setup m_setup;
    TrafficWriter m_traffic;
    LinkLoop m_loop;
    RosterWriter m_roster;
    std::vector<Mailbox::Letter> m_letters; ///< of this turn
    qint64 m_collected = 0;                 ///< octets of them
    std::map<quint64, RoomPart> m_parts;
    std::map<quint64, std::unique_ptr<Member>> m_members;
};

} // namespace confab
