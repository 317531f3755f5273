#include "core/wire/frameencoder.h"

#include "core/wire/masking.h"

#include <cstring>

namespace confab {

namespace {

constexpr size_t maxHeaderSize = 2 + sizeof(quint64) + sizeof(MaskingKey);

struct HeaderOctets
{
    std::array<quint8, maxHeaderSize> octets{};
    size_t size = 0;

    void append(quint64 octet) { octets[size++] = quint8(octet & 0xFF); }
};

LengthForm shortestForm(quint64 length)
{
    if (length <= 125)
        return LengthForm::SevenBit;
    return length <= 0xFFFF ? LengthForm::Extended16 : LengthForm::Extended64;
}

HeaderOctets headerOctets(const FrameHeader &header, LengthForm form)
{
    HeaderOctets out;
    out.append((header.fin ? 0x80U : 0U) | (header.rsv1 ? 0x40U : 0U) | (header.rsv2 ? 0x20U : 0U) |
               (header.rsv3 ? 0x10U : 0U) | (quint8(header.opcode) & 0x0FU));
    const quint64 maskBit = header.maskingKey ? 0x80U : 0U;
    const quint64 length = header.payloadLength;
    int lengthSize = 0;
    switch (form == LengthForm::Shortest ? shortestForm(length) : form) {
    case LengthForm::Shortest:
    case LengthForm::SevenBit:
        out.append(maskBit | (length & 0x7F));
        break;
    case LengthForm::Extended16:
        out.append(maskBit | 126);
        lengthSize = 2;
        break;
    case LengthForm::Extended64:
        out.append(maskBit | 127);
        lengthSize = 8;
        break;
    }
    for (int shift = 8 * (lengthSize - 1); shift >= 0; shift -= 8)
        out.append(length >> shift);
    if (header.maskingKey) {
        for (const quint8 octet : *header.maskingKey)
            out.append(octet);
    }
    return out;
}

} // namespace

QByteArray encodeFrame(Opcode opcode, QByteArrayView payload, const std::optional<MaskingKey> &key, bool fin)
{
    return encodeRawFrame(
        {.fin = fin, .opcode = opcode, .maskingKey = key, .payloadLength = quint64(payload.size())}, payload);
}

QByteArray encodeRawFrame(const FrameHeader &header, QByteArrayView payload, LengthForm form)
{
    const HeaderOctets head = headerOctets(header, form);
    const auto payloadSize = size_t(payload.size());
    QByteArray frame(qsizetype(head.size + payloadSize), Qt::Uninitialized);
    std::memcpy(frame.data(), head.octets.data(), head.size);
    if (payloadSize == 0)
        return frame;
    const std::span<char> body(frame.data() + head.size, payloadSize);
    std::memcpy(body.data(), payload.data(), payloadSize);
    if (header.maskingKey)
        applyMask(body, *header.maskingKey);
    return frame;
}

quint64 payloadSizeOf(QByteArrayView frame)
{
    const quint8 second = quint8(frame.at(1));
    const quint8 length = second & 0x7F;
    const quint64 lengthSize = length == 126 ? 2 : length == 127 ? 8 : 0;
    const quint64 keySize = (second & 0x80) != 0 ? sizeof(MaskingKey) : 0;
    return quint64(frame.size()) - 2 - lengthSize - keySize;
}

QByteArray encodeClosePayload(const CloseStatus &status)
{
    if (status.code == CloseCode::NoStatusReceived)
        return {};
    QByteArray payload;
    payload.append(char(quint16(status.code) >> 8));
    payload.append(char(quint16(status.code) & 0xFF));
    payload.append(trimmedCloseReason(status.reason));
    return payload;
}

} // namespace confab
