#pragma once

#include "core/traffic/trafficrecord.h"

#include <QLocale>
#include <QString>

namespace confab {

/// Whether the payload took another number of octets on the wire than it has: it was compressed.
bool isCompressed(const TrafficRecord &record);
/// The payload's size, and what it took on the wire where that differs: "12.3 KiB → 1.1 KiB".
QString recordSizeText(const TrafficRecord &record, const QLocale &locale = QLocale());
/// The same in words, to the byte where it was compressed: "12,600 B, compressed to 1,130 B on the wire
/// (9 %)".
QString recordSizeInWords(const TrafficRecord &record, const QLocale &locale = QLocale());

} // namespace confab
