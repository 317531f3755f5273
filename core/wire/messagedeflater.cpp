#include "core/wire/messagedeflater.h"

#include "core/wire/deflateparameters.h"

#include <array>

namespace confab {

namespace {

/// From this many octets on it is looked first whether compressing pays: what is large is mostly a photograph
/// or a film, which is compressed already, and to find that out at its end takes 20 ms for each MiB.
constexpr qsizetype minProbedSize = 64 * 1024;
constexpr qsizetype probeSize = 8 * 1024;

/// One stream for each window, for all messages of this thread that refer to none before them.
Deflater &threadDeflater(int windowBits)
{
    thread_local std::array<std::optional<Deflater>, maxWindowBits - minWindowBits + 1> deflaters;
    std::optional<Deflater> &deflater = deflaters.at(std::size_t(windowBits - minWindowBits));
    return deflater ? *deflater : deflater.emplace(windowBits);
}

/// Whether a part near its beginning, its middle or its end becomes shorter by more than a thirty-second.
bool isCompressible(QByteArrayView message, int windowBits)
{
    Deflater &deflater = threadDeflater(windowBits);
    const auto isShorter = [&](int sixth) {
        const QByteArrayView part = message.sliced(message.size() / 6 * sixth - probeSize / 2, probeSize);
        const qsizetype size = deflater.compress(part).size();
        deflater.reset();
        return size < probeSize - probeSize / 32;
    };
    return isShorter(1) || isShorter(3) || isShorter(5);
}

} // namespace

MessageDeflater::MessageDeflater(int windowBits, bool contextTakeover)
    : m_windowBits(windowBits)
    , m_contextTakeover(contextTakeover)
{}

std::optional<QByteArray> MessageDeflater::compress(QByteArrayView message)
{
    if (message.size() < minDeflatedMessageSize || message.size() > maxDeflatedMessageSize)
        return {};
    if (message.size() >= minProbedSize && !isCompressible(message, m_windowBits))
        return {};
    if (m_contextTakeover && !m_deflater)
        m_deflater.emplace(m_windowBits);
    Deflater &deflater = m_contextTakeover ? *m_deflater : threadDeflater(m_windowBits);
    QByteArray compressed = deflater.compress(message);
    const bool smaller = compressed.size() < message.size();
    // The peer's window does not have what was not sent compressed.
    if (!m_contextTakeover || !smaller)
        deflater.reset();
    return smaller ? std::optional(std::move(compressed)) : std::nullopt;
}

} // namespace confab
