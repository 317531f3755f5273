#include "ui/views/trafficwords.h"

#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/text/tooltiptext.h"
#include "ui/text/traffictext.h"
#include "ui/text/wiresizetext.h"
#include "ui/views/theme.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace confab {

QString recordCellText(const TrafficRecord &record, TrafficModel::Column column)
{
    switch (column) {
    case TrafficModel::Number:
        return countText(record.number);
    case TrafficModel::Time:
        return timeText(record.time);
    case TrafficModel::Peer:
        return recordPeerText(record);
    case TrafficModel::Direction:
        return directionSymbol(record.direction);
    case TrafficModel::Kind:
        return trafficKindWord(record.kind);
    case TrafficModel::Size:
        return sizeText(record.size);
    case TrafficModel::Preview:
        return recordPreview(record);
    }
    Q_UNREACHABLE();
}

QString recordToolTip(const TrafficRecord &record)
{
    QStringList lines;
    lines += dateTimeText(record.time);
    lines += trafficKindWord(record.kind) + u" · "_s + directionWord(record.direction) + u" · "_s +
             recordSizeInWords(record);
    const QString peer = recordPeerText(record);
    if (!peer.isEmpty())
        lines += peer;
    const QString preview = recordPreview(record, 400);
    if (!preview.isEmpty())
        lines += preview;
    return plainToolTip(lines.join(u'\n'));
}

QString recordAsText(const TrafficRecord &record)
{
    return QStringList{QString::number(record.number),   timeText(record.time),
                       recordPeerText(record),           directionSymbol(record.direction),
                       trafficKindWord(record.kind),     QString::number(record.size),
                       QString::number(record.wireSize), recordPreview(record, TrafficRecord::maxKeptPayload)}
        .join(u'\t');
}

QString recordInWords(const TrafficRecord &record)
{
    QStringList parts{directionWord(record.direction), trafficKindWord(record.kind)};
    const QString preview = recordPreview(record);
    if (!preview.isEmpty())
        parts += preview;
    parts += {recordSizeInWords(record), timeText(record.time)};
    return parts.join(u", "_s);
}

bool isTrouble(const TrafficRecord &record)
{
    switch (record.kind) {
    case TrafficKind::TlsFailure:
    case TrafficKind::Failure:
        return true;
    case TrafficKind::Response:
        return record.status >= 400;
    case TrafficKind::Ended:
        return record.close.code == CloseCode::AbnormalClosure;
    default:
        return false;
    }
}

QColor directionColor(Direction direction, const QPalette &palette)
{
    return direction == Direction::Sent ? palette.color(QPalette::Link)
                                        : stateColor(ReadyState::Open, palette);
}

} // namespace confab
