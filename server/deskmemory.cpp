#include "server/deskmemory.h"

#include "core/wire/handshake.h"

namespace confab {

namespace {

/// The octets without the first part that is like this one, and where it was; -1 if there is none.
struct Without
{
    QByteArray octets;
    qsizetype place = -1;
};

Without without(const QByteArray &octets, const QByteArray &part)
{
    const qsizetype place = part.isEmpty() ? -1 : octets.indexOf(part);
    if (place < 0)
        return {};
    return {QByteArray(octets).remove(place, part.size()), place};
}

/// The kind of a question: its head without the key, but with the place where the key was, as the first
/// octets.
QByteArray kindOf(const QByteArray &head, const QByteArray &key)
{
    const Without rest = without(head, key);
    return rest.place < 0 ? QByteArray() : QByteArray::number(rest.place) + ' ' + rest.octets;
}

} // namespace

void DeskMemory::remember(const QByteArray &head, const QByteArray &key, const DeskAnswer &answer)
{
    const QByteArray kind = kindOf(head, key);
    const Without reply = without(answer.reply, acceptForKey(key));
    if (!answer.accepted || kind.isEmpty() || reply.place < 0)
        return;
    if (m_answers.size() >= maxKinds)
        m_answers.clear();
    m_answers.insert(kind, {reply.octets, reply.place, answer.subprotocol});
}

std::optional<DeskAnswer> DeskMemory::recall(const QByteArray &head, const QByteArray &key) const
{
    const auto known = m_answers.constFind(kindOf(head, key));
    if (known == m_answers.cend())
        return {};
    QByteArray reply = known->reply;
    reply.insert(known->acceptPlace, acceptForKey(key));
    return DeskAnswer{true, reply, known->subprotocol};
}

} // namespace confab
