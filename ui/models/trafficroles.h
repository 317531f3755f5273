#pragma once

#include <qnamespace.h>

namespace confab {

/// What TrafficModel tells of a row beside Qt's own roles; the same for each column.
enum TrafficRole {
    RecordRole = Qt::UserRole, ///< TrafficRecord
    RecordNumberRole,          ///< qulonglong
    RecordTimeRole,            ///< qlonglong: microseconds since 1970-01-01T00:00Z
    RecordSourceRole,          ///< int(TrafficSource)
    RecordConnectionRole,      ///< qulonglong: 0 of a broadcast
    RecordDirectionRole,       ///< int(Direction)
    RecordKindRole,            ///< int(TrafficKind)
    RecordWireSizeRole,        ///< qulonglong: octets that the payload took on the wire
};

} // namespace confab
