#pragma once

#include <QByteArrayView>

#include <memory>

struct io_uring;

namespace confab {

/// Sends to many sockets in one call of the system (io_uring(7)), which costs less than a call for each. The
/// sends are done, each without waiting, when submit() returns. Lives on one thread. Only on Linux.
class SendRing
{
public:
    /// How many sends go with one call.
    static constexpr std::size_t capacity = 256;
    /// With fewer, a call for each costs less.
    static constexpr qsizetype minSends = 3;

    /// @return null where the system has nothing of the kind, or does not let this process have it.
    static std::unique_ptr<SendRing> make();
    ~SendRing();
    Q_DISABLE_COPY_MOVE(SendRing)

    /// One send more for submit(). What there is no room for is not sent.
    /// @param sent is set then to how many octets the system took, 0 if it takes none now. It is left alone
    /// if the send failed: a call of its own tells why. @param octets like sent, outlive submit().
    void add(int socketDescriptor, QByteArrayView octets, qint32 &sent);
    void submit();
    /// False once the system refused: from then on nothing is sent.
    bool isOpen() const { return m_ring != nullptr; }

private:
    explicit SendRing(std::unique_ptr<io_uring> ring);
    void takeResults();
    void giveUp();

    std::unique_ptr<io_uring> m_ring; ///< null once the system refused
    unsigned m_underWay = 0;          ///< added, and not known to be done
};

} // namespace confab
