#pragma once

#include "core/traffic/trafficrecord.h"
#include "core/wire/opcode.h"

#include <optional>

namespace confab {

/// Of the frame, or the first of the frames, that a record of this kind is about; nothing if it is about
/// none.
std::optional<Opcode> opcodeOf(TrafficKind kind);

/// The headers of a record's frames as they were on the wire: those that were seen, or that of the one frame
/// that a server sends, of which opcode and sizes tell all (RFC 6455 §5.2; RFC 7692 §6 for RSV1). Empty if
/// they are not known: of a broadcast whose recipients got different frames, and of what is no frame.
QByteArray frameHeadersOf(const TrafficRecord &record);

} // namespace confab
