#include "ui/views/copyrecords.h"

#include "ui/models/trafficmodel.h"
#include "ui/views/trafficwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

#include <algorithm>

namespace confab {

void copySelectedRecords(const QItemSelectionModel &selection)
{
    // A list selects one column of each row, a table all of them.
    QModelIndexList rows = selection.selectedIndexes();
    rows.removeIf([](const QModelIndex &index) { return index.column() != 0; });
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows))
        lines += recordAsText(index.data(TrafficModel::RecordRole).value<TrafficRecord>());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace confab
