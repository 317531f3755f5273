#pragma once

#include "core/chat/confabv1.h"
#include "server/broadcasts.h"
#include "server/participant.h"
#include "server/roommemory.h"
#include "server/roomnames.h"

#include <QList>

#include <functional>

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
    bool isEmpty() const { return m_plain.isEmpty() && m_structured.isEmpty() && m_notIntroduced.isEmpty(); }
    /// How many are announced: structured members that said hello, and plain ones.
    int count() const { return int(m_plain.size() + m_structured.size()); }

    /// The member stays valid until leave(). A plain one is named and announced; a structured one is, with
    /// its hello.
    void enter(Participant &member);
    void leave(Participant &member, CloseCode code);
    void receive(Participant &from, const Message &message);
    /// The host says something.
    void say(const QString &text);

private:
    void receivePlain(const Participant &from, const Message &message);
    void receiveStructured(Participant &from, const Message &message);
    void introduce(Participant &member, const v1::Hello &hello);
    void welcome(Participant &member, const v1::Hello &hello);
    void sayText(const Author &author, const QString &text, Participant *structuredAuthor, const QString &id);
    void sayBinary(const Author &author, const QByteArray &payload);
    void keep(const RoomMessage &said);
    bool isKept() const { return m_memory.conversation.keepsEntries() || m_isRemembered; }

    /// @param count how many are announced after it.
    void announce(RoomMessage::Kind kind, const Author &author, CloseCode code, int count);
    RoomMessage nextSaid(RoomMessage::Kind kind, const Author &author);
    QList<Author> authors() const;

    QString m_path;
    const RoomMemory m_memory;
    const Named m_named;
    RoomNames m_names;
    QList<Participant *> m_plain;
    QList<Participant *> m_structured;
    QList<Participant *> m_notIntroduced;
    Broadcasts m_broadcasts; ///< to m_plain and m_structured
    QString m_epoch;
    quint64 m_lastSeq = 0;
    bool m_isRemembered = false; ///< there are, or were, members who may come back and ask
};

} // namespace confab
