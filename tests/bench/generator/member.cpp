#include "tests/bench/generator/member.h"

#include "tests/bench/generator/failure.h"

#include <sys/ioctl.h>

namespace confab::bench {

namespace {

// RFC 6455 §1.3: what belongs to the key that every request here has.
constexpr std::string_view acceptedKey = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
constexpr std::string_view endOfHead = "\r\n\r\n";
constexpr std::uint32_t firstMaskingKey = 0x9e3779b9;

std::uint32_t nextMaskingKey()
{
    static std::uint32_t key = firstMaskingKey;
    return key = key * 1664525 + 1013904223;
}

std::uint16_t closeCode(std::string_view payload)
{
    if (payload.size() < 2)
        return 1005;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 |
                                      static_cast<unsigned char>(payload[1]));
}

} // namespace

Member::Member(std::size_t index, std::uint16_t port, const TlsContext &tls, const std::string &request)
    : m_index(index)
    , m_stream(port, tls)
    , m_unsent(request)
{}

std::size_t Member::waitingOctets() const
{
    int octets = 0;
    return ioctl(descriptor(), FIONREAD, &octets) == 0 ? static_cast<std::size_t>(octets) : 0;
}

void Member::queue(Opcode opcode, std::string_view payload)
{
    appendClientFrame(m_unsent, opcode, payload, nextMaskingKey());
}

bool Member::flush()
{
    while (m_sent < m_unsent.size()) {
        const std::size_t taken = m_stream.write(m_unsent.data() + m_sent, m_unsent.size() - m_sent);
        if (taken == 0)
            return false;
        m_sent += taken;
    }
    m_unsent.clear();
    m_sent = 0;
    return true;
}

void Member::read(std::span<char> buffer, CrowdEvents &events)
{
    const std::size_t count = m_stream.read(buffer.data(), buffer.size());
    if (count == 0)
        return;
    if (m_unread.empty()) {
        const std::string_view octets(buffer.data(), count);
        m_unread = octets.substr(parse(octets, events));
    } else {
        m_unread.append(buffer.data(), count);
        m_unread.erase(0, parse(m_unread, events));
    }
}

std::size_t Member::parse(std::string_view octets, CrowdEvents &events)
{
    std::size_t parsed = 0;
    if (!m_isOpen) {
        parsed = parseReply(octets);
        if (parsed == 0)
            return 0;
        m_isOpen = true;
        events.opened(*this);
    }
    ServerFrame frame;
    for (;;) {
        switch (readServerFrame(octets.substr(parsed), frame)) {
        case FrameStatus::Whole:
            parsed += frame.size;
            receive(frame, events);
            break;
        case FrameStatus::Incomplete:
            return parsed;
        case FrameStatus::Illegal:
            throw Failure("an illegal frame");
        }
    }
}

std::size_t Member::parseReply(std::string_view octets)
{
    const std::size_t end = octets.find(endOfHead);
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = octets.substr(0, end);
    if (!head.starts_with("HTTP/1.1 101 ") || head.find(acceptedKey) == std::string_view::npos)
        throw Failure("no upgrade: " + std::string(head.substr(0, head.find('\r'))));
    return end + endOfHead.size();
}

void Member::receive(const ServerFrame &frame, CrowdEvents &events)
{
    switch (frame.opcode) {
    case Opcode::Ping:
        ++m_pings;
        queue(Opcode::Pong, frame.payload);
        flush();
        return;
    case Opcode::Pong:
        return;
    case Opcode::Close:
        throw Failure("the server closed a connection with " + std::to_string(closeCode(frame.payload)));
    case Opcode::Continuation:
        if (!m_isFragmented)
            throw Failure("a continuation of nothing");
        m_fragments.append(frame.payload);
        if (frame.fin) {
            m_isFragmented = false;
            events.message(*this, m_fragmentedOpcode, m_fragments);
        }
        return;
    case Opcode::Text:
    case Opcode::Binary:
        if (m_isFragmented)
            throw Failure("a message inside another");
        if (frame.fin) {
            events.message(*this, frame.opcode, frame.payload);
        } else {
            m_isFragmented = true;
            m_fragmentedOpcode = frame.opcode;
            m_fragments = frame.payload;
        }
        return;
    }
}

} // namespace confab::bench
