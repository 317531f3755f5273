#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace confab {

/// What QWebSocketServer made of a request.
struct DeskAnswer
{
    bool accepted = false;
    QByteArray reply;       ///< the whole response head to send, if accepted
    QByteArray subprotocol; ///< its choice; empty if none
};

/// What the desk answered to questions that differ in nothing but the key, by what they have in common: the
/// kind of question. QWebSocketServer decides each kind once; after that its answer is known but for the
/// accept value, which is the key's alone (RFC 6455 §4.2.2), and a room of clients that all ask the same does
/// not make a QWebSocket for each.
class DeskMemory
{
public:
    /// How many kinds of question are remembered; with more, all are forgotten.
    static constexpr qsizetype maxKinds = 64;

    /// @param kind the head that the desk was shown, without the key. Only an acceptance whose reply has the
    /// key's accept value in it is remembered.
    void remember(const QByteArray &kind, const QByteArray &key, const DeskAnswer &answer);
    /// The answer with the key's accept value; nothing if this kind of question was not answered yet.
    std::optional<DeskAnswer> recall(const QByteArray &kind, const QByteArray &key) const;

    qsizetype size() const { return m_answers.size(); }

private:
    struct Acceptance
    {
        QByteArray before; ///< the reply up to the accept value
        QByteArray behind; ///< and from there on
        QByteArray subprotocol;
    };
    QHash<QByteArray, Acceptance> m_answers; ///< by kind
};

} // namespace confab
