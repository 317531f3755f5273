#pragma once

#include "server/participant.h"

#include <QHash>
#include <QList>

namespace confab {

/// Those who are in a room and have been announced there. They are valid as long as they are in it.
struct RoomMembers
{
    QList<Participant *> plain;
    QHash<quint64, Participant *> structured; ///< by their ids

    bool isEmpty() const { return plain.isEmpty() && structured.isEmpty(); }
    int count() const { return int(plain.size() + structured.size()); }
};

} // namespace confab
