#pragma once

#include <QtGlobal>

namespace confab {

/// What a newly accepted descriptor says of how many are left: the system gives the lowest that is free.
enum class DescriptorRoom {
    Enough,
    Scarce, ///< one of the last: refuse, which needs it for a moment
    Gone,   ///< one of the very last: give it back at once
};

/// The last descriptors are kept for everything that is no member, and so that accepting never fails:
/// Qt 6.4's QTcpServer hides that failure (EMFILE) behind an earlier "nothing to accept" and then asks again
/// without end.
/// @param limit descriptorLimit().
DescriptorRoom descriptorRoom(qintptr descriptor, quint64 limit);

/// How many descriptors this process may have; 0 where there is no such limit, as on Windows.
quint64 descriptorLimit();

} // namespace confab
