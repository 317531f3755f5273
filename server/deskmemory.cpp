#include "server/deskmemory.h"

#include "core/wire/handshake.h"

namespace confab {

void DeskMemory::remember(const QByteArray &kind, const QByteArray &key, const DeskAnswer &answer)
{
    const QByteArray accept = acceptForKey(key);
    const qsizetype place = answer.reply.indexOf(accept);
    if (!answer.accepted || key.isEmpty() || place < 0)
        return;
    if (m_answers.size() >= maxKinds)
        m_answers.clear();
    m_answers.insert(
        kind, {answer.reply.first(place), answer.reply.sliced(place + accept.size()), answer.subprotocol});
}

std::optional<DeskAnswer> DeskMemory::recall(const QByteArray &kind, const QByteArray &key) const
{
    const auto known = m_answers.constFind(kind);
    if (known == m_answers.cend() || key.isEmpty())
        return {};
    return DeskAnswer{true, known->before + acceptForKey(key) + known->behind, known->subprotocol};
}

} // namespace confab
