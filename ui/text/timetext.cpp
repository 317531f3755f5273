#include "ui/text/timetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

QDateTime localTime(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000);
}

} // namespace

QString timeText(qint64 microseconds)
{
    return localTime(microseconds).toString(u"HH:mm:ss.zzz"_s);
}

QString shortTimeText(qint64 milliseconds, const QLocale &locale)
{
    return locale.toString(QDateTime::fromMSecsSinceEpoch(milliseconds).time(), QLocale::ShortFormat);
}

QString dateTimeText(qint64 microseconds, const QLocale &locale)
{
    const QDateTime time = localTime(microseconds);
    return u"%1 %2"_s.arg(locale.toString(time.date(), QLocale::LongFormat), timeText(microseconds));
}

QString durationText(qint64 microseconds, const QLocale &locale)
{
    if (microseconds < 0)
        return {};
    // Rounded in the unit that is shown, so that nothing reads "1,000.0 ms" or "60.00 s".
    const qint64 tenthsOfMillisecond = (microseconds + 50) / 100;
    if (tenthsOfMillisecond < 10'000)
        return Words::tr("%1 ms", "milliseconds")
            .arg(locale.toString(double(tenthsOfMillisecond) / 10, 'f', 1));
    const qint64 hundredthsOfSecond = (microseconds + 5'000) / 10'000;
    if (hundredthsOfSecond < 6'000)
        return Words::tr("%1 s", "seconds").arg(locale.toString(double(hundredthsOfSecond) / 100, 'f', 2));
    const qint64 seconds = (microseconds + 500'000) / 1'000'000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes < 60)
        return Words::tr("%1 min %2 s", "minutes and seconds").arg(minutes).arg(seconds % 60);
    if (hours < 24)
        return Words::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(minutes % 60);
    return Words::tr("%1 d %2 h", "days and hours").arg(locale.toString(hours / 24)).arg(hours % 24);
}

} // namespace confab
