#pragma once

#include "core/chat/confabv1.h"
#include "server/broadcasts.h"
#include "server/comebacks.h"
#include "server/participant.h"
#include "server/roommembers.h"
#include "server/roommemory.h"
#include "server/roomnames.h"
#include "server/roomtalk.h"

#include <QList>

#include <functional>
#include <optional>

namespace confab {

/// One room: who is in it, under which names, and what each of them may say (RoomTalk passes it on). Lives on
/// one thread, wherever its members' connections do.
class Room
{
public:
    /// Called when a hello gave a member another name than the one that it came with.
    using Named = std::function<void(const Participant &member, const QString &formerName)>;

    /// @param path "/" or "/room/NAME". @param loop of this thread; it and traffic outlive the room.
    Room(QString path, LinkLoop &loop, TrafficWriter &traffic, const RoomMemory &memory, Named named = {});
    Q_DISABLE_COPY_MOVE(Room)

    const QString &path() const { return m_talk.path(); }
    /// Nobody is in it, and nothing that was said there waits for its history.
    bool isEmpty() const { return m_members.isEmpty() && m_notIntroduced.isEmpty() && !isWaiting(); }
    bool isWaiting() const { return m_talk.isWaiting(); }
    /// How many are announced: structured members that said hello, and plain ones.
    int count() const { return m_members.count(); }

    /// The member stays valid until leave(). A plain one is named and announced; a structured one is, with
    /// its hello.
    void enter(Participant &member);
    void leave(Participant &member, CloseCode code);
    void receive(Participant &from, const Message &message);
    /// It is known whether the connection of this member lives: who waits for that with its ticket is let in.
    void introduceWhoIsBack(quint64 former);
    /// The host says something.
    void say(const QString &text);

private:
    void receivePlain(const Participant &from, const Message &message);
    void receiveStructured(Participant &from, const Message &message);
    bool askFormerSelves(Participant &member, const v1::Hello &hello);
    Participant *structured(quint64 id) const;
    bool isLeaving(quint64 id) const;
    void introduce(Participant &member, const v1::Hello &hello);
    void welcome(Participant &member, const v1::Hello &hello);
    std::optional<Entrance> entranceOf(const v1::Hello &hello) const;
    /// How many there are as members have been told.
    int countForMembers() const { return count() + int(m_leaving.size()); }
    void announceLeft(const Author &author, CloseCode code);
    void forget(quint64 id);
    QList<Author> authors() const;

    const RoomMemory m_memory;
    const Named m_named;
    RoomNames m_names;
    RoomMembers m_members;
    QList<Participant *> m_notIntroduced;
    QList<Author> m_leaving; ///< are not here any more, but were not said to have left
    Comebacks m_comebacks;   ///< of some who are not introduced, with their hellos
    Broadcasts m_broadcasts; ///< to m_members
    RoomTalk m_talk;
};

} // namespace confab
