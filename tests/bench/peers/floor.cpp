// What a correct broadcast costs the system alone: epoll, one read, one frame for all, one send for each.
// It knows no more of the protocol than the generator needs. Options: --drop, --twice, --swap, --corrupt: see
// fault.h.
#include "tests/bench/peers/fault.h"
#include "tests/bench/peers/floorclient.h"
#include "tests/bench/peers/floorhandshake.h"

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <memory>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace confab::bench;

namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr std::size_t maxHeadSize = 16 * 1024;

class Floor
{
public:
    explicit Floor(Fault fault)
        : m_fault(fault)
        , m_buffer(bufferSize)
    {}

    bool listen();
    void serve();

private:
    void accept();
    void read(FloorClient &client);
    bool open(FloorClient &client, std::string_view octets);
    void pass(FloorClient &from);
    void deliver(FloorClient &to, std::string_view frames);
    void flush(FloorClient &client);
    void drop(FloorClient &client);
    void watch(FloorClient &client, bool forWriting, int operation);

    Fault m_fault;
    int m_listener = -1;
    int m_epoll = -1;
    std::vector<FloorClient *> m_room;
    std::vector<char> m_buffer;
    std::string m_frames;
};

bool Floor::listen()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    m_epoll = epoll_create1(0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    epoll_event event{};
    event.events = EPOLLIN;
    if (bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        ::listen(m_listener, 4096) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0 ||
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event) != 0)
        return false;
    std::printf("{\"port\":%u}\n", unsigned(ntohs(address.sin_port)));
    std::fflush(stdout);
    return true;
}

void Floor::serve()
{
    std::array<epoll_event, 512> events{};
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<std::size_t>(i)];
            if (!event.data.ptr) {
                accept();
                continue;
            }
            FloorClient &client = *static_cast<FloorClient *>(event.data.ptr);
            if (event.events & EPOLLOUT)
                flush(client);
            if (event.events & (EPOLLIN | EPOLLERR | EPOLLHUP))
                read(client);
        }
    }
}

void Floor::accept()
{
    for (;;) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
        if (descriptor < 0)
            return;
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(*new FloorClient(descriptor), false, EPOLL_CTL_ADD); // drop() deletes it
    }
}

void Floor::read(FloorClient &client)
{
    const ssize_t result = recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
    if (result <= 0) {
        drop(client);
        return;
    }
    const auto count = static_cast<std::size_t>(result);
    char *octets = m_buffer.data();
    std::size_t size = count;
    if (!client.unread.empty() || !client.isOpen) {
        client.unread.append(octets, count);
        octets = client.unread.data();
        size = client.unread.size();
    }
    if (!client.isOpen) {
        if (!open(client, client.unread))
            drop(client);
        return;
    }
    m_frames.clear();
    const std::size_t used = FloorClient::reframe(octets, size, m_frames);
    if (used == std::string::npos) {
        drop(client);
        return;
    }
    if (client.unread.empty())
        client.unread.assign(octets + used, size - used);
    else
        client.unread.erase(0, used);
    pass(client);
}

/// @return false if it is no opening handshake.
bool Floor::open(FloorClient &client, std::string_view octets)
{
    if (!octets.ends_with("\r\n\r\n"))
        return octets.size() < maxHeadSize;
    const std::string reply = upgradeReply(octets);
    if (reply.empty())
        return false;
    client.isOpen = true;
    client.echoes = requestPath(octets) == "/echo";
    client.unread = {};
    if (!client.echoes) {
        client.place = m_room.size();
        m_room.push_back(&client);
    }
    deliver(client, reply);
    return true;
}

void Floor::pass(FloorClient &from)
{
    if (m_frames.empty())
        return;
    if (from.echoes) {
        deliver(from, m_frames);
        return;
    }
    for (FloorClient *member : m_room) {
        if (m_fault != Fault::None && member->place == 1)
            deliver(*member, withFault(m_fault, m_frames));
        else
            deliver(*member, m_frames);
    }
}

void Floor::deliver(FloorClient &to, std::string_view frames)
{
    const bool wasWaiting = !to.unsent.empty();
    if (!to.send(frames) && !wasWaiting)
        watch(to, true, EPOLL_CTL_MOD);
}

void Floor::flush(FloorClient &client)
{
    const std::string waiting = std::move(client.unsent);
    client.unsent.clear();
    if (client.send(waiting))
        watch(client, false, EPOLL_CTL_MOD);
}

void Floor::drop(FloorClient &client)
{
    if (client.isOpen && !client.echoes) {
        m_room.back()->place = client.place;
        m_room[client.place] = m_room.back();
        m_room.pop_back();
    }
    close(client.descriptor);
    delete &client;
}

void Floor::watch(FloorClient &client, bool forWriting, int operation)
{
    epoll_event event{};
    event.events = EPOLLIN;
    if (forWriting)
        event.events |= EPOLLOUT;
    event.data.ptr = &client;
    epoll_ctl(m_epoll, operation, client.descriptor, &event);
}

} // namespace

int main(int argc, char *argv[])
{
    Floor floor(argc > 1 ? faultNamed(argv[1]) : Fault::None);
    if (!floor.listen())
        return 1;
    floor.serve();
}
