#pragma once

#include "core/wire/frame.h"
#include "core/wire/utf8.h"
#include "core/wire/wireerror.h"

#include <QByteArray>

namespace confab {

/// One whole data message: Text (valid UTF-8) or Binary, put together from one or more frames (RFC 6455
/// §5.4).
struct Message
{
    Opcode type = Opcode::Text;
    QByteArray payload;
    quint32 fragments = 1; ///< how many frames carried it

    bool operator==(const Message &) const = default;
};

struct MessageLimits
{
    quint64 maxMessageSize = quint64(16) * 1024 * 1024;
    quint32 maxFragments = 1024 * 1024;
};

/// Puts data frames together into messages. Checks the rules between data frames (RFC 6455 §5.4), the limits,
/// and UTF-8 octet by octet as it arrives (§8.1). Control frames are not its business.
class MessageAssembler
{
public:
    explicit MessageAssembler(MessageLimits limits = {});

    /// Takes one part of a data frame. With None and isComplete(), takeMessage() must be called before the
    /// next part.
    WireError add(const FramePart &part);
    bool isComplete() const { return m_complete; }
    Message takeMessage();

private:
    WireError begin(const FrameHeader &header);
    void makeRoom(const FramePart &part);

    MessageLimits m_limits;
    bool m_inMessage = false;
    bool m_complete = false;
    quint64 m_declaredSize = 0; ///< of the message with the current frame, as the headers said so far
    Message m_message;
    Utf8Validator m_utf8;
};

} // namespace confab
