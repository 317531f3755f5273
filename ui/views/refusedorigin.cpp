#include "ui/views/refusedorigin.h"

#include "core/wire/httphead.h"
#include "ui/models/trafficmodel.h"

#include <QAbstractProxyModel>

namespace confab {

namespace {

constexpr int forbidden = 403;
constexpr int maxRowsBack = 500;

} // namespace

QByteArray refusedOrigin(const TrafficModel &model, int row)
{
    const TrafficRecord response = model.record(row);
    if (response.kind != TrafficKind::Response || response.status != forbidden ||
        response.source != TrafficSource::Server || response.connection == 0)
        return {};
    ResponseHead answer;
    const qsizetype length = headLength(response.payload);
    if (parseResponseHead(QByteArrayView(response.payload).first(length), answer) != HttpError::None ||
        !answer.headers.listContains("Vary", "Origin")) // refused for something else
        return {};
    for (int back = row - 1; back >= qMax(0, row - maxRowsBack); --back) {
        const TrafficRecord record = model.record(back);
        if (record.connection != response.connection || record.kind != TrafficKind::Request)
            continue;
        RequestHead request;
        if (parseRequestHead(record.payload, request) != HttpError::None)
            return {};
        return request.headers.value("Origin");
    }
    return {};
}

QByteArray refusedOrigin(const QModelIndex &index)
{
    QModelIndex source = index;
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(source.model()))
        source = proxy->mapToSource(source);
    const auto *model = qobject_cast<const TrafficModel *>(source.model());
    return model ? refusedOrigin(*model, source.row()) : QByteArray();
}

} // namespace confab
