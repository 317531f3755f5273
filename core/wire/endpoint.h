#pragma once

#include "core/wire/bound.h"
#include "core/wire/deflateparameters.h"
#include "core/wire/framedecoder.h"
#include "core/wire/masking.h"
#include "core/wire/messageassembler.h"
#include "core/wire/messagedeflater.h"
#include "core/wire/readystate.h"
#include "core/wire/role.h"

#include <array>
#include <memory>
#include <vector>

namespace confab {

struct EndpointLimits
{
    quint64 maxFrameSize = quint64(16) * 1024 * 1024;
    MessageLimits message;
};

/// Something that a peer's octets amounted to.
struct EndpointEvent
{
    enum class Kind {
        Message, ///< a data message: opcode, payload, fragments, wireSize; in CLOSING too, until the peer's
                 ///< Close
        Ping,    ///< payload; the Pong is already in the output, unless our Close was sent (RFC 6455 §5.5.2)
        Pong,    ///< payload (RFC 6455 §5.5.3)
        Close,   ///< the peer's Close: closeStatus (RFC 6455 §5.5.1)
        Failure, ///< the peer broke a rule: error; payload: what shows it, as below; a Close that says so
                 ///< is already in the output (RFC 6455 §7.1.7)
    };
    Kind kind = Kind::Message;
    Opcode opcode = Opcode::Text;
    /// Of a Failure the octets that show it: of a Close that broke a rule, its payload; of a text that is not
    /// UTF-8, MessageAssembler::textAtFault(); else of the frame's header.
    QByteArray payload;
    quint32 fragments = 1;
    quint64 wireSize = 0; ///< as Message::wireSize
    /// Of a Message, Ping, Pong or Close: the headers of its frames as they came, of the first ones if they
    /// are very many: at most Endpoint::maxKeptHeaders octets.
    QByteArray frameHeaders;
    CloseStatus closeStatus;
    WireError error = WireError::None;
};

/// How a connection ended.
struct CloseOutcome
{
    /// What RFC 6455 §7.1.5 calls the WebSocket connection close code: the one in the peer's Close,
    /// NoStatusReceived if that was empty, AbnormalClosure if there was none.
    CloseStatus status{CloseCode::AbnormalClosure, {}};
    bool wasClean = false;             ///< a Close was sent and one received (RFC 6455 §7.1.4)
    std::optional<CloseStatus> sent;   ///< our Close, if one was sent
    WireError error = WireError::None; ///< the rule the peer broke, if that ended it
    Bound bound = Bound::None;         ///< the bound it exceeded, if that ended it; for the Link to say
    /// Of a data message that had begun to come, when nothing more was taken; null if there was none.
    std::shared_ptr<const PartialMessage> unfinished = {};

    bool operator==(const CloseOutcome &) const = default;
};

/// One end of a WebSocket connection as a pure machine: octets in, events and octets out. The one owner of
/// the ready state; does the closing handshake (RFC 6455 §7) but for its clock, which is the Link's. No
/// socket, no timer.
class Endpoint
{
public:
    /// How much is kept of the headers of a message's frames, in octets.
    static constexpr qsizetype maxKeptHeaders = 1024;

    explicit Endpoint(Role role, EndpointLimits limits = {}, MaskingKeySource maskingKeys = secureMaskingKey);

    Role role() const { return m_role; }
    ReadyState readyState() const { return m_readyState; }

    /// The opening handshake succeeded: CONNECTING → OPEN (RFC 6455 §4.1, §4.2.2).
    /// @param deflate what was agreed on for permessage-deflate, if it was (RFC 7692 §5).
    void open(const std::optional<DeflateParameters> &deflate = {});

    /// Takes octets from the peer, which are unmasked in place, and appends what they amount to to events.
    /// Replies (Pong, Close) go to the output. After a failure or the peer's Close, further octets are
    /// dropped (RFC 6455 §1.4, §5.5.1).
    void receive(std::span<char> octets, std::vector<EndpointEvent> &events);
    /// Takes one message from the front of octets, if that begins with an unfragmented and uncompressed one
    /// that breaks no rule and has arrived whole. False if not, and nothing is changed: what else there is,
    /// receiveNext() takes. The message is a view of octets, which are unmasked in place.
    bool receiveWhole(std::span<char> &octets, MessageView &message);
    /// As receive(), but stops behind the first event, so that what the caller sends in answer to it goes out
    /// before the replies to what follows. @return the octets left over, empty if there are none.
    std::span<char> receiveNext(std::span<char> octets, std::vector<EndpointEvent> &events);

    /// Whether a frame of the peer's has begun to arrive and has not come to its end.
    bool isWithinFrame() const { return m_decoder.isWithinFrame(); }

