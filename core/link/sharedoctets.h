#pragma once

#include <QByteArrayView>

#include <memory>

namespace confab {

/// Octets that many connections of this thread are about to get. They are put into a file in memory, when the
/// first of them asks, and each one's queue in the system then refers to its pages (sendfile(2)) instead of
/// having a copy. Only on Linux; elsewhere, and where the system refuses, everything is sent as ever.
class SharedOctets
{
public:
    /// With fewer octets or receivers, referring costs more than copying.
    static constexpr qsizetype minSize = 8 * 1024;
    static constexpr qsizetype minReceivers = 32;

    /// @param octets outlive this. @return null if they are too few, or too few get them.
    static std::unique_ptr<SharedOctets> forMany(QByteArrayView octets, qsizetype receivers);
    ~SharedOctets();
    Q_DISABLE_COPY_MOVE(SharedOctets)

    /// Those of this thread that are this very memory; null if there are none, which is the rule.
    static SharedOctets *of(QByteArrayView octets);

    /// Sends all from the first one on. @param socketDescriptor of a non-blocking socket.
    /// @return how many octets the system took, 0 if it takes none now; negative if it cannot be done like
    /// this, or the connection is lost.
    qint64 send(int socketDescriptor);

private:
    explicit SharedOctets(QByteArrayView octets);
    bool store();

    const QByteArrayView m_octets;
    SharedOctets *m_next = nullptr; ///< of this thread's
    qint64 m_offset = -1;           ///< in the file; negative until it is there
    bool m_refused = false;         ///< the system would not have it
};

} // namespace confab
