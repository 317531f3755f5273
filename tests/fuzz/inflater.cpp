// Deflate: any octets inflate to the same, however they and the room for them are cut; what was deflated
// comes back; and no bound is passed.
#include "core/wire/inflater.h"
#include "core/wire/deflateparameters.h"
#include "core/wire/messageassembler.h"
#include "core/wire/messagedeflater.h"
#include "tests/fuzz/fuzzing.h"

#include <array>
#include <vector>

using namespace confab;
using namespace confab::fuzz;

namespace {

constexpr qsizetype enough = qsizetype(1) << 20; ///< octets that are looked at of what inflates to more

struct Inflated
{
    QByteArray octets;
    bool failed = false;
    bool betweenBlocks = false;

    bool operator==(const Inflated &) const = default;
};

Inflated inflate(Inflater &inflater, const QList<QByteArray> &pieces, std::size_t roomSize)
{
    Inflated inflated;
    std::vector<char> room(roomSize);
    for (const QByteArray &piece : pieces) {
        QByteArrayView octets(piece);
        Inflater::Status status = Inflater::Status::HasMore;
        while (status == Inflater::Status::HasMore && inflated.octets.size() < enough) {
            std::size_t written = 0;
            status = inflater.next(octets, room, written);
            require(written <= room.size(), "nothing is written past the room");
            inflated.octets.append(room.data(), qsizetype(written));
        }
        if (status == Inflater::Status::Failed) {
            inflated.failed = true;
            break;
        }
        require(status == Inflater::Status::HasMore || octets.isEmpty(), "all octets were taken");
    }
    if (inflated.octets.size() >= enough)
        return {inflated.octets.first(enough)};
    inflated.betweenBlocks = !inflated.failed && inflater.isBetweenBlocks();
    return inflated;
}

Inflated inflateAlone(const QList<QByteArray> &pieces, std::size_t roomSize)
{
    Inflater inflater;
    return inflate(inflater, pieces, roomSize);
}

/// A compressed message in one frame never becomes larger than its limit.
void checkBound(QByteArray compressed, quint64 limit)
{
    MessageAssembler assembler({.maxMessageSize = limit, .maxFragments = 1});
    FrameHeader header{.rsv1 = true, .opcode = Opcode::Binary};
    header.payloadLength = quint64(compressed.size());
    const WireError error = assembler.add({header, writable(compressed), true, true});
    require(assembler.isComplete() == (error == WireError::None), "a message is complete or at fault");
    if (assembler.isComplete())
        require(quint64(assembler.takeMessage().payload.size()) <= limit, "the bound holds");
}

/// Two messages of one connection, compressed and inflated again.
void checkRoundTrip(const QByteArray &message, int windowBits, bool contextTakeover, quint32 seed)
{
    Deflater deflater(windowBits);
    Inflater inflater;
    MessageDeflater messages(windowBits, contextTakeover);
    Inflater peer;
    for (int i = 0; i < 2; ++i) {
        const QByteArray compressed = deflater.compress(message) + Inflater::messageTail.toByteArray();
        require(inflate(inflater, cutUp(compressed, seed), 64) == Inflated{message, false, true},
                "what was deflated comes back");
        const std::optional<QByteArray> smaller = messages.compress(message);
        if (!smaller)
            continue;
        require(smaller->size() < message.size(), "a compressed message is smaller");
        if (!contextTakeover)
            peer = Inflater();
        require(inflate(peer, {*smaller, Inflater::messageTail.toByteArray()}, 4096).octets == message,
                "what was compressed comes back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const std::size_t roomSize = 1 + std::size_t(input.octet());
    const quint64 limit = input.number();
    const int windowBits = minWindowBits + input.below(maxWindowBits - minWindowBits + 1);
    const bool contextTakeover = input.flag();
    const quint32 seed = input.number();
    const QByteArray octets = input.rest();

    if (!octets.isEmpty()) {
        const Inflated whole = inflateAlone({octets}, 4096);
        require(inflateAlone({octets}, roomSize) == whole, "the room changes nothing");
        require(inflateAlone(cutUp(octets, seed), roomSize) == whole, "the cuts change nothing");
    }
    checkBound(octets, limit);
    checkRoundTrip(octets, windowBits, contextTakeover, seed);
    return 0;
}