    /// The transport ended, however it did: → CLOSED (RFC 6455 §7.1.4).
    void transportEnded();

    /// Whether data and control frames other than Close may still be sent: OPEN and no Close sent (RFC 6455
    /// §5.5.1).
    bool maySend() const { return m_readyState == ReadyState::Open; }

    /// One whole frame for the wire, masked if this is a client; empty if maySend() is false. A whole data
    /// message is compressed if that was agreed on and pays (RFC 7692 §6.1), fragments are not. The text must
    /// be UTF-8, a control payload at most maxControlPayloadSize octets (longer ones are cut), and a control
    /// frame is always final. Not for Close frames, which close() sends: empty for those.
    QByteArray encode(Opcode opcode, QByteArrayView payload, bool fin = true);
    /// As encode(), but behind what is in frames already. @return how many octets the payload takes in its
    /// frame; nothing, and nothing is appended, where encode() is empty.
    std::optional<quint64> encodeTo(QByteArray &frames, Opcode opcode, QByteArrayView payload,
                                    bool fin = true);

    /// What encodeTo() would put before the payload of a whole data message, where it would leave that as it
    /// is: neither masked nor compressed. Then the payload need not be copied. Empty where it would not, or
    /// encode() is empty.
    QByteArray headerBefore(Opcode opcode, quint64 payloadSize) const;
    /// As encodeTo(), for a whole data message that is not to be compressed.
    std::optional<quint64> encodeUncompressedTo(QByteArray &frames, Opcode opcode, QByteArrayView payload);
    /// permessage-deflate was agreed on: what arrives may become very much more.
    bool inflates() const { return m_deflater.has_value(); }

    /// Starts the closing handshake: puts a Close into the output and moves to CLOSING (RFC 6455 §7.1.2).
    /// A code that may not appear on the wire is sent as an empty Close. False if a Close was sent already,
    /// or not OPEN.
    bool close(const CloseStatus &status);

    /// What the message takes in memory that has begun to arrive and has not ended, in octets.
    qint64 unfinishedSize() const { return m_assembler.unfinishedSize(); }
    /// Forgets that message, and takes nothing more from the peer: with this Close if none was sent, and the
    /// transport is to be ended as after a failure (RFC 6455 §7.1.7).
    void giveUp(const CloseStatus &status);

    /// What must be sent to the peer now (Pong and Close frames), in order; empties it.
    QByteArray takeOutput();

    /// Whether our part is done once the output is written: a server closes the transport then; a client
    /// waits for the server to (RFC 6455 §7.1.1), unless it failed the connection.
    bool shouldEndTransport() const;

    /// Whether the closing handshake is under way, so that the Link's time-out should run.
    bool isClosing() const { return m_readyState == ReadyState::Closing; }

    /// Of a client: the header of the frame that was encoded last, with its masking key (RFC 6455 §5.3). A
    /// server's says nothing that its frame's opcode and size do not.
    QByteArrayView lastSentHeader() const
    {
        return QByteArrayView(m_lastSentHeader.data(), m_lastSentHeaderSize);
    }

    /// How it ended; meaningful once CLOSED.
    const CloseOutcome &outcome() const { return m_outcome; }

private:
    void setReadyState(ReadyState readyState);
    bool listens() const;
    void stopListening();
    void takeControlPart(const FramePart &part, std::vector<EndpointEvent> &events);
    void takeDataPart(const FramePart &part, std::vector<EndpointEvent> &events);
    void takeClose(QByteArray payload, std::vector<EndpointEvent> &events);
    WireError decoderError() const;
    void fail(WireError error, QByteArrayView atFault, std::vector<EndpointEvent> &events);
    void sendClose(const CloseStatus &status);
    quint64 appendFrame(QByteArray &frames, FrameHeader header, QByteArrayView payload);

    ReadyState m_readyState = ReadyState::Connecting;
    Role m_role;
    EndpointLimits m_limits;
    CloseOutcome m_outcome;
    bool m_closeReceived = false;
    bool m_stoppedListening = false; ///< for good: after the peer's Close, a failure or giveUp()
    MaskingKeySource m_maskingKeys;
    FrameDecoder m_decoder;
    MessageAssembler m_assembler;
    std::optional<MessageDeflater> m_deflater; ///< if permessage-deflate was agreed on
    QByteArray m_frameHeaders;                 ///< of the message that is arriving
    QByteArray m_controlPayload;               ///< of the control frame that is arriving
    std::array<char, maxFrameHeaderSize> m_lastSentHeader{};
    quint8 m_lastSentHeaderSize = 0;
    QByteArray m_output;
};

} // namespace confab
