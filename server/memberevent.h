#pragma once

#include "core/chat/memberinfo.h"

namespace confab {

/// Somebody came, took a name or went.
struct MemberEvent
{
    enum class Kind { Joined, Named, Left };
    Kind kind = Kind::Joined;
    MemberInfo member;  ///< as it was then
    int count = 0;      ///< WebSocket connections after it
    QString formerName; ///< of Named
};

} // namespace confab
