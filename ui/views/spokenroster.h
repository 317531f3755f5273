#pragma once

#include "ui/models/rostermodel.h"

namespace confab {

/// A RosterModel for a list whose lines are painted and would say nothing but the name to a screen reader:
/// tells it each member in words.
class SpokenRoster : public RosterModel
{
    Q_OBJECT
public:
    using RosterModel::RosterModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace confab
