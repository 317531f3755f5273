#include "tests/bench/generator/messagesrun.h"

#include "tests/bench/generator/failure.h"

namespace confab::bench {

namespace {

constexpr std::string_view rollCall = "Who is here?";
constexpr std::chrono::milliseconds rollCallInterval{50};

Clock::duration clockDuration(std::chrono::duration<double> duration)
{
    return std::chrono::duration_cast<Clock::duration>(duration);
}

} // namespace

MessagesRun::MessagesRun(const Plan &plan)
    : m_plan(plan)
    , m_texts(plan.size, plan.script)
    , m_crowd(plan.target, *this, clockDuration(plan.patience))
{}

Figures MessagesRun::run()
{
    const ProcessMeter server(m_plan.process);
    m_crowd.open(m_plan.members);
    callRoll();
    if (m_plan.messages == 0)
        sendFor(m_plan.warmUp);
    awaitAll();
    if (m_plan.pauses)
        pauseForTracer("ready");

    Figures figures;
    m_deliveries = 0;
    m_latencies = Latencies();
    const std::uint64_t completedBefore = m_completed;
    if (m_plan.witnesses > 0)
        m_crowd.sleepAllBut(m_plan.witnesses);
    const Interval interval(server);
    sendFor(m_plan.duration);
    awaitWitnesses();
    interval.end(figures);
    checkQueues(m_flights.size());
    m_crowd.wakeAll();
    awaitAll();
    if (m_plan.pauses)
        pauseForTracer("done");
    figures.add("messages", static_cast<double>(m_completed - completedBefore));
    figures.add("deliveries", static_cast<double>(m_deliveries));
    figures.add("p50", static_cast<double>(m_latencies.quantile(0.50)) / 1e3);
    figures.add("p99", static_cast<double>(m_latencies.quantile(0.99)) / 1e3);
    return figures;
}

void MessagesRun::message(Member &member, Opcode opcode, std::string_view text)
{
    if (text == rollCall && member.expected == 0) {
        m_absent -= member.isPresent ? 0 : 1;
        member.isPresent = true;
        return;
    }
    const std::uint64_t ahead = member.expected - m_completed; // it has all that are complete
    if (opcode != Opcode::Text || ahead >= m_flights.size() || text != m_flights[ahead].text)
        failAt(member, text);
    ++member.expected;
    ++m_deliveries;
    Flight &flight = m_flights[ahead];
    if (flight.unwitnessed > 0) { // those who read late are late
        m_latencies.add(static_cast<std::uint64_t>((m_crowd.readAt() - flight.sentAt).count()));
        m_witnessed += --flight.unwitnessed == 0 ? 1 : 0; // then those before it are, too
    }
    if (--flight.missing == 0) { // likewise
        m_flights.pop_front();
        --m_witnessed;
        ++m_completed;
    }
}

/// A server may have answered the handshake of a member that is not yet in the room.
void MessagesRun::callRoll()
{
    m_absent = m_crowd.size();
    Clock::time_point next = Clock::now();
    const Clock::time_point end = next + clockDuration(m_plan.patience);
    while (m_absent > 0) {
        if (Clock::now() >= end)
            throw Failure("not every member heard the roll call");
        if (Clock::now() >= next) {
            m_crowd.member(0).queue(Opcode::Text, rollCall);
            m_crowd.flush(m_crowd.member(0));
            next = Clock::now() + rollCallInterval * (1 + m_crowd.size() / 1000);
        }
        m_crowd.poll(std::min(next, end));
    }
}

void MessagesRun::sendFor(std::chrono::duration<double> duration)
{
    const Clock::time_point end = Clock::now() + clockDuration(duration);
    if (m_plan.rate > 0)
        sendPaced(end);
    else
        sendInFlight(end);
}

void MessagesRun::sendInFlight(Clock::time_point end)
{
    std::uint64_t left = m_plan.messages == 0 ? UINT64_MAX : m_plan.messages;
    while (left > 0 && (m_plan.messages > 0 || Clock::now() < end)) {
        const Clock::time_point now = Clock::now();
        for (; inFlight() < m_plan.inFlight && left > 0; --left)
            send(now);
        m_crowd.flush(m_crowd.member(0));
        const std::size_t few = m_plan.inStep ? 1 : m_plan.inFlight;
        m_crowd.pollUntil([this, few] { return inFlight() < few; }, "messages");
    }
}

void MessagesRun::sendPaced(Clock::time_point end)
{
    const Clock::duration interval = clockDuration(std::chrono::duration<double>(1 / m_plan.rate));
    for (Clock::time_point due = Clock::now(); due < end; due += interval) {
        while (Clock::now() < due)
            m_crowd.poll(due);
        send(due);
        m_crowd.flush(m_crowd.member(0));
    }
}

void MessagesRun::awaitAll()
{
    m_crowd.pollUntil([this] { return m_flights.empty(); }, "messages");
}

void MessagesRun::awaitWitnesses()
{
    m_crowd.pollUntil([this] { return inFlight() == 0; }, "messages");
}

/// What those have to read who have not read meanwhile must be there, too: with the server, it was handed to
/// the system before the witnesses' was, and TCP moves on small messages that nobody reads with each
/// acknowledgement.
void MessagesRun::checkQueues(std::uint64_t messages)
{
    constexpr std::size_t leastHeaderSize = 2;
    const std::size_t due = messages * (m_plan.size + leastHeaderSize);
    const Clock::time_point end = Clock::now() + clockDuration(m_plan.patience);
    for (std::size_t i = 0; i < m_crowd.size() && !m_crowd.isAwake(m_crowd.member(i));) {
        if (m_crowd.member(i).waitingOctets() >= due)
            ++i;
        else if (Clock::now() >= end)
            throw Failure("a member has not got everything that the witnesses have");
        else
            m_crowd.poll(Clock::now() + std::chrono::milliseconds(1));
    }
}

void MessagesRun::send(Clock::time_point dueAt)
{
    m_flights.push_back({m_texts.text(m_completed + m_flights.size()), dueAt, m_crowd.size(),
                         m_plan.witnesses > 0 ? m_plan.witnesses : m_crowd.size()});
    m_crowd.member(0).queue(Opcode::Text, m_flights.back().text);
}

void MessagesRun::failAt(const Member &member, std::string_view text) const
{
    const std::string expected = "message " + std::to_string(member.expected);
    const std::uint64_t ahead = member.expected - m_completed;
    const auto number = MessageText::number(text);
    if (!number || (ahead < m_flights.size() && *number == member.expected))
        throw Failure("a member got something else than " + expected + ", or that altered");
    if (*number < member.expected)
        throw Failure("a member got message " + std::to_string(*number) + " once more, or too late, where " +
                      expected + " was due");
    throw Failure("a member got message " + std::to_string(*number) + " where " + expected + " was due");
}

} // namespace confab::bench
