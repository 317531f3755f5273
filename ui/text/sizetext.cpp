#include "ui/text/sizetext.h"

#include <array>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr double unitFactor = 1024;
constexpr std::array<QLatin1StringView, 5> units{"B"_L1, "KiB"_L1, "MiB"_L1, "GiB"_L1, "TiB"_L1};

/// The largest value that one decimal place shows as less than the next unit.
constexpr double lastOfUnit = unitFactor - 0.05;

/// What rounding shows as 10 and as 1000.
constexpr double firstOfTwoDigits = 9.95;
constexpr double firstOfFourDigits = 999.5;

} // namespace

QString sizeText(quint64 octets, const QLocale &locale)
{
    if (octets < quint64(unitFactor))
        return u"%1 %2"_s.arg(locale.toString(octets), units.front());
    std::size_t unit = 1;
    double value = double(octets) / unitFactor;
    for (; value >= lastOfUnit && unit + 1 < units.size(); ++unit)
        value /= unitFactor;
    return u"%1 %2"_s.arg(locale.toString(value, 'f', 1), units.at(unit));
}

QString shortSizeText(quint64 octets, const QLocale &locale)
{
    std::size_t unit = 0;
    double value = double(octets);
    for (; value >= firstOfFourDigits && unit + 1 < units.size(); ++unit)
        value /= unitFactor;
    const int places = unit > 0 && value < firstOfTwoDigits ? 1 : 0;
    return u"%1 %2"_s.arg(locale.toString(value, 'f', places), units.at(unit));
}

QString rateText(double octetsPerSecond, const QLocale &locale)
{
    return sizeText(quint64(qRound64(qMax(0.0, octetsPerSecond))), locale) + "/s"_L1;
}

QString countText(quint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

} // namespace confab
