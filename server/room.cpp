#include "server/room.h"

#include "core/wire/utf8.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>
#include <vector>

namespace confab {

using namespace Qt::StringLiterals;
using Audience = Broadcasts::Audience;

namespace {

/// So many bits that no room that counts anew has the one that it had before.
QString newEpoch()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36);
}

} // namespace

Room::Room(QString path, LinkLoop &loop, TrafficWriter &traffic, const RoomMemory &memory, Named named)
    : m_path(std::move(path))
    , m_memory(memory)
    , m_named(std::move(named))
    , m_broadcasts(loop, traffic)
{
    const KeptMessage *last = m_memory.backlog.last(m_path);
    m_isRemembered = last != nullptr;
    m_epoch = last ? last->epoch : newEpoch();
    m_lastSeq = last ? last->message.seq : 0;
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
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, count());
}

void Room::leave(Participant &member, CloseCode code)
{
    if (m_notIntroduced.removeOne(&member))
        return;
    if (m_plain.removeOne(&member))
        m_broadcasts.leave(Audience::Plain, member);
    else if (m_structured.removeOne(&member))
        m_broadcasts.leave(Audience::Structured, member);
    else
        return;
    m_names.release(member.author().name);
    announce(RoomMessage::Kind::Left, member.author(), code, count());
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
    sayText({0, hostName, false}, text, nullptr, {});
}

void Room::receivePlain(const Participant &from, const Message &message)
{
    if (message.type == Opcode::Binary) {
        sayBinary(from.author(), message.payload);
        return;
    }
    RoomMessage said = nextSaid(RoomMessage::Kind::Text, from.author());
    if (isKept())
        said.text = textFromUtf8(message.payload);
    keep(said);
    m_broadcasts.add(Audience::Plain, Opcode::Text, message.payload);
    if (!m_structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(said));
}

void Room::receiveStructured(Participant &from, const Message &message)
{
    const auto refuse = [&from](v1::Error error) { from.send(Opcode::Text, v1::encodeError(error)); };
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
        else
            introduce(from, *hello);
    } else if (const auto *said = std::get_if<v1::Say>(&parsed)) {
        if (introduced)
            sayText(from.author(), said->text, &from, said->id);
        else
            refuse(v1::Error::NotIntroduced);
    } else if (const auto *error = std::get_if<v1::Error>(&parsed)) {
        refuse(*error);
    }
}

void Room::introduce(Participant &member, const v1::Hello &hello)
{
    m_notIntroduced.removeOne(&member);
    const QString formerName = member.author().name;
    member.setName(m_names.take(hello.name, member.id()));
    if (m_named && member.author().name != formerName)
        m_named(member, formerName);
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, count() + 1);
    m_broadcasts.enter(Audience::Structured, member); // the others have been told by then
    m_structured.append(&member);
    m_isRemembered = true;
    welcome(member, hello);
}

/// And what it has missed, if it has been here before: the newest of it that there is room for.
void Room::welcome(Participant &member, const v1::Hello &hello)
{
    v1::Welcome welcome{member.author(), m_path, m_epoch, m_lastSeq, 0, false, authors()};
    std::vector<std::pair<Opcode, QByteArray>> replay; // the newest first
    qsizetype size = 0;
    const auto take = [&](const RoomMessage &said) {
        QByteArray text = v1::encodeSaid(said);
        size += text.size() + said.binary.size();
        if (size > m_memory.maxReplay)
            return false;
        if (said.kind == RoomMessage::Kind::Binary)
            replay.emplace_back(Opcode::Binary, said.binary);
        replay.emplace_back(Opcode::Text, std::move(text));
        ++welcome.replayed;
        return true;
    };
    if (hello.since && hello.since->epoch == m_epoch)
        m_memory.backlog.walkBack(m_path, hello.since->seq, take);
    member.send(Opcode::Text, v1::encodeWelcome(welcome));
    for (auto message = replay.crbegin(); message != replay.crend(); ++message)
        member.send(message->first, message->second);
}

void Room::sayText(const Author &author, const QString &text, Participant *structuredAuthor,
                   const QString &id)
{
    RoomMessage said = nextSaid(RoomMessage::Kind::Text, author);
    said.text = text;
    keep(said);
    if (!m_plain.isEmpty())
        m_broadcasts.add(Audience::Plain, Opcode::Text, QString(author.name + ": "_L1 + text).toUtf8());
    if (m_structured.isEmpty())
        return;
    // The author's copy alone carries its id.
    Broadcasts::OwnCopy own{nullptr, {}};
    if (structuredAuthor && !id.isEmpty())
        own = {structuredAuthor, v1::encodeSaid(said, id)};
    m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(said), own);
}

void Room::sayBinary(const Author &author, const QByteArray &payload)
{
    RoomMessage said = nextSaid(RoomMessage::Kind::Binary, author);
    said.binary = payload;
    keep(said);
    if (!m_structured.isEmpty())
        m_broadcasts.add(Audience::Structured, Opcode::Text, v1::encodeSaid(said));
    m_broadcasts.add(Audience::Everyone, Opcode::Binary, payload);
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

void Room::keep(const RoomMessage &said)
{
    m_memory.conversation.append(said);
    if (m_isRemembered)
        m_memory.backlog.append({said, m_epoch});
}

RoomMessage Room::nextSaid(RoomMessage::Kind kind, const Author &author)
{
    RoomMessage said;
    said.kind = kind;
    said.room = m_path;
    said.seq = ++m_lastSeq;
    said.time = QDateTime::currentMSecsSinceEpoch();
    said.author = author;
    return said;
}

QList<Author> Room::authors() const
{
    QList<Author> authors;
    for (const QList<Participant *> &members : {m_plain, m_structured}) {
        for (const Participant *member : members)
            authors.append(member->author());
    }
    std::sort(authors.begin(), authors.end(), [](const Author &a, const Author &b) { return a.id < b.id; });
    return authors;
}

} // namespace confab
