// The message assembler: against a slow and obvious model of RFC 6455 §5.4 and §8.1, and with compressed
// messages.
#include "core/wire/framedecoder.h"
#include "core/wire/messageassembler.h"
#include "tests/fuzz/fuzzing.h"

using namespace confab;
using namespace confab::fuzz;

namespace {

struct Assembly
{
    QList<Message> messages;
    WireError error = WireError::None;

    bool operator==(const Assembly &) const = default;
};

/// The data frames of a server's stream, up to the first fault.
Assembly assemble(MessageLimits limits, bool contextTakeover, const QList<QByteArray> &pieces)
{
    FrameDecoder decoder(Role::Client, quint64(1) << 40, true);
    MessageAssembler assembler(limits, contextTakeover);
    Assembly assembly;
    for (QByteArray piece : pieces) {
        std::span<char> octets = writable(piece);
        FramePart part;
        while (decoder.next(octets, part) == FrameDecoder::Status::Part) {
            if (isControl(part.header.opcode))
                continue;
            assembly.error = assembler.add(part);
            if (assembly.error != WireError::None)
                return assembly;
            if (assembler.isComplete())
                assembly.messages.append(assembler.takeMessage());
        }
    }
    return assembly;
}

/// How many octets at the front of text are whole characters (RFC 3629 §3), from the code points.
qsizetype wholeCharacters(const QByteArray &text)
{
    qsizetype end = 0;
    while (end < text.size()) {
        const auto first = quint8(text[end]);
        const int size = first < 0x80 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
        if ((first & 0xC0) == 0x80 || first >= 0xF8 || end + size > text.size())
            break;
        quint32 codePoint = size == 1 ? first : first & (0xFFU >> (size + 1));
        bool continues = true;
        for (int i = 1; i < size; ++i) {
            const auto octet = quint8(text[end + i]);
            continues = continues && (octet & 0xC0) == 0x80;
            codePoint = (codePoint << 6) | (octet & 0x3FU);
        }
        constexpr quint32 least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (!continues || codePoint < least[size] || codePoint > 0x10FFFF ||
            (codePoint >= 0xD800 && codePoint <= 0xDFFF))
            break;
        end += size;
    }
    return end;
}

void checkUtf8(const QByteArray &text, quint32 seed)
{
    const bool valid = wholeCharacters(text) == text.size();
    require(isValidUtf8(text) == valid, "UTF-8 is what RFC 3629 says");
    Utf8Validator inPieces;
    bool fed = true;
    for (const QByteArray &piece : cutUp(text, seed))
        fed = inPieces.feed(piece);
    require((fed && inPieces.isComplete()) == valid, "the cuts change nothing in UTF-8");
    require(!fed || text.size() - wholeCharacters(text) < 4, "a text fails at the first impossible octet");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const MessageLimits limits{.maxMessageSize = input.flag() ? 300 : quint64(1) << 20,
                               .maxFragments = input.flag() ? 3U : 1U << 20};
    const bool contextTakeover = input.flag();
    const quint32 seed = input.number();
    const QByteArray octets = input.rest();

    const Assembly whole = assemble(limits, contextTakeover, {octets});
    require(assemble(limits, contextTakeover, cutUp(octets, seed)) == whole, "the cuts change nothing");
    for (const Message &message : whole.messages) {
        require(quint64(message.payload.size()) <= limits.maxMessageSize, "no message passes the bound");
        require(message.fragments >= 1 && message.fragments <= limits.maxFragments, "nor do its fragments");
        require(message.type == Opcode::Binary || wholeCharacters(message.payload) == message.payload.size(),
                "a text is UTF-8");
    }
    checkUtf8(octets, seed);
    return 0;
}
