#pragma once

#include <QByteArray>

class QModelIndex;

namespace confab {

class TrafficModel;

/// The Origin that this server refused with 403 in the record of that row; empty if the row is no such
/// refusal. Looks for its request a bounded number of rows back.
QByteArray refusedOrigin(const TrafficModel &model, int row);
/// The same of an index of a TrafficModel, or of a proxy over one.
QByteArray refusedOrigin(const QModelIndex &index);

} // namespace confab
