#include "server/sharedmessage.h"

#include "core/wire/frameencoder.h"
#include "core/wire/messagedeflater.h"

#include <utility>

namespace confab {

SharedMessage::SharedMessage(Opcode type, QByteArray payload)
    : m_type(type)
    , m_payload(std::move(payload))
{}

const QByteArray &SharedMessage::frameFor(std::optional<int> deflateBits)
{
    if (!deflateBits)
        return plainFrame();
    const auto found = m_compressedFrames.find(*deflateBits);
    if (found != m_compressedFrames.end())
        return found->second;
    const std::optional<QByteArray> compressed = MessageDeflater(*deflateBits, false).compress(m_payload);
    QByteArray frame;
    if (compressed)
        frame = encodeRawFrame({.rsv1 = true, .opcode = m_type, .payloadLength = quint64(compressed->size())},
                               *compressed);
    else
        frame = plainFrame();
    return m_compressedFrames.emplace(*deflateBits, std::move(frame)).first->second;
}

const QByteArray &SharedMessage::plainFrame()
{
    if (m_plainFrame.isEmpty())
        m_plainFrame = encodeFrame(m_type, m_payload);
    return m_plainFrame;
}

} // namespace confab
