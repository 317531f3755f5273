#pragma once

#include "core/wire/closepayload.h"
#include "tests/core/wire/endpointdriver.h"

#include <QTest>

namespace confab::test {

/// The rows of a test for both.
inline void addRoles()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("server") << Role::Server;
    QTest::newRow("client") << Role::Client;
}

inline QByteArray closePayload(int code, const QString &reason = {})
{
    return encodeClosePayload({CloseCode(code), reason});
}

} // namespace confab::test
