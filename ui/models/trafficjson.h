#pragma once

#include "core/traffic/trafficrecord.h"

namespace confab {

/// All that a record has, as a JSON object in one line, without the line feed (docs/wire-export.md). For
/// programs: nothing in it depends on a language or a time zone. What was cut or is no text is told as such.
QByteArray recordAsJson(const TrafficRecord &record);

} // namespace confab
