#pragma once

#include "core/traffic/trafficrecord.h"

#include <QString>

#include <optional>

namespace confab {

/// How a payload can be shown, or what carried it.
enum class PayloadForm { Text, Json, Hex, Frame };
inline constexpr int payloadFormCount = int(PayloadForm::Frame) + 1;

/// The payload of a record in this form, octet for octet but for the lines of JSON; nothing if it has none:
/// what is not UTF-8, or shows a broken rule, is no text, and what was cut no JSON. Of a Close, the text is
/// the reason. Frame is the headers of the frames, if they are known.
/// @param octetsInLine of Hex.
std::optional<QString> payloadInForm(const TrafficRecord &record, PayloadForm form, int octetsInLine);

} // namespace confab
