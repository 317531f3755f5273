#include "ui/views/spokentraffic.h"

#include "ui/models/trafficmodel.h"
#include "ui/views/trafficwords.h"

namespace confab {

QVariant SpokenTraffic::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.isValid())
        return recordInWords(index.data(TrafficModel::RecordRole).value<TrafficRecord>());
    return QIdentityProxyModel::data(index, role);
}

} // namespace confab
