#pragma once

#include "tests/bench/generator/latencies.h"
#include "tests/bench/generator/measurement.h"
#include "tests/bench/generator/plan.h"

#include <deque>

namespace confab::bench {

/// One member sends, all get: the first in closed loop (so many in flight) or at a fixed rate. With one
/// member at /echo it is an echo. Checks that each member gets each message once, in order, octet for octet.
class MessagesRun : private CrowdEvents
{
public:
    explicit MessagesRun(const Plan &plan);

    Figures run();

private:
    struct Flight
    {
        std::string text;
        Clock::time_point sentAt; ///< or when it was due
        std::size_t missing;      ///< members that have not got it
        std::size_t unwitnessed;  ///< those of them that read while it is measured
    };

    void opened(Member &) override {}
    void message(Member &member, Opcode opcode, std::string_view text) override;

    void callRoll();
    void sendFor(std::chrono::duration<double> duration);
    void sendInFlight(Clock::time_point end);
    void sendPaced(Clock::time_point end);
    void awaitAll();
    void awaitWitnesses();
    void checkQueues(std::uint64_t messages);
    std::size_t inFlight() const { return m_flights.size() - m_witnessed; }
    void send(Clock::time_point dueAt);
    [[noreturn]] void failAt(const Member &member, std::string_view text) const;

    Plan m_plan;
    MessageText m_texts;
    Crowd m_crowd;
    std::deque<Flight> m_flights; ///< not complete; the first has the number m_completed
    std::uint64_t m_completed = 0;
    std::size_t m_witnessed = 0; ///< of the flights: the first so many
    std::size_t m_absent = 0;    ///< have not heard the roll call
    std::uint64_t m_deliveries = 0;
    Latencies m_latencies;
};

} // namespace confab::bench
