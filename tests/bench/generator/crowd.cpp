#include "tests/bench/generator/crowd.h"

#include "tests/bench/generator/failure.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace confab::bench {

namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr std::size_t maxOpening = 32;
constexpr int maxEvents = 512;

std::string upgradeRequest(const Target &target)
{
    return "GET " + target.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target.port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           "Sec-WebSocket-Version: 13\r\n\r\n";
}

} // namespace

Crowd::Crowd(Target target, CrowdEvents &events, std::chrono::nanoseconds patience)
    : m_target(std::move(target))
    , m_events(events)
    , m_patience(patience)
    , m_tls(m_target.tls ? makeTlsContext() : TlsContext())
    , m_request(upgradeRequest(m_target))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_buffer(bufferSize)
{
    if (m_epoll < 0)
        throw Failure("no epoll instance");
}

Crowd::~Crowd()
{
    close(m_epoll);
}

std::uint64_t Crowd::pings() const
{
    std::uint64_t pings = 0;
    for (const auto &member : m_members)
        pings += member->pings();
    return pings;
}

void Crowd::open(std::size_t count)
{
    const std::size_t wanted = m_members.size() + count;
    std::size_t firstWaiting = m_members.size();
    const auto countOpened = [this, &firstWaiting] {
        while (firstWaiting < m_members.size() && m_members[firstWaiting]->isOpen())
            ++firstWaiting;
        return firstWaiting;
    };
    m_lastArrival = Clock::now();
    while (countOpened() < wanted) {
        while (m_members.size() < std::min(wanted, firstWaiting + maxOpening))
            connectOne();
        pollPatiently("the opening handshake");
    }
}

void Crowd::connectOne()
{
    m_members.push_back(std::make_unique<Member>(m_members.size(), m_target.port, m_tls, m_request));
    Member &member = *m_members.back();
    watch(member, !member.flush(), EPOLL_CTL_ADD);
}

void Crowd::flush(Member &member)
{
    if (!member.flush())
        watch(member, true, EPOLL_CTL_MOD);
}

void Crowd::sleepAllBut(std::size_t last)
{
    m_asleep = m_members.size() - last;
    for (std::size_t i = 0; i < m_asleep; ++i)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, m_members[i]->descriptor(), nullptr);
}

void Crowd::wakeAll()
{
    for (std::size_t i = 0; i < m_asleep; ++i)
        watch(*m_members[i], false, EPOLL_CTL_ADD);
    m_asleep = 0;
}

void Crowd::poll(Clock::time_point until)
{
    using namespace std::chrono;
    const auto wait =
        m_target.spins ? nanoseconds::zero() : std::max(nanoseconds::zero(), until - Clock::now());
    const timespec timeout{static_cast<time_t>(wait / 1s), static_cast<long>((wait % 1s) / 1ns)};
    std::array<epoll_event, maxEvents> events{};
    const int count = epoll_pwait2(m_epoll, events.data(), maxEvents, &timeout, nullptr);
    if (count > 0)
        m_lastArrival = Clock::now();
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        Member &member = *static_cast<Member *>(event.data.ptr);
        if ((event.events & EPOLLOUT) && member.flush())
            watch(member, false, EPOLL_CTL_MOD);
        if (event.events & (EPOLLIN | EPOLLERR | EPOLLHUP)) {
            m_readAt = Clock::now();
            member.read(m_buffer, m_events);
        }
    }
}

void Crowd::pollPatiently(const char *what)
{
    poll(Clock::now() + m_patience);
    if (Clock::now() - m_lastArrival >= m_patience)
        throw Failure(std::string("nothing arrives any more, during ") + what);
}

void Crowd::watch(Member &member, bool forWriting, int operation)
{
    epoll_event event{};
    event.events = EPOLLIN;
    if (forWriting)
        event.events |= EPOLLOUT;
    event.data.ptr = &member;
    if (epoll_ctl(m_epoll, operation, member.descriptor(), &event) != 0)
        throw Failure("epoll_ctl failed");
}

} // namespace confab::bench
