#pragma once

#include "core/traffic/trafficrecord.h"

#include <QDate>
#include <QLocale>
#include <QString>

class QDateTime;

namespace confab {

/// The traffic as a text to read and to pass on: a line for each record with the columns of the window, in
/// the reader's language, and beneath it what the line has no room for. Times are local, as in the window.
/// For one thread; heading() for the main thread, whose locale it takes.
class TrafficReport
{
public:
    /// @param lastNumber that there will be: how wide its column is.
    explicit TrafficReport(quint64 lastNumber, const QLocale &locale = QLocale());

    /// How many octets of a binary payload it shows.
    static constexpr qsizetype maxDumped = 512;

    /// What it is, and the titles of the columns. @param shown what the records have in common, in words, if
    /// they are not all.
    QString heading(qsizetype count, const QDateTime &exported, const QString &shown = {}) const;
    /// Several lines, each with its end; a date before them if the record before was of another one.
    QString entry(const TrafficRecord &record);

private:
    QString dateLine(qint64 time);
    QString row(const QString &number, const QString &time, const QString &peer, const QString &direction,
                const QString &kind, const QString &size, const QString &preview) const;

    QLocale m_locale;
    qsizetype m_numberWidth;
    qsizetype m_kindWidth = 0;
    QDate m_date; ///< of the last record
};

} // namespace confab
