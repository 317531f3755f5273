// The frame decoder: how octets are cut up changes nothing, and what was read is what the encoder writes.
#include "core/wire/framedecoder.h"
#include "core/wire/frameencoder.h"
#include "tests/fuzz/fuzzing.h"

using namespace confab;
using namespace confab::fuzz;

namespace {

struct Frame
{
    FrameHeader header;
    QByteArray payload;
    bool complete = false;

    bool operator==(const Frame &) const = default;
};

struct Reading
{
    QList<Frame> frames;
    WireError error = WireError::None;

    bool operator==(const Reading &) const = default;
};

Reading read(FrameDecoder decoder, const QList<QByteArray> &pieces)
{
    Reading reading;
    for (QByteArray piece : pieces) {
        std::span<char> octets = writable(piece);
        FramePart part;
        FrameDecoder::Status status = decoder.next(octets, part);
        for (; status == FrameDecoder::Status::Part; status = decoder.next(octets, part)) {
            if (part.first)
                reading.frames.append(Frame{part.header, {}, false});
            Frame &frame = reading.frames.last();
            require(frame.header == part.header, "a frame has one header");
            require(!frame.complete, "a complete frame gets no more payload");
            frame.payload.append(part.payload.data(), qsizetype(part.payload.size()));
            frame.complete = part.last;
        }
        if (status == FrameDecoder::Status::Failed) {
            reading.error = decoder.error();
            require(decoder.next(octets, part) == FrameDecoder::Status::Failed, "a failed decoder stays so");
            break;
        }
        require(octets.empty(), "a decoder that needs more has taken everything");
    }
    return reading;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const Role role = input.flag() ? Role::Server : Role::Client;
    const bool allowReserved1 = input.flag();
    const quint64 maxFrameSize = input.flag() ? 200 : quint64(1) << 40;
    const quint32 seed = input.number();
    const QByteArray octets = input.rest();
    const FrameDecoder decoder(role, maxFrameSize, allowReserved1);

    const Reading whole = read(decoder, {octets});
    require(read(decoder, cutUp(octets, seed)) == whole, "the cuts change nothing");
    require(read(decoder, cutUp(octets, 0)) == whole, "octet by octet it is the same");

    QByteArray written;
    for (const Frame &frame : whole.frames) {
        const quint64 length = frame.header.payloadLength;
        require(frame.header.maskingKey.has_value() == (role == Role::Server),
                "clients mask, servers do not");
        require(isControl(frame.header.opcode) ? length <= quint64(maxControlPayloadSize)
                                               : length <= maxFrameSize,
                "a frame is as large as it may be");
        require(frame.complete == (quint64(frame.payload.size()) == length), "a frame ends at its length");
        if (frame.complete)
            written += encodeRawFrame(frame.header, frame.payload);
    }
    require(octets.startsWith(written), "there is one way to write a frame");
    return 0;
}
