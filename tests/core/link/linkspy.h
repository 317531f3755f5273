#pragma once

#include "core/link/link.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QStringList>

#include <functional>

namespace confab {

/// Keeps a diary of everything that a link tells, in order, and may do something about it.
struct LinkSpy final : LinkListener
{
    QStringList diary;
    QByteArrayList headers;       ///< of what was received
    QList<CloseOutcome> outcomes; ///< one at most, if the link is right
    std::function<void(const Message &)> onMessage = [](const Message &) {};
    std::function<void()> onClose = [] {};
    std::function<void()> onOverflow = [] {};

    qsizetype count(const QString &what) const
    {
        return diary.filter(QRegularExpression(u'^' + QRegularExpression::escape(what) + u' ')).size();
    }

    void linkReceivedMessage(const MessageView &message) override
    {
        note("message", QString::fromUtf8(message.payload));
        headers.append(message.frameHeaders.toByteArray());
        onMessage(message.toMessage());
    }
    void linkReceivedPing(const QByteArray &payload, QByteArrayView header) override
    {
        note("ping", QString::fromUtf8(payload));
        headers.append(header.toByteArray());
    }
    void linkSentControl(Opcode opcode, const QByteArray &payload) override
    {
        note(opcode == Opcode::Ping ? "sentPing" : "sentPong", QString::fromUtf8(payload));
    }
    void linkReceivedPong(const QByteArray &payload, QByteArrayView header) override
    {
        note("pong", QString::fromUtf8(payload));
        headers.append(header.toByteArray());
    }
    void linkAnswered() override { diary += QStringLiteral("answered"); }
    void linkReceivedClose(const CloseStatus &status, QByteArrayView header) override
    {
        headers.append(header.toByteArray());
        note("closeReceived", number(status.code));
        onClose();
    }
    void linkSentClose(const CloseStatus &status) override { note("closeSent", number(status.code)); }
    void linkFailed(WireError error, const QByteArray &) override
    {
        note("failed", QString::number(int(error)));
    }
    void linkOverflowed(qsizetype size) override
    {
        note("overflow", QString::number(size));
        onOverflow();
    }
    void linkStateChanged(ReadyState state) override { note("state", QString::number(int(state))); }
    void linkClosed(const CloseOutcome &outcome) override
    {
        outcomes.append(outcome);
        note("closed", number(outcome.status.code));
    }

private:
    static QString number(CloseCode code) { return QString::number(int(code)); }
    void note(const char *what, const QString &detail) { diary += QLatin1StringView(what) + u' ' + detail; }
};

} // namespace confab
