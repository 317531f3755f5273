#pragma once

#include <string>
#include <string_view>

namespace confab::bench {

/// What a peer does wrong on purpose, so that the generator's checks can be tried: one frame among those of
/// the room's second member, once.
enum class Fault { None, Drop, Twice, Swap, Corrupt };

/// @return the fault that an option names (--drop, --twice, --swap, --corrupt); None for another.
Fault faultNamed(std::string_view option);

/// @param frames whole frames; their number is counted over all calls. @return what to send in their place.
std::string withFault(Fault fault, std::string_view frames);

} // namespace confab::bench
