#pragma once

#include "core/traffic/trafficrecord.h"
#include "ui/models/trafficmodel.h"

#include <QColor>
#include <QPalette>

namespace confab {

/// What the views of the traffic log say and how they colour it, in one place; the words themselves are those
/// of ui/text.

/// What stands in a cell of the log.
QString recordCellText(const TrafficRecord &record, TrafficModel::Column column);
/// Everything of a record that its row has no room for: the date, who, how many, the whole preview.
QString recordToolTip(const TrafficRecord &record);
/// A row as text for the clipboard: number, time, peer, direction, kind, size, size on the wire and preview,
/// separated by tabs.
QString recordAsText(const TrafficRecord &record);
/// A row as a screen reader tells it.
QString recordInWords(const TrafficRecord &record);
/// Whether it tells of something that went wrong: a refusal, a broken rule, a connection that was lost.
bool isTrouble(const TrafficRecord &record);
QColor directionColor(Direction direction, const QPalette &palette);

} // namespace confab
