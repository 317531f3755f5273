#pragma once

#include "core/wire/frame.h"
#include "core/wire/role.h"
#include "core/wire/wireerror.h"

#include <QByteArrayView>

#include <array>

namespace confab {

/// Takes the octets a peer sent, however they are split, and gives back parts of frames, unmasked in place.
/// Checks every rule that one frame header can break (RFC 6455 §5.1, §5.2, §5.5); rules between frames are
/// the MessageAssembler's. Holds no payload.
class FrameDecoder
{
public:
    enum class Status { NeedMore, Part, Failed };

    /// @param role the role of the endpoint that reads: a Server expects masked frames.
    /// @param maxFrameSize the largest payload of a data frame, in octets.
    /// @param allowReserved1 whether an extension gives RSV1 a meaning on the first frame of a data message,
    /// as permessage-deflate does (RFC 7692 §6).
    FrameDecoder(Role role, quint64 maxFrameSize, bool allowReserved1 = false);

    /// Consumes octets from the front of input until one part is complete. NeedMore: all of input was
    /// consumed and there is nothing to report. A part is complete with its header, even if no payload has
    /// arrived yet, and then with each stretch of payload. Failed: see error(); the decoder stays failed.
    /// Each rule is checked at the first octet that breaks it, so that the outcome does not depend on how the
    /// octets were split.
    Status next(std::span<char> &input, FramePart &part);
    /// The frame at the front of input, if it is that of an unfragmented, uncompressed data message, breaks
    /// no rule, and lies there whole. For a shorter way past next(), which has the word on everything else:
    /// nothing is consumed; who takes the frame goes on behind its payload.
    std::optional<WholeFrame> peekWhole(std::span<char> input) const;
    /// Whether a frame has begun and not come to its end.
    bool isWithinFrame() const { return m_headerTaken != 0; }
    WireError error() const { return m_error; }
    /// The header of the present frame, as far as it has come.
    const FrameHeader &header() const { return m_header; }
    /// The same as it came: once failed, up to the octet at fault. Valid until next().
    QByteArrayView headerOctets() const { return QByteArrayView(m_headerOctets.data(), m_headerOctetCount); }

private:
    WireError takeHeaderOctet(quint8 octet);
    WireError takeFirstOctet(quint8 octet);
    WireError takeSecondOctet(quint8 octet);
    WireError takeLengthOctet(quint8 octet);
    WireError checkFrameSize(quint64 atLeast) const;

    Role m_role;
    bool m_allowReserved1;
    quint64 m_maxFrameSize;
    WireError m_error = WireError::None;
    FrameHeader m_header;
    std::array<char, maxFrameHeaderSize> m_headerOctets{};
    int m_headerOctetCount = 0;
    int m_headerTaken = 0;      ///< octets of the current header so far
    int m_lengthSize = 0;       ///< octets of the extended payload length: 0, 2 or 8
    int m_headerSize = 2;       ///< octets of the current header, as far as is known
    quint64 m_payloadTaken = 0; ///< octets of the current payload so far
};

} // namespace confab
