#include "tests/bench/peers/floorhandshake.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

namespace confab::bench {

namespace {

constexpr std::string_view keyField = "\r\nSec-WebSocket-Key: ";
constexpr std::string_view keyGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

} // namespace

std::string upgradeReply(std::string_view head)
{
    const std::size_t field = head.find(keyField);
    if (field == std::string_view::npos)
        return {};
    const std::size_t begin = field + keyField.size();
    std::string key(head.substr(begin, head.find('\r', begin) - begin));
    key += keyGuid;
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char *>(key.data()), key.size(), digest);
    unsigned char accept[4 * ((SHA_DIGEST_LENGTH + 2) / 3) + 1];
    EVP_EncodeBlock(accept, digest, sizeof digest);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           std::string(reinterpret_cast<const char *>(accept)) + "\r\n\r\n";
}

std::string_view requestPath(std::string_view head)
{
    const std::size_t begin = head.find(' ');
    const std::size_t end = head.find(' ', begin + 1);
    return begin == std::string_view::npos || end == std::string_view::npos
               ? std::string_view()
               : head.substr(begin + 1, end - begin - 1);
}

} // namespace confab::bench
