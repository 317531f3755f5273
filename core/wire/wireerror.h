#pragma once

#include "core/wire/closecode.h"

namespace confab {

/// One enumerator for each rule of RFC 6455 and RFC 7692 that a peer's frames can break, and for each limit
/// they can exceed.
enum class WireError {
    None,
    // §5.2 base framing
    ReservedBitSet,
    ReservedOpcode,
    NonMinimalLength,
    LengthHighBitSet,
    // §5.1 masking
    UnmaskedClientFrame,
    MaskedServerFrame,
    // §5.4 fragmentation
    UnexpectedContinuation,
    UnfinishedMessage, ///< a new data frame before the last fragment of the previous message
    // §5.5 control frames
    FragmentedControlFrame,
    ControlFrameTooLong,
    // §5.5.1, §7.4 Close
    ClosePayloadOneOctet,
    CloseCodeInvalid,
    CloseReasonNotUtf8,
    // §8.1 text
    TextNotUtf8,
    // RFC 7692 §7.2.2 compressed data
    DeflateDataInvalid,
    // limits of this endpoint
    FrameTooBig,
    MessageTooBig,
    TooManyFragments,
};

inline constexpr int wireErrorCount = int(WireError::TooManyFragments) + 1;

/// The code that RFC 6455 §7.4.1 has for failing the connection over this error; NormalClosure for None.
CloseCode closeCodeFor(WireError error);

/// The enumerator's name and the section it comes from, in ASCII: for the Close frame's reason and for logs
/// read by programs. Words for people are made in ui/text.
QByteArrayView wireErrorName(WireError error);

} // namespace confab
