#pragma once

#include "core/wire/deflater.h"

#include <optional>

namespace confab {

/// Below this many octets a message is sent as it is: compressing it saves next to nothing.
inline constexpr qsizetype minDeflatedMessageSize = 128;

/// And above this many: a local network takes it as it is faster than a processor compresses it.
inline constexpr qsizetype maxDeflatedMessageSize = qsizetype(1024) * 1024;

/// Compresses the messages that one side of a connection sends, if they are neither too small nor too large
/// and become smaller. With context takeover it keeps a stream of its own from the first such message on;
/// without, the thread's streams serve.
class MessageDeflater
{
public:
    /// @param windowBits 8 to 15. @param contextTakeover whether a message may refer to the ones before it
    /// (RFC 7692 §7.1.1).
    MessageDeflater(int windowBits, bool contextTakeover);

    /// The payload to send with RSV1 set (RFC 7692 §7.2.1), which must then be sent; nothing: send the
    /// message as it is.
    std::optional<QByteArray> compress(QByteArrayView message);

private:
    int m_windowBits;
    bool m_contextTakeover;
    std::optional<Deflater> m_deflater;
};

} // namespace confab
