#include "core/wire/framedecoder.h"

#include "core/wire/masking.h"

#include <algorithm>
#include <cstring>

namespace confab {

namespace {

constexpr quint8 finBit = 0x80;
constexpr quint8 rsv1Bit = 0x40;
constexpr quint8 rsv2Bit = 0x20;
constexpr quint8 rsv3Bit = 0x10;
constexpr quint8 opcodeBits = 0x0F;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7F;
constexpr quint8 extended16 = 126;
constexpr quint8 extended64 = 127;

} // namespace

FrameDecoder::FrameDecoder(Role role, quint64 maxFrameSize, bool allowReserved1)
    : m_role(role)
    , m_allowReserved1(allowReserved1)
    , m_maxFrameSize(maxFrameSize)
{}

FrameDecoder::Status FrameDecoder::next(std::span<char> &input, FramePart &part)
{
    if (m_error != WireError::None)
        return Status::Failed;
    bool first = false;
    if (m_headerTaken < m_headerSize) {
        while (m_headerTaken < m_headerSize) {
            if (input.empty())
                return Status::NeedMore;
            m_error = takeHeaderOctet(quint8(input.front()));
            input = input.subspan(1);
            if (m_error != WireError::None)
                return Status::Failed;
        }
        first = true;
    } else if (input.empty()) {
        return Status::NeedMore;
    }

    const quint64 left = m_header.payloadLength - m_payloadTaken;
    const auto size = size_t(std::min(left, quint64(input.size())));
    part = {.header = m_header, .payload = input.first(size), .first = first, .last = size == left};
    input = input.subspan(size);
    if (m_header.maskingKey)
        applyMask(part.payload, *m_header.maskingKey, m_payloadTaken);
    m_payloadTaken += size;
    if (part.last) {
        m_headerTaken = 0;
        m_headerSize = 2;
    }
    return Status::Part;
}

std::optional<WholeFrame> FrameDecoder::peekWhole(std::span<char> input) const
{
    if (m_headerTaken != 0 || m_error != WireError::None || input.size() < 2)
        return {};
    const auto octet = [input](std::size_t index) { return quint8(input[index]); };
    const quint8 text = finBit | quint8(Opcode::Text);
    const quint8 binary = finBit | quint8(Opcode::Binary);
    const bool masked = (octet(1) & maskBit) != 0;
    if ((octet(0) != text && octet(0) != binary) || masked != (m_role == Role::Server))
        return {};
    quint64 length = octet(1) & lengthBits;
    const std::size_t lengthSize = length == extended16 ? 2 : length == extended64 ? 8 : 0;
    const std::size_t headerSize = 2 + lengthSize + (masked ? sizeof(MaskingKey) : 0);
    if (input.size() < headerSize)
        return {};
    if (lengthSize > 0) {
        length = 0;
        for (std::size_t i = 0; i < lengthSize; ++i)
            length = (length << 8) | octet(2 + i);
        if (length < (lengthSize == 2 ? quint64(extended16) : quint64(0x10000)))
            return {};
    }
    if (length > m_maxFrameSize || length > input.size() - headerSize)
        return {};
    WholeFrame frame{Opcode(octet(0) & opcodeBits), {}, input.subspan(headerSize, std::size_t(length))};
    if (masked)
        std::memcpy(frame.maskingKey.emplace().data(), &input[headerSize - sizeof(MaskingKey)],
                    sizeof(MaskingKey));
    return frame;
}

WireError FrameDecoder::takeHeaderOctet(quint8 octet)
{
    const int index = m_headerTaken++;
    m_headerOctets[std::size_t(index)] = char(octet);
    m_headerOctetCount = m_headerTaken;
    if (index == 0)
        return takeFirstOctet(octet);
    if (index == 1)
        return takeSecondOctet(octet);
    if (index < 2 + m_lengthSize)
        return takeLengthOctet(octet);
    (*m_header.maskingKey)[size_t(index - 2 - m_lengthSize)] = octet;
    return WireError::None;
}

WireError FrameDecoder::takeFirstOctet(quint8 octet)
{
    const auto opcode = Opcode(octet & opcodeBits);
    m_header = {.fin = (octet & finBit) != 0,
                .rsv1 = (octet & rsv1Bit) != 0,
                .rsv2 = (octet & rsv2Bit) != 0,
                .rsv3 = (octet & rsv3Bit) != 0,
                .opcode = opcode,
                .maskingKey = {},
                .payloadLength = 0};
    m_payloadTaken = 0;
    const bool mayHaveRsv1 = m_allowReserved1 && (opcode == Opcode::Text || opcode == Opcode::Binary);
    if (m_header.rsv2 || m_header.rsv3 || (m_header.rsv1 && !mayHaveRsv1))
        return WireError::ReservedBitSet;
    if (isReserved(opcode))
        return WireError::ReservedOpcode;
    if (isControl(opcode) && !m_header.fin)
        return WireError::FragmentedControlFrame;
    return WireError::None;
}

WireError FrameDecoder::takeSecondOctet(quint8 octet)
{
    const bool masked = (octet & maskBit) != 0;
    if (m_role == Role::Server && !masked)
        return WireError::UnmaskedClientFrame;
    if (m_role == Role::Client && masked)
        return WireError::MaskedServerFrame;
    const quint8 length = octet & lengthBits;
    if (isControl(m_header.opcode) && length > maxControlPayloadSize)
        return WireError::ControlFrameTooLong;
    if (masked)
        m_header.maskingKey.emplace();
    m_lengthSize = length == extended16 ? 2 : length == extended64 ? 8 : 0;
    m_headerSize = 2 + m_lengthSize + (masked ? int(sizeof(MaskingKey)) : 0);
    if (m_lengthSize > 0)
        return WireError::None;
    m_header.payloadLength = length;
    return checkFrameSize(length);
}

WireError FrameDecoder::takeLengthOctet(quint8 octet)
{
    const int taken = m_headerTaken - 2;
    if (m_lengthSize == 8 && taken == 1 && (octet & 0x80) != 0)
        return WireError::LengthHighBitSet;
    quint64 &length = m_header.payloadLength;
    length = (length << 8) | octet;
    // RFC 6455 §5.2: "the minimal number of bytes MUST be used to encode the length".
    if (m_lengthSize == 8 && taken == 6 && length == 0)
        return WireError::NonMinimalLength;
    if (m_lengthSize == 2 && taken == 2 && length < extended16)
        return WireError::NonMinimalLength;
    return checkFrameSize(length << (8 * (m_lengthSize - taken)));
}

WireError FrameDecoder::checkFrameSize(quint64 atLeast) const
{
    return !isControl(m_header.opcode) && atLeast > m_maxFrameSize ? WireError::FrameTooBig : WireError::None;
}

} // namespace confab
