#include "core/wire/messagedeflater.h"

#include "core/wire/deflateparameters.h"

#include <array>

namespace confab {

namespace {

/// One stream for each window, for all messages of this thread that refer to none before them.
Deflater &threadDeflater(int windowBits)
{
    thread_local std::array<std::optional<Deflater>, maxWindowBits - minWindowBits + 1> deflaters;
    std::optional<Deflater> &deflater = deflaters.at(std::size_t(windowBits - minWindowBits));
    return deflater ? *deflater : deflater.emplace(windowBits);
}

} // namespace

MessageDeflater::MessageDeflater(int windowBits, bool contextTakeover)
    : m_windowBits(windowBits)
    , m_contextTakeover(contextTakeover)
{}

std::optional<QByteArray> MessageDeflater::compress(QByteArrayView message)
{
    if (message.size() < minDeflatedMessageSize)
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
