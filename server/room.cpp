#include "server/room.h"

#include <QDateTime>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

Room::Room(QString path, ServerTraffic &traffic, Conversation &conversation)
    : m_path(std::move(path))
    , m_traffic(traffic)
    , m_conversation(conversation)
{}

void Room::enter(Member &member)
{
    if (member.behaviour() == Member::Behaviour::Structured) {
        m_notIntroduced.append(&member);
        return;
    }
    member.setName(m_names.take({}, member.id()));
    m_plain.append(&member);
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, m_structured);
}

void Room::leave(Member &member, CloseCode code)
{
    if (m_notIntroduced.removeOne(&member))
        return;
    if (!m_plain.removeOne(&member) && !m_structured.removeOne(&member))
        return;
    m_names.release(member.author().name);
    announce(RoomMessage::Kind::Left, member.author(), code, m_structured);
}

void Room::receive(Member &from, const Message &message)
{
    if (from.behaviour() == Member::Behaviour::Structured)
        receiveStructured(from, message);
    else
        receivePlain(from, message);
}

void Room::say(const QString &text)
{
    sayText({0, hostName, false}, text, nullptr, {});
}

void Room::receivePlain(const Member &from, const Message &message)
{
    if (message.type == Opcode::Binary) {
        sayBinary(from.author(), message.payload);
        return;
    }
    RoomMessage said = nextSaid(RoomMessage::Kind::Text, from.author());
    said.text = QString::fromUtf8(message.payload);
    m_conversation.append(said);
    broadcast(m_plain, Opcode::Text, message.payload);
    if (!m_structured.isEmpty())
        broadcast(m_structured, Opcode::Text, v1::encodeSaid(said));
}

void Room::receiveStructured(Member &from, const Message &message)
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

void Room::introduce(Member &member, const v1::Hello &hello)
{
    m_notIntroduced.removeOne(&member);
    member.setName(m_names.take(hello.name, member.id()));
    const QList<Member *> others = m_structured;
    m_structured.append(&member);
    member.send(Opcode::Text, v1::encodeWelcome(member.author(), m_path, m_lastSeq, authors()));
    announce(RoomMessage::Kind::Joined, member.author(), CloseCode::NoStatusReceived, others);
}

void Room::sayText(const Author &author, const QString &text, Member *structuredAuthor, const QString &id)
{
    RoomMessage said = nextSaid(RoomMessage::Kind::Text, author);
    said.text = text;
    m_conversation.append(said);
    if (!m_plain.isEmpty())
        broadcast(m_plain, Opcode::Text, QString(author.name + ": "_L1 + text).toUtf8());
    if (m_structured.isEmpty())
        return;
    // The author's copy alone carries its id.
    const OwnCopy own =
        structuredAuthor && !id.isEmpty() ? OwnCopy{structuredAuthor, v1::encodeSaid(said, id)} : OwnCopy();
    broadcast(m_structured, Opcode::Text, v1::encodeSaid(said), own);
}

void Room::sayBinary(const Author &author, const QByteArray &payload)
{
    RoomMessage said = nextSaid(RoomMessage::Kind::Binary, author);
    said.binary = payload;
    m_conversation.append(said);
    if (!m_structured.isEmpty())
        broadcast(m_structured, Opcode::Text, v1::encodeSaid(said));
    broadcast(m_plain + m_structured, Opcode::Binary, payload);
}

void Room::announce(RoomMessage::Kind kind, const Author &author, CloseCode code,
                    const QList<Member *> &recipients)
{
    RoomMessage presence;
    presence.kind = kind;
    presence.room = m_path;
    presence.time = QDateTime::currentMSecsSinceEpoch();
    presence.author = author;
    presence.count = count();
    presence.closeCode = code;
    m_conversation.append(presence);
    if (!recipients.isEmpty())
        broadcast(recipients, Opcode::Text, v1::encodePresence(presence));
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
    for (const QList<Member *> &members : {m_plain, m_structured}) {
        for (const Member *member : members)
            authors.append(member->author());
    }
    std::sort(authors.begin(), authors.end(), [](const Author &a, const Author &b) { return a.id < b.id; });
    return authors;
}

void Room::broadcast(const QList<Member *> &recipients, Opcode type, const QByteArray &payload,
                     const OwnCopy &ownCopy)
{
    if (recipients.isEmpty())
        return;
    SharedMessage message(type, payload);
    SharedMessage own(type, ownCopy.payload);
    int delivered = 0;
    quint64 wireSize = 0;
    for (Member *member : recipients) {
        const std::optional<quint64> sent = member->deliver(member == ownCopy.recipient ? own : message);
        delivered += int(sent.has_value());
        wireSize += sent.value_or(0);
    }
    if (delivered > 0)
        m_traffic.broadcast(type, payload, delivered, wireSize / quint64(delivered));
}

void Room::broadcast(const QList<Member *> &recipients, Opcode type, const QByteArray &payload)
{
    broadcast(recipients, type, payload, OwnCopy());
}

} // namespace confab
