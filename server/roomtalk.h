#pragma once

#include "core/chat/confabv1.h"
#include "server/broadcasts.h"
#include "server/roommembers.h"
#include "server/roommemory.h"

#include <functional>
#include <optional>

namespace confab {

/// What is said in one room, in one total order for everyone: it is numbered, kept where the room's memory
/// wants it (in a history before anybody sees it), encoded once as a plain frame and once as confab.v1 if
/// there is anyone to read it, and passed on. Lives on the thread of its room.
class RoomTalk
{
public:
    /// All of it outlives this. @param path of the room.
    RoomTalk(QString path, Broadcasts &broadcasts, const RoomMembers &members, const RoomMemory &memory);
    Q_DISABLE_COPY_MOVE(RoomTalk)

    const QString &path() const { return m_path; }
    /// Of this run: grows from one to the next.
    qint64 epoch() const { return m_epoch; }
    /// The number of what was passed on last.
    quint64 lastPassedOn() const { return m_lastPassedOn; }
    /// Something waits for the history.
    bool isWaiting() const { return m_waiting > 0; }
    bool hasHistory() const;
    /// Whether what is said goes on from that number of that run, without a gap.
    bool goesOnFrom(quint64 seq, qint64 epoch) const;
    /// From now on there are members who may come back and ask for what they missed.
    void remember() { m_isRemembered = true; }

    /// What a plain member said: plain members get the same octets, which are UTF-8.
    void sayVerbatim(const Author &author, const QByteArray &utf8);
    /// @param id the author's own, for its copy alone.
    void sayText(const Author &author, const QString &text, const QString &id = {});
    void sayBinary(const Author &author, const QByteArray &payload);
    /// Who comes and goes. @param count how many are announced after it.
    void announce(RoomMessage::Kind kind, const Author &author, CloseCode code, int count);
    /// Calls it behind all that was said: now, if nothing waits.
    void after(std::function<void()> then);

private:
    /// Something said, and how it is passed on.
    struct Said
    {
        RoomMessage message;
        std::optional<QByteArray> verbatim{}; ///< of a plain member's text: what plain members get
        QString id{};                         ///< the author's own
    };

    RoomMessage nextSaid(RoomMessage::Kind kind, const Author &author);
    bool isTextWanted() const;
    void keepAndPassOn(Said said);
    void passOn(const Said &said);
    void passTextOn(const Said &said);

    QString m_path;
    const RoomMemory &m_memory;
    const RoomMembers &m_members;
    Broadcasts &m_broadcasts;
    qint64 m_epoch;
    quint64 m_lastSeq = 0;       ///< of what was said
    quint64 m_lastPassedOn = 0;  ///< likewise, of what was passed on
    int m_waiting = 0;           ///< for the history, before they happen
    bool m_isRemembered = false; ///< there are, or were, members who may come back and ask
};

} // namespace confab
