#pragma once

#include "core/link/linkloop.h"
#include "core/wire/frameencoder.h"
#include "server/member.h"
#include "tests/core/link/faketransport.h"

#include <QCoreApplication>
#include <QtEndian>

#include <functional>
#include <memory>

namespace confab {

/// What members of a test share.
struct MemberWorld
{
    explicit MemberWorld(Roster::Detail detail = Roster::Detail::Counters)
        : roster(detail)
    {
        loop.setReadObserver(&traffic);
    }
    Q_DISABLE_COPY_MOVE(MemberWorld)

    std::shared_ptr<TrafficLog> log = std::make_shared<TrafficLog>();
    TrafficWriter traffic{log};
    LinkLoop loop;
    Roster roster;
    RosterWriter rosterWriter{roster, loop.timers()};

    QList<TrafficRecord> records() const { return log->since(0, 1'000'000); }
};

/// A Member on a FakeTransport, with what it tells.
struct MemberFixture final : MemberListener
{
    MemberFixture(MemberWorld &world, quint64 id, const QString &subprotocol = {},
                  const QString &room = QStringLiteral("/"), const LinkPolicy &policy = {},
                  const std::optional<DeflateParameters> &deflate = {}, const MemberRates &rates = {})
    {
        auto owned = std::make_unique<FakeTransport>();
        transport = owned.get();
        MemberInfo info;
        info.id = id;
        info.name = QStringLiteral("Guest %1").arg(id);
        info.subprotocol = subprotocol;
        info.room = room;
        member = std::make_unique<Member>(std::move(owned), policy, world.loop, info, world.traffic,
                                          world.rosterWriter, *this, rates);
        member->open(deflate);
    }

    /// The client sends a frame.
    void send(Opcode opcode, const QByteArray &payload)
    {
        transport->deliver(encodeFrame(opcode, payload, MaskingKey{1, 2, 3, 4}));
    }

    /// The payloads of all frames that the client got since the last call.
    QList<QByteArray> received()
    {
        QCoreApplication::processEvents();
        return takeReceived();
    }

    /// Likewise, without a turn of the event loop.
    QList<QByteArray> takeReceived()
    {
        QByteArray octets = transport->takeWritten();
        QList<QByteArray> payloads;
        while (octets.size() >= 2) {
            qsizetype header = 2;
            qsizetype size = quint8(octets.at(1)) & 0x7F;
            if (size == 126) {
                header = 4;
                size = qFromBigEndian<quint16>(octets.constData() + 2);
            } else if (size == 127) {
                header = 10;
                size = qFromBigEndian<qint64>(octets.constData() + 2);
            }
            payloads.append(octets.mid(header, size));
            octets.remove(0, header + size);
        }
        return payloads;
    }

    FakeTransport *transport = nullptr; ///< the link's
    std::unique_ptr<Member> member;
    QList<Message> said; ///< by the member, for the room
    std::function<void(const Message &)> onSaid = [](const Message &) {};
    int answered = 0;
    std::function<void()> onAnswered = [] {};
    int closed = 0;

    void memberSaid(Member &, const Message &message) override
    {
        said.append(message);
        onSaid(message);
    }
    void memberAnswered(Member &) override
    {
        ++answered;
        onAnswered();
    }
    void memberClosed(Member &) override { ++closed; }
};

} // namespace confab
