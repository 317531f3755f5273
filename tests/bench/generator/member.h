#pragma once

#include "tests/bench/generator/frames.h"
#include "tests/bench/generator/stream.h"

#include <span>
#include <string>

namespace confab::bench {

class Member;

/// Gets what happens to the members of a crowd.
class CrowdEvents
{
public:
    virtual ~CrowdEvents() = default;
    virtual void opened(Member &member) = 0;
    virtual void message(Member &member, Opcode opcode, std::string_view payload) = 0;
};

/// One WebSocket client: its opening handshake and its frames. Answers pings. Does not wait: the crowd tells
/// it when there is something to read, or room to write.
class Member
{
public:
    /// @param index among the members of its crowd. @param request the whole head that asks for the upgrade.
    Member(std::size_t index, std::uint16_t port, const TlsContext &tls, const std::string &request);

    std::size_t index() const { return m_index; }
    int descriptor() const { return m_stream.descriptor(); }
    /// How many octets wait in the system to be read.
    std::size_t waitingOctets() const;
    bool isOpen() const { return m_isOpen; }
    std::uint64_t pings() const { return m_pings; }

    /// Queues a frame; flush() sends it.
    void queue(Opcode opcode, std::string_view payload);
    /// @return whether all of what was queued is sent.
    bool flush();
    /// Reads once, into buffer, and tells events what came.
    void read(std::span<char> buffer, CrowdEvents &events);

    // What the workload keeps of it.
    std::uint64_t expected = 0; ///< the number of the message that must come next
    bool isPresent = false;     ///< it has heard the roll call

private:
    std::size_t parse(std::string_view octets, CrowdEvents &events);
    std::size_t parseReply(std::string_view octets);
    void receive(const ServerFrame &frame, CrowdEvents &events);

    std::size_t m_index;
    Stream m_stream;
    bool m_isOpen = false;
    std::uint64_t m_pings = 0;
    bool m_isFragmented = false;
    Opcode m_fragmentedOpcode = Opcode::Continuation;
    std::string m_fragments;
    std::string m_unread; ///< the beginning of a frame, or of the reply
    std::string m_unsent;
    std::size_t m_sent = 0; ///< of m_unsent
};

} // namespace confab::bench
