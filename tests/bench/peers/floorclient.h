#pragma once

#include <string>
#include <string_view>

namespace confab::bench {

/// One connection of the floor: its descriptor, what came in part, what could not be sent yet.
struct FloorClient
{
    explicit FloorClient(int socket)
        : descriptor(socket)
    {}

    /// Unmasks the whole frames that octets begin with, in place, and appends them to frames as a server
    /// sends them. Text is checked. @return how many octets were used; std::string::npos if the client broke
    /// a rule.
    static std::size_t reframe(char *octets, std::size_t count, std::string &frames);

    /// Sends, and keeps what the system does not take. @return whether it takes more.
    bool send(std::string_view octets);

    int descriptor;
    bool isOpen = false;
    bool echoes = false;
    std::size_t place = 0; ///< in the room
    std::string unread;
    std::string unsent;
};

} // namespace confab::bench
