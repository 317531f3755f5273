#include "server/room.h"

#include "core/wire/utf8.h"
#include "server/history.h"
#include "server/replay.h"

#include <QDateTime>

#include <algorithm>
#include <utility>
#include <vector>

namespace confab {

using namespace Qt::StringLiterals;
using Audience = Broadcasts::Audience;

Room::Room(QString path, LinkLoop &loop, TrafficWriter &traffic, const RoomMemory &memory, Named named)
    : m_path(std::move(path))
    , m_memory(memory)
    , m_named(std::move(named))
    , m_broadcasts(loop, traffic)
{
    const RoomMessage *last = m_memory.backlog.last(m_path);
    m_isRemembered = last != nullptr || hasHistory();
    m_epoch = std::max(QDateTime::currentMSecsSinceEpoch(), last ? last->epoch + 1 : 0);
    m_lastSeq = m_lastPassedOn = last ? last->seq : 0;
}

void Room::enter(Participant &member)
{
    if (member.behaviour() == Participant::Behaviour::Structured) {
        m_notIntroduced.append(&member);
        return;
    }
    member.setName(m_names.take({}, member.id()));
    m_broadcasts.enter(Audience::Plain, member);
    m_plain.append(&member);
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, countForMembers());
}

void Room::leave(Participant &member, CloseCode code)
{
    if (m_notIntroduced.removeOne(&member)) {
        m_comebacks.take(member);
        forget(member.id());
        return;
    }
    if (m_plain.removeOne(&member))
        m_broadcasts.leave(Audience::Plain, member);
    else if (m_structured.remove(member.id()))
        m_broadcasts.leave(Audience::Structured, member);
    else
        return;
    const Author author = member.author();
    if (!isWaiting()) {
        announceLeft(author, code);
        return;
    }
    // Behind what it said.
    ++m_waiting;
    m_leaving.append(author);
    m_memory.history->after([this, author, code] {
        --m_waiting;
        m_leaving.removeOne(author);
        announceLeft(author, code);
    });
}

void Room::announceLeft(const Author &author, CloseCode code)
{
    m_names.release(author.name);
    announce(RoomMessage::Kind::Left, author, code, countForMembers());
    forget(author.id);
}

/// It is gone: nobody comes back as it, and who waits to know that is let in.
void Room::forget(quint64 id)
{
    m_comebacks.forget(id);
    introduceWhoIsBack(id);
}

void Room::receive(Participant &from, const Message &message)
{
    if (from.behaviour() == Participant::Behaviour::Structured)
        receiveStructured(from, message);
    else
        receivePlain(from, message);
}

void Room::say(const QString &text)
{
    sayText({0, hostName, false}, text);
}

void Room::receivePlain(const Participant &from, const Message &message)
{
    if (message.type == Opcode::Binary) {
        sayBinary(from.author(), message.payload);
        return;
    }
    Said said{nextSaid(RoomMessage::Kind::Text, from.author()), message.payload};
    if (isTextWanted())
        said.message.text = textFromUtf8(message.payload);
    keepAndPassOn(std::move(said));
}

void Room::receiveStructured(Participant &from, const Message &message)
{
    const auto refuse = [&from](v1::Error error) { from.send(Opcode::Text, v1::encodeError(error)); };
    if (const std::optional<v1::Hello> hello = m_comebacks.take(from))
        introduce(from, *hello); // it does not wait any longer
    const bool introduced = !m_notIntroduced.contains(&from);
    if (message.type == Opcode::Binary) {
        if (introduced)
            sayBinary(from.author(), message.payload);
        else
            refuse(v1::Error::NotIntroduced);
        return;
    }
    const v1::ClientMessage parsed = v1::parseClientMessage(message.payload);
    if (const auto *hello = std::get_if<v1::Hello>(&parsed)) {
        if (introduced)
            refuse(v1::Error::AlreadyIntroduced);
        else if (!askFormerSelves(from, *hello))
            introduce(from, *hello);
    } else if (const auto *said = std::get_if<v1::Say>(&parsed)) {
        if (introduced)
            sayText(from.author(), said->text, said->id);
        else
            refuse(v1::Error::NotIntroduced);
    } else if (const auto *error = std::get_if<v1::Error>(&parsed)) {
        refuse(*error);
    }
}

/// Who lost its connection is back before the server knows that it is lost, and is not to be a second one of
/// its own name. @return whether that is waited for.
bool Room::askFormerSelves(Participant &member, const v1::Hello &hello)
{
    const std::optional<Entrance> entrance = entranceOf(hello);
    if (!entrance || entrance->epoch != m_epoch) // ids are of one run
        return false;
    QList<quint64> unknown;
    QList<Participant *> asked;
    for (const quint64 id : m_comebacks.selvesOf(entrance->member)) {
        Participant *former = structured(id);
        if (former)
            asked.append(former);
        if (former || isLeaving(id))
            unknown.append(id);
    }
    m_comebacks.isBack(member.id(), entrance->member);
    if (unknown.isEmpty())
        return false;
    m_comebacks.add(member, hello, unknown);
    for (Participant *former : std::as_const(asked))
        former->probe();
    return true;
}

/// Introduced or not; null if it is not here.
Participant *Room::structured(quint64 id) const
{
    if (Participant *member = m_structured.value(id))
        return member;
    const auto found = std::find_if(m_notIntroduced.cbegin(), m_notIntroduced.cend(),
                                    [id](const Participant *member) { return member->id() == id; });
    return found == m_notIntroduced.cend() ? nullptr : *found;
}

