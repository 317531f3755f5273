#include "server/limits.h"

#include "core/wire/httphead.h"
#include "server/roommemory.h"

#include <limits>

namespace confab {

namespace {

constexpr qint64 most = std::numeric_limits<qint32>::max();
constexpr qint64 mostSeconds = 24 * 60 * 60;
constexpr qint64 mostThreads = 64;

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::ceil<std::chrono::seconds>(time).count();
}

const LimitRule rules[] = {
    {Limit::HeadSize, "max-head", LimitUnit::Octets, 1, maxHeadSize, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.maxHeadSize; },
     [](ServerPolicy &policy, qint64 value) { policy.maxHeadSize = qsizetype(value); }},
    {Limit::HeadTime, "head-timeout", LimitUnit::Seconds, 1, mostSeconds, false,
     [](const ServerPolicy &policy) { return secondsOf(policy.headTimeout); },
     [](ServerPolicy &policy, qint64 value) { policy.headTimeout = std::chrono::seconds(value); }},
    {Limit::Members, "max-members", LimitUnit::Count, 1, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.maxMembers; },
     [](ServerPolicy &policy, qint64 value) { policy.maxMembers = int(value); }},
    {Limit::AddressConnections, "max-per-address", LimitUnit::Count, 0, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.perAddress.maxConnections; },
     [](ServerPolicy &policy, qint64 value) { policy.perAddress.maxConnections = int(value); }},
    {Limit::AddressHandshakes, "handshakes-per-second", LimitUnit::PerSecond, 0, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.perAddress.handshakesPerSecond; },
     [](ServerPolicy &policy, qint64 value) { policy.perAddress.handshakesPerSecond = int(value); }},
    {Limit::MessageSize, "max-message", LimitUnit::Octets, 1, most, false,
     [](const ServerPolicy &policy) { return qint64(policy.link.limits.message.maxMessageSize); },
     [](ServerPolicy &policy, qint64 value) {
         EndpointLimits &limits = policy.link.limits;
         if (limits.maxFrameSize == limits.message.maxMessageSize)
             limits.maxFrameSize = quint64(value);
         limits.message.maxMessageSize = quint64(value);
     }},
    {Limit::FrameSize, "max-frame", LimitUnit::Octets, 0, most, false,
     [](const ServerPolicy &policy) {
         const EndpointLimits &limits = policy.link.limits;
         return limits.maxFrameSize == limits.message.maxMessageSize ? 0 : qint64(limits.maxFrameSize);
     },
     [](ServerPolicy &policy, qint64 value) {
         EndpointLimits &limits = policy.link.limits;
         limits.maxFrameSize = value == 0 ? limits.message.maxMessageSize : quint64(value);
     }},
    {Limit::Fragments, "max-fragments", LimitUnit::Count, 1, most, false,
     [](const ServerPolicy &policy) { return qint64(policy.link.limits.message.maxFragments); },
     [](ServerPolicy &policy, qint64 value) { policy.link.limits.message.maxFragments = quint32(value); }},
    {Limit::UnfinishedSize, "max-unfinished", LimitUnit::Octets, 0, most, false,
     [](const ServerPolicy &policy) { return policy.link.maxUnfinishedSize; },
     [](ServerPolicy &policy, qint64 value) { policy.link.maxUnfinishedSize = value; }},
    {Limit::QueueSize, "max-queue", LimitUnit::Octets, 1, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.link.maxQueueSize; },
     [](ServerPolicy &policy, qint64 value) { policy.link.maxQueueSize = qsizetype(value); }},
    {Limit::PongTime, "pong-timeout", LimitUnit::Seconds, 1, mostSeconds, false,
     [](const ServerPolicy &policy) { return secondsOf(policy.link.pongTimeout); },
     [](ServerPolicy &policy, qint64 value) { policy.link.pongTimeout = std::chrono::seconds(value); }},
    {Limit::MemberMessages, "messages-per-second", LimitUnit::PerSecond, 0, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.perMember.messagesPerSecond; },
     [](ServerPolicy &policy, qint64 value) { policy.perMember.messagesPerSecond = int(value); }},
    {Limit::MemberOctets, "bytes-per-second", LimitUnit::OctetsPerSecond, 0, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.perMember.octetsPerSecond; },
     [](ServerPolicy &policy, qint64 value) { policy.perMember.octetsPerSecond = int(value); }},
    {Limit::Threads, "threads", LimitUnit::Count, 1, mostThreads, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.threads; },
     [](ServerPolicy &policy, qint64 value) { policy.threads = int(value); }},
    {Limit::LogRecords, "log-size", LimitUnit::Count, 1, most, true,
     [](const ServerPolicy &policy) -> qint64 { return policy.log.maxRecords; },
     [](ServerPolicy &policy, qint64 value) { policy.log.maxRecords = qsizetype(value); }},
    {Limit::LogOctets, "log-bytes", LimitUnit::Octets, 1, most, true,
     [](const ServerPolicy &policy) -> qint64 { return policy.log.maxOctets; },
     [](ServerPolicy &policy, qint64 value) { policy.log.maxOctets = qsizetype(value); }},
    {Limit::HistoryEntries, "history-size", LimitUnit::Count, 1, most, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.history.maxEntries; },
     [](ServerPolicy &policy, qint64 value) { policy.history.maxEntries = qsizetype(value); }},
    {Limit::Replay, "replay", LimitUnit::Count, 0, ReplayBounds::maxMessages, false,
     [](const ServerPolicy &policy) -> qint64 { return policy.replay; },
     [](ServerPolicy &policy, qint64 value) { policy.replay = int(value); }},
};
static_assert(std::size(rules) == limitCount);

} // namespace

std::span<const LimitRule> limitRules()
{
    return rules;
}

const LimitRule &ruleOf(Limit limit)
{
    return rules[std::size_t(limit)];
}

qint64 defaultOf(const LimitRule &rule)
{
    return rule.value(ServerPolicy());
}

bool setLimit(ServerPolicy &policy, const LimitRule &rule, qint64 value)
{
    if (value < rule.min || value > rule.max)
        return false;
    rule.set(policy, value);
    return true;
}

} // namespace confab
