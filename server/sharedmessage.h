#pragma once

#include "core/wire/opcode.h"

#include <QByteArray>

#include <map>
#include <optional>

namespace confab {

/// One message that many members get: encoded once as it is, and compressed once for each window, when
/// somebody first needs it. All who need the same get the same octets.
class SharedMessage
{
public:
    SharedMessage(Opcode type, QByteArray payload);

    Opcode type() const { return m_type; }
    const QByteArray &payload() const { return m_payload; }
    /// The whole frame. @param deflateBits the window of a member that takes compressed frames (RFC 7692
    /// §7.1.2), which do not refer to other messages; nothing for one that does not.
    const QByteArray &frameFor(std::optional<int> deflateBits);

private:
    const QByteArray &plainFrame();

    Opcode m_type;
    QByteArray m_payload;
    QByteArray m_plainFrame;
    std::map<int, QByteArray>
        m_compressedFrames; ///< by window; the plain frame where compressing does not pay
};

} // namespace confab
