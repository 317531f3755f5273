#include "core/wire/frameencoder.h"

#include "core/wire/masking.h"

#include <cstring>

namespace confab {

namespace {

LengthForm shortestForm(quint64 length)
{
    if (length <= 125)
        return LengthForm::SevenBit;
    return length <= 0xFFFF ? LengthForm::Extended16 : LengthForm::Extended64;
}

/// How many octets the extended payload length takes.
int lengthSizeOf(LengthForm form)
{
    switch (form) {
    case LengthForm::Extended16:
        return sizeof(quint16);
    case LengthForm::Extended64:
        return sizeof(quint64);
    case LengthForm::Shortest:
    case LengthForm::SevenBit:
        break;
    }
    return 0;
}

/// @param form not Shortest. @return behind the header.
char *writeHeader(char *out, const FrameHeader &header, LengthForm form)
{
    const auto put = [&out](quint64 octet) { *out++ = char(quint8(octet & 0xFF)); };
    put((header.fin ? 0x80U : 0U) | (header.rsv1 ? 0x40U : 0U) | (header.rsv2 ? 0x20U : 0U) |
        (header.rsv3 ? 0x10U : 0U) | (quint8(header.opcode) & 0x0FU));
    const quint64 maskBit = header.maskingKey ? 0x80U : 0U;
    const quint64 length = header.payloadLength;
    const int lengthSize = lengthSizeOf(form);
    put(maskBit | (lengthSize == 0 ? length & 0x7F : lengthSize == sizeof(quint16) ? 126 : 127));
    for (int shift = 8 * (lengthSize - 1); shift >= 0; shift -= 8)
        put(length >> shift);
    if (header.maskingKey) {
        for (const quint8 octet : *header.maskingKey)
            put(octet);
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
    QByteArray frame;
    appendRawFrame(frame, header, payload, form);
    return frame;
}

void appendRawFrame(QByteArray &frames, const FrameHeader &header, QByteArrayView payload, LengthForm form)
{
    if (form == LengthForm::Shortest)
        form = shortestForm(header.payloadLength);
    const qsizetype headerSize =
        2 + lengthSizeOf(form) + (header.maskingKey ? qsizetype(sizeof(MaskingKey)) : 0);
    const qsizetype before = frames.size();
    const qsizetype size = before + headerSize + payload.size();
    if (frames.capacity() == 0)
        frames = QByteArray(size, Qt::Uninitialized); // no more than it takes, for it may wait long
    else
        frames.resize(size);
    char *const body = writeHeader(frames.data() + before, header, form);
    if (payload.isEmpty())
        return;
    std::memcpy(body, payload.data(), size_t(payload.size()));
    if (header.maskingKey)
        applyMask({body, size_t(payload.size())}, *header.maskingKey);
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
