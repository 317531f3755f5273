#pragma once

#include "core/link/flushscheduler.h"
#include "core/link/link.h"
#include "faketransport.h"

#include <QStringList>

namespace confab {

/// A Link on a FakeTransport, with a diary of everything it signalled, in order.
struct LinkFixture
{
    explicit LinkFixture(Role role, LinkPolicy policy = {})
    {
        auto owned = std::make_unique<FakeTransport>();
        transport = owned.get();
        link = std::make_unique<Link>(std::move(owned), role, policy, scheduler);
        const auto number = [](CloseCode code) { return QString::number(int(code)); };
        const auto note = [this](const char *what, const QString &detail) {
            diary += QLatin1StringView(what) + u' ' + detail;
        };
        QObject::connect(link.get(), &Link::messageReceived, link.get(), [note](const Message &message) {
            note("message", QString::fromUtf8(message.payload));
        });
        QObject::connect(link.get(), &Link::pingReceived, link.get(),
                         [note](const QByteArray &payload) { note("ping", QString::fromUtf8(payload)); });
        QObject::connect(link.get(), &Link::pongReceived, link.get(),
                         [note](const QByteArray &payload) { note("pong", QString::fromUtf8(payload)); });
        QObject::connect(
            link.get(), &Link::controlSent, link.get(), [note](Opcode opcode, const QByteArray &payload) {
                note(opcode == Opcode::Ping ? "sentPing" : "sentPong", QString::fromUtf8(payload));
            });
        QObject::connect(link.get(), &Link::closeReceived, link.get(),
                         [=](const CloseStatus &status) { note("closeReceived", number(status.code)); });
        QObject::connect(link.get(), &Link::closeSent, link.get(),
                         [=](const CloseStatus &status) { note("closeSent", number(status.code)); });
        QObject::connect(link.get(), &Link::failed, link.get(),
                         [note](WireError error) { note("failed", QString::number(int(error))); });
        QObject::connect(link.get(), &Link::queueOverflowed, link.get(),
                         [note](qsizetype size) { note("overflow", QString::number(size)); });
        QObject::connect(link.get(), &Link::readyStateChanged, link.get(),
                         [note](ReadyState state) { note("state", QString::number(int(state))); });
        QObject::connect(link.get(), &Link::closed, link.get(), [=, this](const CloseOutcome &how) {
            outcome = how;
            note("closed", number(how.status.code));
        });
    }

    FlushScheduler scheduler;
    FakeTransport *transport = nullptr; ///< the link's
    std::unique_ptr<Link> link;
    QStringList diary;
    CloseOutcome outcome;
};

/// A client's frame, with a masking key of zeroes, which leaves the payload as it is (RFC 6455 §5.3).
inline QByteArray masked(char firstOctet, const QByteArray &payload)
{
    return QByteArray(1, firstOctet) + char(0x80 | payload.size()) + QByteArray(4, '\0') + payload;
}

/// A server's frame (RFC 6455 §5.2).
inline QByteArray unmasked(char firstOctet, const QByteArray &payload)
{
    return QByteArray(1, firstOctet) + char(payload.size()) + payload;
}

} // namespace confab
