#pragma once

#include "core/traffic/trafficrecord.h"

#include <QString>

#include <optional>

namespace confab {

/// How a payload can be shown.
enum class PayloadForm { Text, Json, Hex };
inline constexpr int payloadFormCount = int(PayloadForm::Hex) + 1;

/// The payload of a record in this form, octet for octet but for the lines of JSON; nothing if it has none:
/// what is not UTF-8, or shows a broken rule, is no text, and what was cut no JSON.
/// @param octetsInLine of Hex.
std::optional<QString> payloadInForm(const TrafficRecord &record, PayloadForm form, int octetsInLine);

} // namespace confab
