#pragma once

#include "core/wire/opcode.h"
#include "server/backlog.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace confab {

class Participant;

/// What a member is given of what was said before it came, as messages of confab.v1: the newest that there is
/// room for, without a gap among them.
class Replay
{
public:
    struct Bounds
    {
        qsizetype messages = 0;
        qsizetype size = 0; ///< octets of JSON and of binary messages
    };

    /// @param since the seq behind which it begins. @param epoch of the room.
    Replay(const Backlog &backlog, const QString &room, quint64 since, qint64 epoch, const Bounds &bounds);

    qsizetype count() const { return m_count; } ///< of things said
    /// The oldest first.
    void sendTo(Participant &member) const;

private:
    std::vector<std::pair<Opcode, QByteArray>> m_messages; ///< the newest first
    qsizetype m_count = 0;
};

} // namespace confab
