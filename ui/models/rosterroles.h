#pragma once

#include <qnamespace.h>

namespace confab {

/// What RosterModel tells of a row beside Qt's own roles; the same for each column unless it says otherwise.
enum RosterRole {
    MemberIdRole = Qt::UserRole, ///< qulonglong
    MemberInfoRole,              ///< MemberInfo
    ReadyStateRole,              ///< int(ReadyState)
    StructuredRole,              ///< bool: speaks confab.v1
    PortRole,                    ///< int: the peer's
    OriginRole,                  ///< QString
    UserAgentRole,               ///< QString
    ClosedAtRole,                ///< qlonglong: milliseconds since 1970-01-01T00:00Z; 0 while not CLOSED
    CloseCodeRole,               ///< int; meaningful once CLOSED
    CloseReasonRole,             ///< QString
    RawValueRole,                ///< the column's value as a QString or a number, never invalid: for sorting
};

} // namespace confab
