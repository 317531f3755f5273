#pragma once

#include "server/serverpolicy.h"

#include <span>

namespace confab {

/// Every bound of the server that a host can set.
enum class Limit {
    HeadSize,
    HeadTime,
    Members,
    AddressConnections,
    AddressHandshakes,
    MessageSize,
    FrameSize,
    Fragments,
    UnfinishedSize,
    QueueSize,
    PongTime,
    MemberMessages,
    MemberOctets,
    Threads,
    LogRecords,
    LogOctets,
    HistoryEntries,
    Replay,
};
inline constexpr int limitCount = int(Limit::Replay) + 1;

enum class LimitUnit { Count, Octets, Seconds, PerSecond, OctetsPerSecond };

/// One row of the one table from which the options, the settings and the window's dialog are made. Words for
/// it are made in ui/text.
struct LimitRule
{
    Limit limit = Limit::HeadSize;
    const char *name = nullptr; ///< of its option and its setting: "max-head"
    LimitUnit unit = LimitUnit::Count;
    qint64 min = 1; ///< 0: none, or for FrameSize as much as a message
    qint64 max = 0;
    bool windowAlone = false; ///< confabd keeps no log
    qint64 (*value)(const ServerPolicy &policy) = nullptr;
    void (*set)(ServerPolicy &policy, qint64 value) = nullptr; ///< the value is within min and max
};

/// In the order of Limit, which is the one to set them in.
std::span<const LimitRule> limitRules();
const LimitRule &ruleOf(Limit limit);

/// What a policy has by default.
qint64 defaultOf(const LimitRule &rule);
/// Sets the value if it is within the rule's bounds. @return whether it is.
bool setLimit(ServerPolicy &policy, const LimitRule &rule, qint64 value);

} // namespace confab
