#pragma once

#include <QLocale>
#include <QString>

namespace confab {

/// The local time of day with milliseconds: "12:03:01.123". @param microseconds since 1970-01-01T00:00Z
QString timeText(qint64 microseconds);
/// The local time of day to the minute, as the locale writes it. @param milliseconds since 1970-01-01T00:00Z
QString shortTimeText(qint64 milliseconds, const QLocale &locale = QLocale());
/// Date and local time in full, for a tooltip. @param microseconds since 1970-01-01T00:00Z
QString dateTimeText(qint64 microseconds, const QLocale &locale = QLocale());
/// A length of time in the unit that suits it: "3.1 ms", "4.25 s", "2 min 5 s", "1 h 2 min". Empty if
/// negative: not known.
QString durationText(qint64 microseconds, const QLocale &locale = QLocale());

} // namespace confab
