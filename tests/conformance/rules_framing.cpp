// RFC 6455 §5.1, §5.2, §5.3.
#include "tests/conformance/rules.h"

namespace confab::test {

namespace {

QByteArray sendText(Endpoint &endpoint)
{
    return endpoint.encode(Opcode::Text, "Hello");
}

std::function<QByteArray(Endpoint &)> sendBinary(qsizetype size)
{
    return [size](Endpoint &endpoint) { return endpoint.encode(Opcode::Binary, QByteArray(size, 'a')); };
}

} // namespace

QList<FrameRule> framingRules()
{
    using enum Roles;
    const char *masks = "RFC 6455 §5.1";
    const char *base = "RFC 6455 §5.2";
    const char *masking = "RFC 6455 §5.3";
    return {
        FrameRule{masks, "A client masks its text frames.", Client, "", "",
                  "81 85 00 00 00 00 48 65 6c 6c 6f"}
            .doing("sends the text Hello", sendText),
        FrameRule{masks, "A client masks a frame without payload too.", Client, "", "", "82 80 00 00 00 00"}
            .doing("sends an empty binary message", sendBinary(0)),
        FrameRule{masks, "A client masks its Close.", Client, "", "", "88 82 00 00 00 00 03 e8"}.doing(
            "closes with 1000",
            [](Endpoint &endpoint) {
                endpoint.close({CloseCode::NormalClosure, {}});
                return QByteArray();
            }),
        {masks, "A client masks its Pong.", Client, "89 00", "ping", "8a 80 00 00 00 00"},
        FrameRule{masks, "A server masks no frame.", Server, "", "", "81 05 48 65 6c 6c 6f"}.doing(
            "sends the text Hello", sendText),
        {masks, "A server masks no Pong.", Server, "89 80 00 00 00 00", "ping", "8a 00"},
        FrameRule{masks, "A server masks no Close.", Server, "", "", "88 02 03 e8"}.doing(
            "closes with 1000",
            [](Endpoint &endpoint) {
                endpoint.close({CloseCode::NormalClosure, {}});
                return QByteArray();
            }),
        {masks, "A server fails at a text frame that is not masked.", Server, "81 05 48 65 6c 6c 6f", "", "",
         1002, true},
        {masks, "A server fails at a binary frame that is not masked.", Server, "82 00", "", "", 1002, true},
        {masks, "A server fails at a Ping that is not masked.", Server, "89 00", "", "", 1002, true},
        {masks, "A server fails at a Pong that is not masked.", Server, "8a 00", "", "", 1002, true},
        {masks, "A server fails at a Close that is not masked.", Server, "88 02 03 e8", "", "", 1002, true},
        {masks, "A server fails at a continuation that is not masked.", Server,
         "01 81 00 00 00 00 61 80 01 62", "", "", 1002, true},
        {masks, "A client fails at a masked text frame.", Client, "81 85 00 00 00 00 48 65 6c 6c 6f", "", "",
         1002, true},
        {masks, "A client fails at a masked binary frame.", Client, "82 80 00 00 00 00", "", "", 1002, true},
        {masks, "A client fails at a masked Ping.", Client, "89 80 00 00 00 00", "", "", 1002, true},
        {masks, "A client fails at a masked Pong.", Client, "8a 80 00 00 00 00", "", "", 1002, true},
        {masks, "A client fails at a masked Close.", Client, "88 82 00 00 00 00 03 e8", "", "", 1002, true},
        {masks, "A client fails at a masked continuation.", Client, "01 01 61 80 81 00 00 00 00 62", "", "",
         1002, true},

        {base, "RSV1 without an extension fails a text frame.", Both, "c1 m01 k 61", "", "", 1002, true},
        {base, "RSV2 without an extension fails a text frame.", Both, "a1 m01 k 61", "", "", 1002, true},
        {base, "RSV3 without an extension fails a text frame.", Both, "91 m01 k 61", "", "", 1002, true},
        {base, "All three reserved bits fail a text frame.", Both, "f1 m01 k 61", "", "", 1002, true},
        {base, "RSV1 without an extension fails a binary frame.", Both, "c2 m01 k 61", "", "", 1002, true},
        {base, "RSV2 without an extension fails a binary frame.", Both, "a2 m01 k 61", "", "", 1002, true},
        {base, "RSV3 without an extension fails a binary frame.", Both, "92 m01 k 61", "", "", 1002, true},
        {base, "RSV1 without an extension fails a continuation.", Both, "01 m01 k 61 c0 m01 k 61", "", "",
         1002, true},
        {base, "RSV2 without an extension fails a continuation.", Both, "01 m01 k 61 a0 m01 k 61", "", "",
         1002, true},
        {base, "RSV3 without an extension fails a continuation.", Both, "01 m01 k 61 90 m01 k 61", "", "",
         1002, true},
        {base, "RSV1 fails a Close.", Both, "c8 m00 k", "", "", 1002, true},
        {base, "RSV2 fails a Close.", Both, "a8 m00 k", "", "", 1002, true},
        {base, "RSV3 fails a Close.", Both, "98 m00 k", "", "", 1002, true},
        {base, "RSV1 fails a Ping.", Both, "c9 m00 k", "", "", 1002, true},
        {base, "RSV2 fails a Ping.", Both, "a9 m00 k", "", "", 1002, true},
        {base, "RSV3 fails a Ping.", Both, "99 m00 k", "", "", 1002, true},
        {base, "RSV1 fails a Pong.", Both, "ca m00 k", "", "", 1002, true},
        {base, "RSV2 fails a Pong.", Both, "aa m00 k", "", "", 1002, true},
        {base, "RSV3 fails a Pong.", Both, "9a m00 k", "", "", 1002, true},
        {base, "The reserved data opcode 3 fails.", Both, "83 m00 k", "", "", 1002, true},
        {base, "The reserved data opcode 4 fails.", Both, "84 m00 k", "", "", 1002, true},
        {base, "The reserved data opcode 5 fails.", Both, "85 m00 k", "", "", 1002, true},
        {base, "The reserved data opcode 6 fails.", Both, "86 m00 k", "", "", 1002, true},
        {base, "The reserved data opcode 7 fails.", Both, "87 m00 k", "", "", 1002, true},
        {base, "The reserved control opcode B fails.", Both, "8b m00 k", "", "", 1002, true},
        {base, "The reserved control opcode C fails.", Both, "8c m00 k", "", "", 1002, true},
        {base, "The reserved control opcode D fails.", Both, "8d m00 k", "", "", 1002, true},
        {base, "The reserved control opcode E fails.", Both, "8e m00 k", "", "", 1002, true},
        {base, "The reserved control opcode F fails.", Both, "8f m00 k", "", "", 1002, true},
        {base, "A reserved opcode fails within a fragmented message too.", Both, "01 m01 k 61 03 m01 k 61",
         "", "", 1002, true},
        {base, "A frame that breaks a rule fails with the octet that does, before its payload has come.",
         Both, "83", "", "", 1002, true},
        {base, "What comes before a failure is still a message.", Both, "81 m01 k 61 83 m00 k", "text a", "",
         1002, true},
        {base, "What comes behind a failure is not read.", Both, "83 m00 k 81 m01 k 61 89 m00 k", "", "",
         1002, true},
        {base, "The first fragment may be the last: FIN on a text frame.", Both, "81 m01 k 61", "text a"},
        {base, "A frame without FIN waits for the rest of its message.", Both, "01 m01 k 61"},
        {base, "A payload may be empty.", Both, "81 m00 k", "text"},
        {base, "A length of 7 bits is read: 1.", Both, "82 m01 k 61", "binary a"},
        {base, "A length of 7 bits is read: 125.", Both, "82 m7d k 61*125", "binary of 125 octets"},
        {base, "A length of 16 bits is read, the high octet first: 126.", Both, "82 m7e 00 7e k 61*126",
         "binary of 126 octets"},
        {base, "A length of 16 bits is read: 256.", Both, "82 m7e 01 00 k 61*256", "binary of 256 octets"},
        {base, "A length of 16 bits is read: 65535.", Both, "82 m7e ff ff k 61*65535",
         "binary of 65535 octets"},
        {base, "A length of 64 bits is read, the high octet first: 65536.", Both,
         "82 m7f 00 00 00 00 00 01 00 00 k 61*65536", "binary of 65536 octets"},
        {base, "A length of 64 bits is read: 65537.", Both, "82 m7f 00 00 00 00 00 01 00 01 k 61*65537",
         "binary of 65537 octets"},
        FrameRule{base, "A length is written in the fewest octets: 0.", Server, "", "", "82 00"}.doing(
            "sends 0 octets", sendBinary(0)),
        FrameRule{base, "A length is written in the fewest octets: 125.", Both, "", "", "82 m7d k 61*125"}
            .doing("sends 125 octets", sendBinary(125)),
        FrameRule{base, "A length is written in the fewest octets: 126.", Both, "", "",
                  "82 m7e 00 7e k 61*126"}
            .doing("sends 126 octets", sendBinary(126)),
        FrameRule{base, "A length is written in the fewest octets: 127.", Both, "", "",
                  "82 m7e 00 7f k 61*127"}
            .doing("sends 127 octets", sendBinary(127)),
        FrameRule{base, "A length is written in the fewest octets: 65535.", Both, "", "",
                  "82 m7e ff ff k 61*65535"}
            .doing("sends 65535 octets", sendBinary(65'535)),
        FrameRule{base, "A length is written in the fewest octets: 65536.", Both, "", "",
                  "82 m7f 00 00 00 00 00 01 00 00 k 61*65536"}
            .doing("sends 65536 octets", sendBinary(65'536)),
        {base, "A length of 0 in 16 bits is not minimal, and fails.", Both, "82 m7e 00 00 k", "", "", 1002,
         true},
        {base, "A length of 1 in 16 bits is not minimal, and fails.", Both, "81 m7e 00 01 k 61", "", "", 1002,
         true},
        {base, "A length of 125 in 16 bits is not minimal, and fails.", Both, "82 m7e 00 7d k 61*125", "", "",
         1002, true},
        {base, "A length of 0 in 64 bits is not minimal, and fails.", Both,
         "82 m7f 00 00 00 00 00 00 00 00 k", "", "", 1002, true},
        {base, "A length of 126 in 64 bits is not minimal, and fails.", Both,
         "82 m7f 00 00 00 00 00 00 00 7e k 61*126", "", "", 1002, true},
        {base, "A length of 65535 in 64 bits is not minimal, and fails.", Both,
         "82 m7f 00 00 00 00 00 00 ff ff k", "", "", 1002, true},
        {base, "A length that is not minimal fails a continuation too.", Both,
         "01 m01 k 61 80 m7e 00 01 k 61", "", "", 1002, true},
        {base, "The highest bit of a length of 64 bits is 0: 2^63 fails.", Both,
         "82 m7f 80 00 00 00 00 00 00 00", "", "", 1002, true},
        {base, "The highest bit of a length of 64 bits is 0: 2^64 - 1 fails.", Both,
         "82 m7f ff ff ff ff ff ff ff ff", "", "", 1002, true},
        {"RFC 6455 §10.4", "A length of 2^63 - 1 is legal and too big; its payload is not waited for.", Both,
         "82 m7f 7f ff ff ff ff ff ff ff", "", "", 1009, true},
        FrameRule{"RFC 6455 §10.4", "A frame past the limit is too big.", Both, "82 m0b k", "", "", 1009,
                  true}
            .within({.maxFrameSize = 10, .message = {}}),
        FrameRule{"RFC 6455 §10.4", "A frame at the limit is not too big.", Both, "82 m0a k 61*10",
                  "binary aaaaaaaaaa"}
            .within({.maxFrameSize = 10, .message = {}}),
        FrameRule{"RFC 6455 §10.4", "Fragments that pass the limit of a message are too big together.", Both,
                  "02 m06 k 61*6 80 m06 k", "", "", 1009, true}
            .within({.message = {.maxMessageSize = 10}}),
        FrameRule{"RFC 6455 §10.4", "More fragments than the limit has break the policy of the endpoint.",
                  Both, "02 m00 k 00 m00 k 00 m00 k", "", "", 1008, true}
            .within({.message = {.maxFragments = 2}}),

        {masking, "A payload is unmasked: octet i with octet i mod 4 of the key.", Server,
         "81 85 37 fa 21 3d 7f 9f 4d 51 58", "text Hello"},
        {masking, "The length of the payload does not count the key.", Server,
         "81 81 37 fa 21 3d 56 81 80 00 00 00 00", "text a, text"},
        {masking, "Each frame has its own key, and starts with its first octet.", Server,
         "01 83 37 fa 21 3d 7f 9f 4d 80 82 01 02 03 04 6d 6d", "text Hello"},
        {masking, "Any key is a key, that of all ones too.", Server, "82 84 ff ff ff ff ff fe fd fc",
         "binary 00010203"},
        {masking, "A control frame is unmasked as well.", Server, "89 85 37 fa 21 3d 7f 9f 4d 51 58",
         "ping Hello", "8a 05 48 65 6c 6c 6f"},
        FrameRule{masking, "A server's payload is sent as it is.", Server, "", "", "82 01 61"}.doing(
            "sends 1 octet", sendBinary(1)),
    };
}

} // namespace confab::test
