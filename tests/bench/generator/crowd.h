#pragma once

#include "tests/bench/generator/member.h"

#include <chrono>
#include <memory>
#include <vector>

namespace confab::bench {

using Clock = std::chrono::steady_clock;

/// Where a crowd connects to, and how it waits.
struct Target
{
    std::uint16_t port = 0;
    std::string path = "/";
    bool tls = false;
    /// Waits without sleeping: on a virtual machine, to wake a sleeper on an idle processor costs the server
    /// ten times what it sends, and that is not the server's doing.
    bool spins = false;
};

/// Any number of members on one epoll instance and one thread.
class Crowd
{
public:
    Crowd(Target target, CrowdEvents &events, std::chrono::nanoseconds patience);
    ~Crowd();
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    Member &member(std::size_t index) { return *m_members[index]; }
    std::size_t size() const { return m_members.size(); }
    /// How many pings have come to all of them.
    std::uint64_t pings() const;
    /// When what is being read was there to be read.
    Clock::time_point readAt() const { return m_readAt; }

    /// Opens that many more, some at a time, and returns when all are open.
    void open(std::size_t count);
    /// Sends what the member has queued, now or when there is room.
    void flush(Member &member);
    /// Lets those before the last so many neither read nor write, until wakeAll().
    void sleepAllBut(std::size_t last);
    void wakeAll();
    /// Whether they read.
    bool isAwake(const Member &member) const { return m_asleep == 0 || member.index() >= m_asleep; }
    /// Waits until something happens or the time has come (but see Target::spins), and lets the members read
    /// and write.
    void poll(Clock::time_point until);
    /// Polls until condition() holds; throws Failure if nothing at all arrives for as long as patience.
    template <typename Condition>
    void pollUntil(Condition condition, const char *what)
    {
        while (!condition())
            pollPatiently(what);
    }

private:
    void connectOne();
    void pollPatiently(const char *what);
    void watch(Member &member, bool forWriting, int operation);

    Target m_target;
    CrowdEvents &m_events;
    std::chrono::nanoseconds m_patience;
    TlsContext m_tls;
    std::string m_request;
    int m_epoll;
    std::vector<std::unique_ptr<Member>> m_members;
    std::size_t m_asleep = 0; ///< the first so many
    std::vector<char> m_buffer;
    Clock::time_point m_lastArrival;
    Clock::time_point m_readAt;
};

} // namespace confab::bench
