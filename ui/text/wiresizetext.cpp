#include "ui/text/wiresizetext.h"

#include "ui/text/sizetext.h"

#include <QCoreApplication>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WireSizeText)
};

/// The whole number of hundredths; what is less than half of one is not nothing.
QString hundredthsText(quint64 part, quint64 whole, const QLocale &locale)
{
    const auto hundredths = quint64(qRound64(100.0 * double(part) / double(whole)));
    return hundredths == 0 ? u"<1"_s : countText(hundredths, locale);
}

} // namespace

bool isCompressed(const TrafficRecord &record)
{
    return record.wireSize != record.size;
}

QString recordSizeText(const TrafficRecord &record, const QLocale &locale)
{
    const QString size = sizeText(record.size, locale);
    return isCompressed(record) ? size + u" → "_s + shortSizeText(record.wireSize, locale) : size;
}

QString recordSizeInWords(const TrafficRecord &record, const QLocale &locale)
{
    if (!isCompressed(record) || record.size == 0)
        return recordSizeText(record, locale);
    // Of a broadcast it is the mean: not every member need take compressed messages.
    const QString words = record.recipients > 1
                              ? Words::tr("%1 B, compressed to an average of %2 B on the wire (%3 %)")
                              : Words::tr("%1 B, compressed to %2 B on the wire (%3 %)");
    return words.arg(countText(record.size, locale), countText(record.wireSize, locale),
                     hundredthsText(record.wireSize, record.size, locale));
}

} // namespace confab
