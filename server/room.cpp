#include "server/room.h"

#include "server/replay.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace confab {

using namespace Qt::StringLiterals;
using Audience = Broadcasts::Audience;

Room::Room(QString path, LinkLoop &loop, TrafficWriter &traffic, const RoomMemory &memory, Named named)
    : m_memory(memory)
    , m_named(std::move(named))
    , m_broadcasts(loop, traffic)
    , m_talk(std::move(path), m_broadcasts, m_members, m_memory)
{}

void Room::enter(Participant &member)
{
    if (member.behaviour() == Participant::Behaviour::Structured) {
        m_notIntroduced.append(&member);
        return;
    }
    member.setName(m_names.take({}, member.id()));
    m_broadcasts.enter(Audience::Plain, member);
    m_members.plain.append(&member);
    m_talk.announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived,
                    countForMembers());
}

void Room::leave(Participant &member, CloseCode code)
{
    if (m_notIntroduced.removeOne(&member)) {
        m_comebacks.take(member);
        forget(member.id());
        return;
    }
    if (m_members.plain.removeOne(&member))
        m_broadcasts.leave(Audience::Plain, member);
    else if (m_members.structured.remove(member.id()))
        m_broadcasts.leave(Audience::Structured, member);
    else
        return;
    // Behind what it said.
    const Author author = member.author();
    m_leaving.append(author);
    m_talk.after([this, author, code] {
        m_leaving.removeOne(author);
        announceLeft(author, code);
    });
}

void Room::announceLeft(const Author &author, CloseCode code)
{
    m_names.release(author.name);
    m_talk.announce(RoomMessage::Kind::Left, author, code, countForMembers());
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
    m_talk.sayText({0, hostName, false}, text);
}

void Room::receivePlain(const Participant &from, const Message &message)
{
    if (message.type == Opcode::Binary)
        m_talk.sayBinary(from.author(), message.payload);
    else
        m_talk.sayVerbatim(from.author(), message.payload);
}

void Room::receiveStructured(Participant &from, const Message &message)
{
    const auto refuse = [&from](v1::Error error) { from.send(Opcode::Text, v1::encodeError(error)); };
    if (const std::optional<v1::Hello> hello = m_comebacks.take(from))
        introduce(from, *hello); // it does not wait any longer
    const bool introduced = !m_notIntroduced.contains(&from);
    if (message.type == Opcode::Binary) {
        if (introduced)
            m_talk.sayBinary(from.author(), message.payload);
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
            m_talk.sayText(from.author(), said->text, said->id);
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
    if (!entrance || entrance->epoch != m_talk.epoch()) // ids are of one run
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
    if (Participant *member = m_members.structured.value(id))
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
    m_talk.announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived,
                    countForMembers() + 1);
    m_broadcasts.enter(Audience::Structured, member); // the others have been told by then
    m_members.structured.insert(member.id(), &member);
    m_talk.remember();
    welcome(member, hello);
}

/// And what it has missed, if it has been here before, or else the last of the history.
void Room::welcome(Participant &member, const v1::Hello &hello)
{
    const std::optional<Entrance> before = entranceOf(hello);
    const quint64 since = before ? std::max(before->seq, hello.since->seq) : 0;
    const int newcomersMessages = m_talk.hasHistory() ? m_memory.replay.newcomersMessages : 0;
    const Replay replay(m_memory.backlog, path(), since, m_talk.epoch(),
                        {before ? ReplayBounds::maxMessages : newcomersMessages, m_memory.replay.size});
    const quint64 entrance = before ? before->seq : m_talk.lastPassedOn() - quint64(replay.count());
    member.send(Opcode::Text,
                v1::encodeWelcome({member.author(), path(), m_talk.epoch(), m_talk.lastPassedOn(),
                                   replay.count(), before ? std::optional(since) : std::nullopt,
                                   m_memory.tickets.issue(path(), {m_talk.epoch(), entrance, member.id()}),
                                   m_talk.hasHistory(), authors()}));
    replay.sendTo(member);
}

/// Where a member came in that has been here before, if the room goes on from what it has.
std::optional<Entrance> Room::entranceOf(const v1::Hello &hello) const
{
    if (!hello.since)
        return {};
    std::optional<Entrance> entrance = m_memory.tickets.read(path(), hello.since->ticket);
    if (entrance && !m_talk.goesOnFrom(std::max(entrance->seq, hello.since->seq), entrance->epoch))
        entrance.reset();
    return entrance;
}

QList<Author> Room::authors() const
{
    QList<Author> authors = m_leaving;
    for (const Participant *member : m_members.plain)
        authors.append(member->author());
    for (const Participant *member : m_members.structured)
        authors.append(member->author());
    std::sort(authors.begin(), authors.end(), [](const Author &a, const Author &b) { return a.id < b.id; });
    return authors;
}

} // namespace confab
