#pragma once

#include "core/chat/memberinfo.h"

namespace confab {

/// Somebody came or went.
struct MemberEvent
{
    enum class Kind { Joined, Left };
    Kind kind = Kind::Joined;
    MemberInfo member; ///< as it was then
    int count = 0;     ///< WebSocket connections after it
};

} // namespace confab
