#pragma once

#include "core/wire/wireerror.h"

#include <QByteArrayView>

namespace confab {

/// The bounds of ours that end a connection whose peer exceeds them.
enum class Bound {
    None,
    FrameSize,
    MessageSize,
    Fragments,
    UnfinishedSize, ///< messages of many peers had begun and not ended, and its was the largest
    QueueSize,      ///< it does not read what waits for it
    PongTime,       ///< it gave no sign of life after a ping
    MessageRate,    ///< messages, pings and pongs in a second
    OctetRate,      ///< their payloads in a second
};
inline constexpr int boundCount = int(Bound::OctetRate) + 1;

/// The bound that this error is about; None for those that break a rule of the protocol.
constexpr Bound boundOf(WireError error)
{
    return error == WireError::FrameTooBig        ? Bound::FrameSize
           : error == WireError::MessageTooBig    ? Bound::MessageSize
           : error == WireError::TooManyFragments ? Bound::Fragments
                                                  : Bound::None;
}

/// What programs know it by, in ASCII; empty for None. Words for people are made in ui/text.
QByteArrayView boundName(Bound bound);

} // namespace confab
