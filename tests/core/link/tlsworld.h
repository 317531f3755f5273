#pragma once

#include "core/link/tlstransport.h"
#include "faketransport.h"
#include "tlspeer.h"
#include "transportspy.h"

#include <algorithm>
#include <vector>

namespace confab {

/// A TlsTransport between a peer and a system that are both the test's.
struct TlsWorld
{
    explicit TlsWorld(const TlsContext &context, int version = TLS1_3_VERSION)
        : peer(version)
        , outer(new FakeTransport)
        , transport(std::make_unique<TlsTransport>(std::unique_ptr<Transport>(outer), context))
    {
        transport->setListener(&spy);
        spy.onReadable = [this] {
            if (!isOpen && transport->shakeHands() == TlsHandshake::Done)
                isOpen = true;
        };
    }
    ~TlsWorld() { transport.reset(); }

    /// The peer's octets arrive so many at a time.
    void deliver(const QByteArray &octets, qsizetype step)
    {
        for (qsizetype i = 0; i < octets.size(); i += step)
            outer->deliver(octets.sliced(i, std::min(step, octets.size() - i)));
    }
    bool open(qsizetype step = 100'000)
    {
        peer.shakeHands();
        for (int i = 0; i < 5 && !isOpen; ++i) {
            deliver(peer.take(), step);
            peer.shakeHands(outer->takeWritten());
        }
        spy.onReadable = [] {};
        return isOpen;
    }
    qint64 write(const std::vector<QByteArrayView> &pieces) { return transport->write(pieces); }
    QByteArray readAll(std::size_t size = 4096)
    {
        QByteArray octets;
        std::vector<char> buffer(size);
        while (const qint64 count = transport->read(buffer))
            octets.append(buffer.data(), qsizetype(count));
        return octets;
    }

    TlsPeer peer;
    TransportSpy spy;
    FakeTransport *outer;
    std::unique_ptr<TlsTransport> transport;
    bool isOpen = false;
};

} // namespace confab
