#include "tests/bench/generator/plan.h"

#include "tests/bench/generator/failure.h"

#include <charconv>
#include <functional>
#include <map>

namespace confab::bench {

namespace {

template <typename Number>
Number number(std::string_view value)
{
    Number result{};
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc() || end != value.data() + value.size() || result < Number{})
        throw Failure("not a number: " + std::string(value));
    return result;
}

template <typename Choice>
Choice choice(std::string_view value, const std::map<std::string_view, Choice> &choices)
{
    const auto found = choices.find(value);
    if (found == choices.end())
        throw Failure("not a choice: " + std::string(value));
    return found->second;
}

std::chrono::duration<double> seconds(std::string_view value)
{
    return std::chrono::duration<double>(number<double>(value));
}

} // namespace

Plan readPlan(int argc, char *argv[])
{
    Plan plan;
    using Value = std::string_view;
    const std::map<std::string_view, std::function<void()>> switches{
        {"--tls", [&plan] { plan.target.tls = true; }},
        {"--spin", [&plan] { plan.target.spins = true; }},
        {"--in-step", [&plan] { plan.inStep = true; }},
        {"--pause", [&plan] { plan.pauses = true; }},
    };
    const std::map<std::string_view, std::function<void(Value)>> options{
        {"--workload",
         [&plan](Value value) {
             plan.workload = choice<Workload>(value, {{"messages", Workload::Messages},
                                                      {"handshakes", Workload::Handshakes},
                                                      {"idle", Workload::Idle}});
         }},
        {"--port", [&plan](Value value) { plan.target.port = number<std::uint16_t>(value); }},
        {"--path", [&plan](Value value) { plan.target.path = value; }},
        {"--pid", [&plan](Value value) { plan.process = number<pid_t>(value); }},
        {"--members", [&plan](Value value) { plan.members = number<std::size_t>(value); }},
        {"--size", [&plan](Value value) { plan.size = number<std::size_t>(value); }},
        {"--script",
         [&plan](Value value) {
             plan.script = choice<Script>(value, {{"ascii", Script::Ascii}, {"hangul", Script::Hangul}});
         }},
        {"--in-flight", [&plan](Value value) { plan.inFlight = number<std::size_t>(value); }},
        {"--witnesses", [&plan](Value value) { plan.witnesses = number<std::size_t>(value); }},
        {"--rate", [&plan](Value value) { plan.rate = number<double>(value); }},
        {"--messages", [&plan](Value value) { plan.messages = number<std::uint64_t>(value); }},
        {"--warm-up", [&plan](Value value) { plan.warmUp = seconds(value); }},
        {"--seconds", [&plan](Value value) { plan.duration = seconds(value); }},
        {"--patience", [&plan](Value value) { plan.patience = seconds(value); }},
    };
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (const auto found = switches.find(name); found != switches.end()) {
            found->second();
            continue;
        }
        const auto found = options.find(name);
        if (found == options.end() || i + 1 == argc)
            throw Failure("not an option, or without its value: " + std::string(name));
        found->second(argv[++i]);
    }
    if (plan.target.port == 0 || plan.members == 0 || plan.inFlight == 0)
        throw Failure("--port, --members and --in-flight must be at least 1");
    if (plan.witnesses > 0 && (plan.witnesses >= plan.members || plan.messages == 0))
        throw Failure(
            "--witnesses must be fewer than --members, and --messages bounds what the others have to keep");
    if (plan.size < MessageText::minSize)
        throw Failure("--size must be at least " + std::to_string(MessageText::minSize));
    return plan;
}

} // namespace confab::bench
