#pragma once

#include "client/clientsession.h"
#include "core/link/networkthread.h"

#include <QStringList>

namespace confab {

/// A ClientSession on a network thread of its own, with a diary of its signals, in order.
struct SessionFixture
{
    SessionFixture()
    {
        QObject::connect(session.get(), &ClientSession::readyStateChanged, session.get(),
                         [this](ReadyState state) {
                             static const std::array names{"CONNECTING", "OPEN", "CLOSING", "CLOSED"};
                             diary += QLatin1StringView(names[std::size_t(state)]);
                         });
        QObject::connect(session.get(), &ClientSession::messageReceived, session.get(),
                         [this](const Message &message) { messages.append(message); });
        QObject::connect(session.get(), &ClientSession::failed, session.get(),
                         [this](const ClientError &) { diary += QStringLiteral("failed"); });
        QObject::connect(session.get(), &ClientSession::closed, session.get(),
                         [this](const CloseOutcome &) { diary += QStringLiteral("closed"); });
    }

    bool isOpen() const { return session->status().readyState == ReadyState::Open; }
    /// Everything was signalled.
    bool isDone() const { return diary.contains(u"closed") || diary.contains(u"failed"); }
    bool isClosed() const { return isDone() && session->status().readyState == ReadyState::Closed; }
    const ClientError &error() const { return session->status().error; }
    int closeCode() const { return int(session->status().outcome.status.code); }

    /// What the log has of the connection, as words: "Text Sent".
    QStringList traffic() const
    {
        static const std::array kinds{"Request", "Response", "TlsFailure", "Text",    "Binary",
                                      "Ping",    "Pong",     "Close",      "Failure", "Ended"};
        QStringList words;
        for (const TrafficRecord &record : log->since(0, 10'000)) {
            words +=
                QLatin1StringView(kinds[std::size_t(record.kind)]) +
                (record.direction == Direction::Sent ? QStringLiteral(" Sent") : QStringLiteral(" Received"));
        }
        return words;
    }

    NetworkThread thread{QStringLiteral("network")};
    std::shared_ptr<TrafficLog> log = std::make_shared<TrafficLog>();
    std::unique_ptr<ClientSession> session = std::make_unique<ClientSession>(&thread, log);
    QStringList diary;
    QList<Message> messages;
};

} // namespace confab
