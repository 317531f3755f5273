#include "server/roomtalk.h"

#include "core/wire/utf8.h"
#include "server/history.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;
using Audience = Broadcasts::Audience;

RoomTalk::RoomTalk(QString path, Broadcasts &broadcasts, const RoomMembers &members, const RoomMemory &memory)
    : m_path(std::move(path))
    , m_memory(memory)
    , m_members(members)
    , m_broadcasts(broadcasts)
{
    const RoomMessage *last = m_memory.backlog.last(m_path);
    m_isRemembered = last != nullptr || hasHistory();
    m_epoch = std::max(QDateTime::currentMSecsSinceEpoch(), last ? last->epoch + 1 : 0);
    m_lastSeq = m_lastPassedOn = last ? last->seq : 0;
}

void RoomTalk::sayVerbatim(const Author &author, const QByteArray &utf8)
{
    Said said{nextSaid(RoomMessage::Kind::Text, author), utf8};
    if (isTextWanted())
        said.message.text = textFromUtf8(utf8);
    keepAndPassOn(std::move(said));
}

void RoomTalk::sayText(const Author &author, const QString &text, const QString &id)
{
    Said said{nextSaid(RoomMessage::Kind::Text, author), {}, id};
    said.message.text = text;
    keepAndPassOn(std::move(said));
}

void RoomTalk::sayBinary(const Author &author, const QByteArray &payload)
{
    Said said{nextSaid(RoomMessage::Kind::Binary, author)};
    said.message.binary = payload;
    keepAndPassOn(std::move(said));
}

/// To the structured members, of whom the one who comes is not one yet, and the one who goes not any more.
void RoomTalk::announce(RoomMessage::Kind kind, const Author &author, CloseCode code, int count)
{
    RoomMessage presence;
    presence.kind = kind;
    presence.room = m_path;
    presence.time = QDateTime::currentMSecsSinceEpoch();
    presence.author = author;
    presence.count = count;
    presence.closeCode = code;
    m_memory.conversation.append(presence);
    if (!m_members.structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodePresence(presence));
}

void RoomTalk::after(std::function<void()> then)
{
    if (!isWaiting()) {
        then();
        return;
    }
    ++m_waiting;
    m_memory.history->after([this, then = std::move(then)] {
        --m_waiting;
        then();
    });
}

bool RoomTalk::hasHistory() const
{
    return m_memory.history && m_memory.history->isWriting();
}

bool RoomTalk::goesOnFrom(quint64 seq, qint64 epoch) const
{
    return seq <= m_lastPassedOn && (epoch == m_epoch || m_memory.backlog.goesOnFrom(m_path, seq, epoch));
}

/// Or whether octets pass through as they are.
bool RoomTalk::isTextWanted() const
{
    return m_memory.conversation.keepsEntries() || m_isRemembered;
}

void RoomTalk::keepAndPassOn(Said said)
{
    if (!hasHistory()) {
        passOn(said);
        return;
    }
    ++m_waiting;
    RoomMessage message = said.message;
    m_memory.history->keep(std::move(message), [this, said = std::move(said)] {
        --m_waiting;
        passOn(said);
    });
}

void RoomTalk::passOn(const Said &said)
{
    const RoomMessage &message = said.message;
    m_lastPassedOn = message.seq;
    m_memory.conversation.append(message);
    if (m_isRemembered)
        m_memory.backlog.append(message);
    if (message.kind == RoomMessage::Kind::Text) {
        passTextOn(said);
        return;
    }
    if (!m_members.structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(message, m_epoch));
    m_broadcasts.add(Audience::Everyone, Opcode::Binary, message.binary);
}

void RoomTalk::passTextOn(const Said &said)
{
    const RoomMessage &message = said.message;
    if (said.verbatim)
        m_broadcasts.add(Audience::Plain, Opcode::Text, *said.verbatim);
    else if (!m_members.plain.isEmpty())
        m_broadcasts.add(Audience::Plain, Opcode::Text,
                         QString(message.author.name + ": "_L1 + message.text).toUtf8());
    if (m_members.structured.isEmpty())
        return;
    // The author's copy alone carries its id, if the author is still here.
    Broadcasts::OwnCopy own{nullptr, {}};
    if (!said.id.isEmpty())
        own.recipient = m_members.structured.value(message.author.id);
    if (own.recipient)
        own.payload = v1::encodeSaid(message, m_epoch, said.id);
    m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(message, m_epoch), own);
}

RoomMessage RoomTalk::nextSaid(RoomMessage::Kind kind, const Author &author)
{
    RoomMessage said;
    said.kind = kind;
    said.room = m_path;
    said.seq = ++m_lastSeq;
    said.epoch = m_epoch;
    said.time = QDateTime::currentMSecsSinceEpoch();
    said.author = author;
    return said;
}

} // namespace confab
