#include "tests/bench/peers/fault.h"

namespace confab::bench {

namespace {

constexpr int faultyFrame = 20;

/// The frames are our own, and short: RFC 6455 §5.2 with up to 65535 octets of payload.
std::size_t frameSize(std::string_view frames)
{
    const auto octet = [frames](std::size_t i) { return static_cast<unsigned char>(frames[i]); };
    if (octet(1) < 126)
        return 2U + octet(1);
    return 4 + (std::size_t(octet(2)) << 8 | octet(3));
}

} // namespace

Fault faultNamed(std::string_view option)
{
    return option == "--drop"      ? Fault::Drop
           : option == "--twice"   ? Fault::Twice
           : option == "--swap"    ? Fault::Swap
           : option == "--corrupt" ? Fault::Corrupt
                                   : Fault::None;
}

std::string withFault(Fault fault, std::string_view frames)
{
    static int count = 0;
    static std::string held; // to be swapped with the next
    std::string result;
    while (!frames.empty()) {
        std::string frame(frames.substr(0, frameSize(frames)));
        frames.remove_prefix(frame.size());
        const bool isFaulty = ++count == faultyFrame;
        if (isFaulty && fault == Fault::Drop)
            continue;
        if (isFaulty && fault == Fault::Swap) {
            held = frame;
            continue;
        }
        if (isFaulty && fault == Fault::Corrupt)
            frame.back() = static_cast<char>(frame.back() ^ 1);
        if (isFaulty && fault == Fault::Twice)
            result += frame;
        result += frame + held;
        held.clear();
    }
    return result;
}

} // namespace confab::bench
