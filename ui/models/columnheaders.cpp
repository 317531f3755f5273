#include "ui/models/columnheaders.h"

namespace confab {

QVariant ColumnHeaders::value(int column, int role) const
{
    return m_values.value({column, role == Qt::EditRole ? Qt::DisplayRole : role});
}

bool ColumnHeaders::set(int column, int role, const QVariant &value)
{
    QVariant &stored = m_values[{column, role == Qt::EditRole ? Qt::DisplayRole : role}];
    if (stored == value)
        return false;
    stored = value;
    return true;
}

} // namespace confab
