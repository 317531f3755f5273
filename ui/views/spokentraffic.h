#pragma once

#include <QIdentityProxyModel>

namespace confab {

/// The rows of a TrafficModel for a list, whose lines are painted and would say nothing to a screen reader:
/// tells it each row in words.
class SpokenTraffic : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace confab
