#pragma once

#include "rawpeer.h"
#include "server/roomserver.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace confab {

#ifndef CONFAB_TEST_THREADS
#define CONFAB_TEST_THREADS 1
#endif

/// A RoomServer that listens on a free port of 127.0.0.1, with everything it signals.
struct ServerFixture
{
    explicit ServerFixture(ServerPolicy policy = {})
        : log(std::make_shared<TrafficLog>())
        , server(log)
    {
        policy.address = QHostAddress(QHostAddress::LocalHost);
        policy.port = 0;
        policy.threads = std::max(policy.threads, CONFAB_TEST_THREADS);
        server.start(policy);
        listens = QTest::qWaitFor([this] { return server.state() == RoomServer::State::Listening; },
                                  RawPeer::patience);
    }

    quint16 port() const { return server.port(); }

    /// Whether a new peer is let in and gets its words back.
    bool stillServes() const
    {
        RawPeer peer(port());
        if (!peer.upgrade("/echo"))
            return false;
        peer.sendFrame(Opcode::Text, "still here");
        return peer.readFrame().payload == "still here";
    }

    QList<TrafficRecord> records(TrafficKind kind) const
    {
        QList<TrafficRecord> all = log->since(0, 1'000'000);
        all.removeIf([kind](const TrafficRecord &record) { return record.kind != kind; });
        return all;
    }

    /// The newest member of the roster, default if there is none.
    MemberInfo lastMember() const
    {
        const QList<MemberInfo> members = server.roster()->members();
        return members.isEmpty() ? MemberInfo() : members.constLast();
    }

    std::shared_ptr<TrafficLog> log;
    RoomServer server;
    QSignalSpy joined{&server, &RoomServer::memberJoined};
    QSignalSpy left{&server, &RoomServer::memberLeft};
    QSignalSpy refused{&server, &RoomServer::refused};
    bool listens = false;
};

} // namespace confab
