#include "server/replay.h"

#include "core/chat/confabv1.h"
#include "server/participant.h"

namespace confab {

Replay::Replay(const Backlog &backlog, const QString &room, quint64 since, qint64 epoch, const Bounds &bounds)
{
    qsizetype size = 0;
    backlog.walkBack(room, since, [&](const RoomMessage &said) {
        if (m_count == bounds.messages)
            return false;
        QByteArray text = v1::encodeSaid(said, epoch);
        size += text.size() + said.binary.size();
        if (size > bounds.size)
            return false;
        if (said.kind == RoomMessage::Kind::Binary)
            m_messages.emplace_back(Opcode::Binary, said.binary);
        m_messages.emplace_back(Opcode::Text, std::move(text));
        ++m_count;
        return true;
    });
}

void Replay::sendTo(Participant &member) const
{
    for (auto message = m_messages.crbegin(); message != m_messages.crend(); ++message)
        member.replay(message->first, message->second);
}

} // namespace confab
