#include "ui/text/trafficreport.h"

#include "core/traffic/recordtext.h"
#include "ui/text/hexdump.h"
#include "ui/text/sizetext.h"
#include "ui/text/textwidth.h"
#include "ui/text/timetext.h"
#include "ui/text/traffictext.h"
#include "ui/text/wiresizetext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TrafficReport)
};

// In columns.
constexpr qsizetype timeWidth = 12; ///< "00:00:00.000"
constexpr qsizetype peerWidth = 16;
constexpr qsizetype sizeWidth = 9; ///< "999.9 KiB"
constexpr qsizetype maxPreview = 80;
/// Of what is told in the line alone.
constexpr qsizetype maxLine = 2'000;

constexpr auto gap = "  "_L1;
// Before what stands beneath a line: no line begins like that, whatever a peer has sent.
constexpr QStringView noteMark = u"        · ";
constexpr QStringView payloadMark = u"        │ ";

/// What of a payload stands beneath its record's line.
struct Beneath
{
    QString text;
    qsizetype octets = 0; ///< of the payload that are told there, or in the line
};

bool isCut(const TrafficRecord &record)
{
    return record.size > quint64(record.payload.size());
}

bool isMessage(const TrafficRecord &record)
{
    return record.kind == TrafficKind::Text || record.kind == TrafficKind::Binary;
}

Beneath dumpOf(const TrafficRecord &record)
{
    const QByteArrayView octets =
        QByteArrayView(record.payload).first(std::min(record.payload.size(), TrafficReport::maxDumped));
    return {hexDump(octets), octets.size()};
}

/// The first line of a head stands in the record's.
Beneath headOf(const TrafficRecord &record, const QString &preview)
{
    QString text = textFromUtf8(record.payload);
    const qsizetype end = preview.endsWith(u'…') ? -1 : text.indexOf(u'\n');
    text = text.sliced(end + 1);
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return {text, record.payload.size()};
}

Beneath beneath(const TrafficRecord &record, const QString &preview)
{
    const bool cut = isCut(record);
    switch (record.kind) {
    case TrafficKind::Request:
    case TrafficKind::Response:
        return headOf(record, preview);
    case TrafficKind::Text: {
        const QByteArrayView kept = textOf(record);
        const QString text = textFromUtf8(kept);
        return {!cut && text == preview ? QString() : text, kept.size()};
    }
    case TrafficKind::Binary:
        if (!cut && preview == hexLine(record.payload, record.payload.size(), record.size))
            return {{}, record.payload.size()};
        return dumpOf(record);
    case TrafficKind::Failure:
        return dumpOf(record);
    default:
        return {{}, record.payload.size()};
    }
}

/// What the columns do not tell.
QStringList notesOf(const TrafficRecord &record, const QLocale &locale)
{
    QStringList notes;
    if (isMessage(record) && isCompressed(record))
        notes += recordSizeInWords(record, locale);
    if (record.fragments > 1)
        notes += Words::tr("%n fragment(s)", nullptr, int(record.fragments));
    if (record.isUnfinished)
        notes += unfinishedWord();
    if (record.kind == TrafficKind::Failure)
        notes += atFaultText(record);
    if (record.kind == TrafficKind::Ended && record.cause != 0)
        notes += neverOpenedText(record).why;
    notes.removeAll(QString());
    return notes;
}

/// What of the payload is not told; empty if nothing is left out.
QString leftOutText(const TrafficRecord &record, qsizetype told, const QLocale &locale)
{
    if (told < record.payload.size() && record.kind != TrafficKind::Text)
        return Words::tr("… and %1 more: an export as JSON Lines has all that the log kept.")
            .arg(sizeText(record.size - quint64(told), locale));
    if (isCut(record))
        return Words::tr("… and %1 more, which the log did not keep.")
            .arg(sizeText(record.size - quint64(told), locale));
    return {};
}

QString marked(QStringView mark, QString text)
{
    text.replace(u'\u2028', u'\n').replace(u'\u2029', u'\n');
    text.replace(u"\n"_s, u"\n"_s.append(mark));
    return text.prepend(mark) + u'\n';
}

} // namespace

TrafficReport::TrafficReport(quint64 lastNumber, const QLocale &locale)
    : m_locale(locale)
    , m_numberWidth(std::max(textWidth(countText(lastNumber, locale)), textWidth(Words::tr("No."))))
{
    for (int kind = 0; kind <= int(TrafficKind::Ended); ++kind)
        m_kindWidth = std::max(m_kindWidth, textWidth(trafficKindWord(TrafficKind(kind))));
}

QString TrafficReport::heading(qsizetype count, const QDateTime &exported, const QString &shown) const
{
    const QString zone = exported.toOffsetFromUtc(exported.offsetFromUtc()).timeZoneAbbreviation();
    const QString time = u"%1 %2 (%3)"_s.arg(m_locale.toString(exported.date(), QLocale::LongFormat),
                                             exported.toString(u"HH:mm:ss"_s), zone);
    QString text = Words::tr("Traffic log of Confab %1").arg(QCoreApplication::applicationVersion()) + u'\n';
    text += Words::tr("%Ln record(s), exported %1", nullptr, int(count)).arg(time) + u'\n';
    if (!shown.isEmpty())
        text += Words::tr("Shown: %1").arg(shown) + u'\n';
    return text + u'\n' +
           row(Words::tr("No."), Words::tr("Time"), Words::tr("Peer"), u" "_s, Words::tr("Kind"),
               Words::tr("Size"), Words::tr("Preview"));
}

QString TrafficReport::entry(const TrafficRecord &record)
{
    const QString preview = payloadPreview(record, isMessage(record) ? maxPreview : maxLine);
    QString text = dateLine(record.time);
    text += row(countText(record.number, m_locale), timeText(record.time), recordPeerText(record),
                directionSymbol(record.direction), trafficKindWord(record.kind),
                sizeText(record.size, m_locale), preview);
    for (const QString &note : notesOf(record, m_locale))
        text += marked(noteMark, note);
    const Beneath payload = beneath(record, preview);
    if (!payload.text.isEmpty())
        text += marked(payloadMark, withNamedControls(payload.text).text);
    const QString leftOut = leftOutText(record, payload.octets, m_locale);
    if (!leftOut.isEmpty())
        text += marked(noteMark, leftOut);
    return text;
}

QString TrafficReport::dateLine(qint64 time)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(time / 1000).date();
    if (date == m_date)
        return {};
    m_date = date;
    return u"\n— %1 —\n"_s.arg(m_locale.toString(date, QLocale::LongFormat));
}

QString TrafficReport::row(const QString &number, const QString &time, const QString &peer,
                           const QString &direction, const QString &kind, const QString &size,
                           const QString &preview) const
{
    QString line = rightAligned(number, m_numberWidth) + gap + leftAligned(time, timeWidth) + gap +
                   leftAligned(peer, peerWidth) + gap + direction + gap + leftAligned(kind, m_kindWidth) +
                   gap + rightAligned(size, sizeWidth);
    if (!preview.isEmpty())
        line += gap + preview;
    return line + u'\n';
}

} // namespace confab
