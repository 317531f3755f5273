#pragma once

#include <QHash>
#include <QVariant>

namespace confab {

/// The header of a table model's columns: a model has no words of its own, so a view sets them through
/// setHeaderData() each time the language changes. Until then a column has none.
class ColumnHeaders
{
public:
    QVariant value(int column, int role) const;
    /// Qt::EditRole sets what Qt::DisplayRole gives. @return whether it changed.
    bool set(int column, int role, const QVariant &value);

private:
    QHash<std::pair<int, int>, QVariant> m_values;
};

} // namespace confab
