#pragma once

#include "core/link/epolldispatcher.h"
#include "core/link/pooled.h"
#include "core/link/transport.h"

#include <optional>

namespace confab {

class SharedOctets;

/// A Transport straight over a TCP socket's descriptor, for threads that have an EpollDispatcher. What is
/// written goes to the system in one call and is never kept here; what arrives is read once for each time
/// that the system announces it.
class DescriptorTransport final : public Transport,
                                  public Pooled<DescriptorTransport>,
                                  private DescriptorHandler
{
public:
    /// @param descriptor of a connected stream socket; closed in the end. @param dispatcher of this thread,
    /// outlives the transport.
    DescriptorTransport(int descriptor, EpollDispatcher &dispatcher);
    ~DescriptorTransport() override;

    void setListener(TransportListener *listener) override;
    qint64 read(std::span<char> buffer) override;
    void lookAgain() override { m_drained = false; }
    qint64 write(std::span<const QByteArrayView> pieces) override;
    void sendAhead(QByteArrayView piece, SendRing &ring) override;
    qint64 pendingSize() const override { return 0; }
    TcpProgress progress() const override;
    void endWriting() override;
    void abort() override;
    std::shared_ptr<PassingConnection> takeConnection() override;

private:
    static constexpr qint32 notSent = -1;

    void descriptorReady(quint32 events) override;
    bool hasNoReader() const;
    qint64 send(std::span<const QByteArrayView> pieces);
    qint64 sendShared(SharedOctets &shared);
    template <typename Call>
    bool tell(Call call);
    void lookForEnd();
    void end(TransportEnd how);
    void release();

    EpollDispatcher &m_dispatcher;
    TransportListener *m_listener = nullptr;
    bool *m_destroyed = nullptr; ///< set when this is destroyed, while the listener is being called
    int m_descriptor;
    qint32 m_sentAhead = notSent;      ///< octets of what write() will offer next
    std::optional<TransportEnd> m_end; ///< what transportEnded() will say
    bool m_endAnnounced = false;
    bool m_drained = false;       ///< nothing to read until the system announces it
    bool m_peerEnds = false;      ///< the system announced an end: read on until it comes
    bool m_refusedOctets = false; ///< transportWritable() is owed
    bool m_writingEnded = false;  ///< what is written from now on is dropped
    bool m_nonBlocking = false;   ///< known to be, which only sending by reference asks for
    bool m_lost = false;          ///< noticed while writing
};

} // namespace confab
