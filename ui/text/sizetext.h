#pragma once

#include <QLocale>
#include <QString>

namespace confab {

/// An amount of octets in B, KiB, MiB or GiB with the locale's digits: "512 B", "1.2 KiB", "16.0 MiB".
QString sizeText(quint64 octets, const QLocale &locale = QLocale());
/// The same in at most three digits, for where there is little room: "512 B", "1.2 KiB", "16 MiB".
QString shortSizeText(quint64 octets, const QLocale &locale = QLocale());
/// The same as sizeText() for each second: "1.2 MiB/s".
QString rateText(double octetsPerSecond, const QLocale &locale = QLocale());
/// A whole number with the locale's thousands separators: "10,233".
QString countText(quint64 count, const QLocale &locale = QLocale());

} // namespace confab
