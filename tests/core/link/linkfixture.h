#pragma once

#include "core/link/linkloop.h"
#include "faketransport.h"
#include "linkspy.h"

namespace confab {

/// A Link on a FakeTransport, with a diary of everything it tells.
struct LinkFixture
{
    explicit LinkFixture(Role role, const LinkPolicy &policy = {})
    {
        auto owned = std::make_unique<FakeTransport>();
        transport = owned.get();
        link = std::make_unique<Link>(std::move(owned), role, policy, loop, spy);
    }

    const CloseOutcome &outcome() const { return spy.outcomes.constFirst(); }

    LinkLoop loop;
    LinkSpy spy;
    FakeTransport *transport = nullptr; ///< the link's
    std::unique_ptr<Link> link;
    QStringList &diary = spy.diary;
};

/// A client's frame, with a masking key of zeroes, which leaves the payload as it is (RFC 6455 §5.3).
inline QByteArray masked(char firstOctet, const QByteArray &payload)
{
    return QByteArray(1, firstOctet) + char(0x80 | payload.size()) + QByteArray(4, '\0') + payload;
}

/// A server's frame (RFC 6455 §5.2).
inline QByteArray unmasked(char firstOctet, const QByteArray &payload)
{
    return QByteArray(1, firstOctet) + char(payload.size()) + payload;
}

} // namespace confab
