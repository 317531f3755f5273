#pragma once

#include "core/chat/confabv1.h"
#include "server/broadcasts.h"
#include "server/comebacks.h"
#include "server/participant.h"
#include "server/roommemory.h"
#include "server/roomnames.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace confab {

/// One room: who is in it, and what it passes on to whom. One total order for everyone: what is said is
/// numbered, encoded once as a plain frame and once as confab.v1 (if there is anyone to read it), and queued
/// for each member. Lives on one thread, wherever its members' connections do.
class Room
{
public:
    /// Called when a hello gave a member another name than the one that it came with.
    using Named = std::function<void(const Participant &member, const QString &formerName)>;

    /// @param path "/" or "/room/NAME". @param loop of this thread; it and traffic outlive the room.
    Room(QString path, LinkLoop &loop, TrafficWriter &traffic, const RoomMemory &memory, Named named = {});
    Q_DISABLE_COPY_MOVE(Room)

    const QString &path() const { return m_path; }
    /// Nobody is in it, and nothing that was said there waits for its history.
    bool isEmpty() const
    {
        return m_plain.isEmpty() && m_structured.isEmpty() && m_notIntroduced.isEmpty() && m_waiting == 0;
    }
    bool isWaiting() const { return m_waiting > 0; }
    /// How many are announced: structured members that said hello, and plain ones.
    int count() const { return int(m_plain.size() + m_structured.size()); }

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
    /// Something said, and how it is passed on.
    struct Said
    {
        RoomMessage message;
        std::optional<QByteArray> verbatim{}; ///< of a plain member's text: what plain members get
        QString id{};                         ///< the author's own
    };

    void receivePlain(const Participant &from, const Message &message);
    void receiveStructured(Participant &from, const Message &message);
    bool askFormerSelves(Participant &member, const v1::Hello &hello);
    Participant *structured(quint64 id) const;
    bool isLeaving(quint64 id) const;
    void introduce(Participant &member, const v1::Hello &hello);
    void welcome(Participant &member, const v1::Hello &hello);
    std::optional<Entrance> entranceOf(const v1::Hello &hello) const;
    bool goesOnFrom(quint64 seq, qint64 epoch) const;
    void sayText(const Author &author, const QString &text, const QString &id = {});
    void sayBinary(const Author &author, const QByteArray &payload);
    bool hasHistory() const;
    /// How many there are as members have been told.
    int countForMembers() const { return count() + int(m_leaving.size()); }
    bool isTextWanted() const;
    void keepAndPassOn(Said said);
    void passOn(const Said &said);
    void passTextOn(const Said &said);
    void announceLeft(const Author &author, CloseCode code);
    void forget(quint64 id);

    /// @param count how many are announced after it.
    void announce(RoomMessage::Kind kind, const Author &author, CloseCode code, int count);
    RoomMessage nextSaid(RoomMessage::Kind kind, const Author &author);
    QList<Author> authors() const;

    QString m_path;
    const RoomMemory m_memory;
    const Named m_named;
    RoomNames m_names;
    QList<Participant *> m_plain;
    QHash<quint64, Participant *> m_structured; ///< by their ids
    QList<Participant *> m_notIntroduced;
    Comebacks m_comebacks;   ///< of some of those, with their hellos
    Broadcasts m_broadcasts; ///< to m_plain and m_structured
    qint64 m_epoch;
    quint64 m_lastSeq = 0;       ///< of what was said
    quint64 m_lastPassedOn = 0;  ///< likewise, of what was passed on
    QList<Author> m_leaving;     ///< are not here any more, but were not said to have left
    int m_waiting = 0;           ///< for the history, before they happen
    bool m_isRemembered = false; ///< there are, or were, members who may come back and ask
};

} // namespace confab
