#pragma once

#include "core/chat/roommessage.h"
#include "core/wire/opcode.h"

#include <QByteArrayView>
#include <QObject>

namespace confab {

class Member;
class RemoteMember;
class Room;

/// A connection as its room knows it, on the thread of the rooms, wherever the connection itself lives.
class Participant
{
    Q_GADGET
public:
    enum class Behaviour {
        Plain,      ///< messages go to the room as they are
        Structured, ///< speaks confab.v1
        Echo,       ///< what it sends comes back to it alone; in no room
    };
    Q_ENUM(Behaviour)

    virtual ~Participant() = default;

    quint64 id() const { return m_id; }
    Behaviour behaviour() const { return m_behaviour; }
    virtual Author author() const = 0;
    virtual void setName(const QString &name) = 0;
    /// The room that it is in; null for an Echo.
    Room *room() const { return m_room; }
    void setRoom(Room *room) { m_room = room; }

    /// One message to it alone, behind what its room said before. False if it is known not to be OPEN.
    virtual bool send(Opcode type, QByteArrayView payload) = 0;
    /// The same for one of many at once, as who comes back gets them: not compressed, which would be done
    /// anew for each and hold the others up.
    virtual bool replay(Opcode type, QByteArrayView payload) = 0;

    /// Asks whether its connection, which may be lost, still lives: its room is told if so
    /// (Room::introduceWhoIsBack()), and it is closed soon if not.
    virtual void probe() = 0;

    /// Its connection, if that lives on this thread; else null.
    virtual Member *here() = 0;
    /// What stands for its connection, if that lives on another thread; else null.
    virtual RemoteMember *elsewhere() = 0;

protected:
    Participant(quint64 id, Behaviour behaviour)
        : m_id(id)
        , m_behaviour(behaviour)
    {}
    Q_DISABLE_COPY_MOVE(Participant)

private:
    quint64 m_id;
    Room *m_room = nullptr;
    Behaviour m_behaviour;
};

} // namespace confab
