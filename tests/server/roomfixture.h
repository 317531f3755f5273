#pragma once

#include "memberfixture.h"
#include "server/room.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace confab {

inline QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

inline QString typeOf(const QByteArray &text)
{
    return json(text).value(QStringLiteral("type")).toString();
}

inline QString nameIn(const QByteArray &welcome)
{
    return json(welcome).value(QStringLiteral("you")).toObject().value(QStringLiteral("name")).toString();
}

/// Of the welcome that it got.
inline QJsonValue ticketOf(MemberFixture &member)
{
    return json(member.received().constFirst()).value(QStringLiteral("ticket"));
}

/// A room and its people.
struct RoomWorld : MemberWorld
{
    Conversation conversation;
    Backlog backlog;
    QStringList named;
    Room room{QStringLiteral("/"),
              loop,
              traffic,
              {conversation, backlog, Tickets(), {10'000, 0}},
              [this](const Participant &member, const QString &former) {
                  named.append(former + QLatin1StringView(" is now ") + member.author().name);
              }};
    std::vector<std::unique_ptr<MemberFixture>> people;

    MemberFixture &enter(quint64 id, const QString &subprotocol = {},
                         const std::optional<DeflateParameters> &deflate = {})
    {
        people.push_back(std::make_unique<MemberFixture>(*this, id, subprotocol, QStringLiteral("/"),
                                                         LinkPolicy(), deflate));
        MemberFixture &fixture = *people.back();
        Member &member = *fixture.member;
        fixture.onSaid = [this, &member](const Message &message) { room.receive(member, message); };
        fixture.onAnswered = [this, id] { room.introduceWhoIsBack(id); };
        room.enter(member);
        return fixture;
    }
    MemberFixture &introduce(quint64 id, const QString &name, const QJsonObject &further = {})
    {
        MemberFixture &fixture = enter(id, QStringLiteral("confab.v1"));
        QJsonObject hello = further;
        hello.insert(QStringLiteral("type"), QStringLiteral("hello"));
        hello.insert(QStringLiteral("name"), name);
        say(fixture, hello);
        return fixture;
    }
    /// Somebody with the ticket of a member that is still there.
    MemberFixture &comeBack(quint64 id, const QString &name, const QJsonValue &ticket)
    {
        return introduce(id, name, {{QStringLiteral("since"), 0}, {QStringLiteral("ticket"), ticket}});
    }
    static void say(MemberFixture &fixture, const QJsonObject &object)
    {
        fixture.send(Opcode::Text, QJsonDocument(object).toJson(QJsonDocument::Compact));
        QCoreApplication::processEvents();
    }
};

} // namespace confab