bool Room::isLeaving(quint64 id) const
{
    return std::any_of(m_leaving.cbegin(), m_leaving.cend(),
                       [id](const Author &author) { return author.id == id; });
}

void Room::introduceWhoIsBack(quint64 former)
{
    for (const auto &[member, hello] : m_comebacks.takeThoseWhoKnow(former))
        introduce(*member, hello);
}

void Room::introduce(Participant &member, const v1::Hello &hello)
{
    m_notIntroduced.removeOne(&member);
    const QString formerName = member.author().name;
    member.setName(m_names.take(hello.name, member.id()));
    if (m_named && member.author().name != formerName)
        m_named(member, formerName);
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, countForMembers() + 1);
    m_broadcasts.enter(Audience::Structured, member); // the others have been told by then
    m_structured.insert(member.id(), &member);
    m_isRemembered = true;
    welcome(member, hello);
}

/// And what it has missed, if it has been here before, or else the last of the history.
void Room::welcome(Participant &member, const v1::Hello &hello)
{
    const std::optional<Entrance> before = entranceOf(hello);
    const quint64 since = before ? std::max(before->seq, hello.since->seq) : 0;
    const int newcomersMessages = hasHistory() ? m_memory.replay.newcomersMessages : 0;
    const Replay replay(m_memory.backlog, m_path, since, m_epoch,
                        {before ? ReplayBounds::maxMessages : newcomersMessages, m_memory.replay.size});
    const quint64 entrance = before ? before->seq : m_lastPassedOn - quint64(replay.count());
    member.send(Opcode::Text,
                v1::encodeWelcome({member.author(), m_path, m_epoch, m_lastPassedOn, replay.count(),
                                   before ? std::optional(since) : std::nullopt,
                                   m_memory.tickets.issue(m_path, {m_epoch, entrance, member.id()}),
                                   hasHistory(), authors()}));
    replay.sendTo(member);
}

/// Where a member came in that has been here before, if the room goes on from what it has.
std::optional<Entrance> Room::entranceOf(const v1::Hello &hello) const
{
    if (!hello.since)
        return {};
    std::optional<Entrance> entrance = m_memory.tickets.read(m_path, hello.since->ticket);
    if (entrance && !goesOnFrom(std::max(entrance->seq, hello.since->seq), entrance->epoch))
        entrance.reset();
    return entrance;
}

bool Room::goesOnFrom(quint64 seq, qint64 epoch) const
{
    return seq <= m_lastPassedOn && (epoch == m_epoch || m_memory.backlog.goesOnFrom(m_path, seq, epoch));
}

void Room::sayText(const Author &author, const QString &text, const QString &id)
{
    Said said{nextSaid(RoomMessage::Kind::Text, author), {}, id};
    said.message.text = text;
    keepAndPassOn(std::move(said));
}

void Room::sayBinary(const Author &author, const QByteArray &payload)
{
    Said said{nextSaid(RoomMessage::Kind::Binary, author)};
    said.message.binary = payload;
    keepAndPassOn(std::move(said));
}

bool Room::hasHistory() const
{
    return m_memory.history && m_memory.history->isWriting();
}

/// Or whether octets pass through as they are.
bool Room::isTextWanted() const
{
    return m_memory.conversation.keepsEntries() || m_isRemembered;
}

void Room::keepAndPassOn(Said said)
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

void Room::passOn(const Said &said)
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
    if (!m_structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(message, m_epoch));
    m_broadcasts.add(Audience::Everyone, Opcode::Binary, message.binary);
}

void Room::passTextOn(const Said &said)
{
    const RoomMessage &message = said.message;
    if (said.verbatim)
        m_broadcasts.add(Audience::Plain, Opcode::Text, *said.verbatim);
    else if (!m_plain.isEmpty())
        m_broadcasts.add(Audience::Plain, Opcode::Text,
                         QString(message.author.name + ": "_L1 + message.text).toUtf8());
    if (m_structured.isEmpty())
        return;
    // The author's copy alone carries its id, if the author is still here.
    Broadcasts::OwnCopy own{nullptr, {}};
    if (!said.id.isEmpty())
        own.recipient = m_structured.value(message.author.id);
    if (own.recipient)
        own.payload = v1::encodeSaid(message, m_epoch, said.id);
    m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(message, m_epoch), own);
}

/// To the structured members, of whom the one who comes is not one yet, and the one who goes not any more.
void Room::announce(RoomMessage::Kind kind, const Author &author, CloseCode code, int count)
{
    RoomMessage presence;
    presence.kind = kind;
    presence.room = m_path;
    presence.time = QDateTime::currentMSecsSinceEpoch();
    presence.author = author;
    presence.count = count;
    presence.closeCode = code;
    m_memory.conversation.append(presence);
    if (!m_structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodePresence(presence));
}

RoomMessage Room::nextSaid(RoomMessage::Kind kind, const Author &author)
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

QList<Author> Room::authors() const
{
    QList<Author> authors = m_leaving;
    for (const Participant *member : m_plain)
        authors.append(member->author());
    for (const Participant *member : m_structured)
        authors.append(member->author());
    std::sort(authors.begin(), authors.end(), [](const Author &a, const Author &b) { return a.id < b.id; });
    return authors;
}

} // namespace confab
