#pragma once

#include "core/wire/frame.h"
#include "core/wire/inflater.h"
#include "core/wire/utf8.h"
#include "core/wire/wireerror.h"

#include <QByteArray>

#include <optional>

namespace confab {

/// One whole data message: Text (valid UTF-8) or Binary, put together from one or more frames (RFC 6455
/// §5.4).
struct Message
{
    Opcode type = Opcode::Text;
    QByteArray payload;
    quint32 fragments = 1; ///< how many frames carried it
    quint64 wireSize = 0;  ///< octets of payload in these frames; not payload's size if it was compressed

    bool operator==(const Message &) const = default;
};

/// A whole data message that is looked at, not kept: its payload lies in memory that will be used again.
struct MessageView
{
    Opcode type = Opcode::Text;
    QByteArrayView payload;
    quint32 fragments = 1;
    quint64 wireSize = 0;
    const QByteArray *shared = nullptr; ///< has the payload, if something does that can be kept as it is
    QByteArrayView frameHeaders = {};   ///< as EndpointEvent::frameHeaders

    static MessageView of(const Message &message, QByteArrayView frameHeaders = {})
    {
        return {message.type,     message.payload,  message.fragments,
                message.wireSize, &message.payload, frameHeaders};
    }

    /// To keep: copies the payload, unless it can be shared.
    Message toMessage() const
    {
        return {type, shared ? *shared : payload.toByteArray(), fragments, wireSize};
    }
};

/// What has come of a message of which nothing more is taken.
struct PartialMessage
{
    /// How much of its payload is kept, in octets.
    static constexpr qsizetype maxKeptPayload = 1024;

    Message message;         ///< the beginning of its payload; how many frames had begun
    quint64 size = 0;        ///< octets of payload that had come, inflated
    QByteArray frameHeaders; ///< as EndpointEvent::frameHeaders
};

struct MessageLimits
{
    quint64 maxMessageSize = quint64(16) * 1024 * 1024;
    quint32 maxFragments = 1024 * 1024;
};

/// Puts data frames together into messages. Checks the rules between data frames (RFC 6455 §5.4), the limits,
/// and UTF-8 octet by octet as it arrives (§8.1). Inflates messages whose first frame has RSV1 set, as they
/// arrive (RFC 7692 §7.2.2). Control frames are not its business.
class MessageAssembler
{
public:
    /// How much textAtFault() tells at most, in octets.
    static constexpr qsizetype maxTextAtFault = 1024;

    /// @param contextTakeover whether a compressed message may refer to the ones before it (RFC 7692 §7.1.1).
    explicit MessageAssembler(MessageLimits limits = {}, bool contextTakeover = false);

    /// Whether a data frame of this opcode may be the next (RFC 6455 §5.4).
    WireError checkOrder(Opcode opcode) const;

    /// Whether a message of this many octets that is there whole may pass by the side of this.
    bool admitsWhole(quint64 size) const
    {
        return !m_inMessage && size <= m_limits.maxMessageSize && m_limits.maxFragments > 0;
    }

    /// Takes one part of a data frame. With None and isComplete(), takeMessage() must be called before the
    /// next part.
    WireError add(const FramePart &part);
    bool isComplete() const { return m_complete; }
    /// After TextNotUtf8: the end of the text, inflated, up to the octet at fault or, if it ends within a
    /// character, to its last one. Valid as long as this is.
    QByteArrayView textAtFault() const;
    Message takeMessage();

    /// What the message takes in memory that has begun and is not complete, in octets.
    qint64 unfinishedSize() const { return m_message.payload.capacity(); }
    /// Whether such a message has begun, and what has come of it; the headers of its frames are for who has
    /// seen them.
    bool isWithinMessage() const { return m_inMessage; }
    PartialMessage unfinished() const;
    /// Nothing comes any more: forgets the message, and what compressed ones may refer to.
    void clear();

private:
    WireError begin(const FrameHeader &header);
    WireError inflate(QByteArrayView octets);
    WireError endInflating();
    WireError append(QByteArrayView octets);
    void makeRoom(quint64 needed);

    MessageLimits m_limits;
    bool m_contextTakeover;
    bool m_inMessage = false;
    bool m_complete = false;
    bool m_compressed = false;          ///< the message is
    quint64 m_declaredSize = 0;         ///< of the message with the current frame, as the headers said so far
    quint64 m_mostSize = 0;             ///< of the message, as far as is known
    std::optional<Inflater> m_inflater; ///< from the first compressed message on, or of the present one
    Message m_message;
    Utf8Validator m_utf8;
};

} // namespace confab
