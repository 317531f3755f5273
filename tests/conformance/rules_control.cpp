// RFC 6455 §5.5, §5.7, §5.8, §6.
#include "tests/conformance/rules.h"

namespace confab::test {

namespace {

QByteArray closeNormally(Endpoint &endpoint)
{
    endpoint.close({CloseCode::NormalClosure, {}});
    return {};
}

} // namespace

QList<FrameRule> controlRules()
{
    using enum Roles;
    const char *control = "RFC 6455 §5.5";
    const char *close = "RFC 6455 §5.5.1";
    const char *ping = "RFC 6455 §5.5.2";
    const char *pong = "RFC 6455 §5.5.3";
    return {
        {control, "A Ping may have 125 octets.", Both, "89 m7d k 61*125", "ping of 125 octets",
         "8a m7d k 61*125"},
        {control, "A Pong may have 125 octets.", Both, "8a m7d k 61*125", "pong of 125 octets"},
        {control, "A Close may have 125 octets.", Both, "88 m7d k 03 e8 61*123", "close 1000 of 125 octets",
         "88 m7d k 03 e8 61*123"},
        {control, "A Ping of 126 octets fails.", Both, "89 m7e 00 7e k 61*126", "", "", 1002, true},
        {control, "A Pong of 126 octets fails.", Both, "8a m7e 00 7e k 61*126", "", "", 1002, true},
        {control, "A Close of 126 octets fails.", Both, "88 m7e 00 7e k 03 e8 61*124", "", "", 1002, true},
        {control, "A length of 16 bits fails a control frame, whatever it says.", Both, "89 m7e 00 01 k 61",
         "", "", 1002, true},
        {control, "A length of 64 bits fails a control frame, whatever it says.", Both,
         "89 m7f 00 00 00 00 00 00 00 01 k 61", "", "", 1002, true},
        {control, "A Ping without FIN fails.", Both, "09 m00 k", "", "", 1002, true},
        {control, "A Pong without FIN fails.", Both, "0a m00 k", "", "", 1002, true},
        {control, "A Close without FIN fails.", Both, "08 m00 k", "", "", 1002, true},
        FrameRule{control, "A control frame that is sent has at most 125 octets.", Both, "", "",
                  "89 m7d k 61*125"}
            .doing("sends a Ping of 126 octets",
                   [](Endpoint &endpoint) { return endpoint.encode(Opcode::Ping, QByteArray(126, 'a')); }),

        FrameRule{close, "A Close may be empty.", Both, "88 m00 k", "close 1005", "88 m00 k"}.endingAs(
            "1005, clean"),
        FrameRule{close, "A Close has a code of two octets, the high one first.", Both, "88 m02 k 03 e8",
                  "close 1000", "88 m02 k 03 e8"}
            .endingAs("1000, clean"),
        FrameRule{close, "A Close may have a reason behind its code.", Both, "88 m05 k 03 e8 62 79 65",
                  "close 1000 bye", "88 m05 k 03 e8 62 79 65"}
            .endingAs("1000 bye, clean"),
        {close, "A reason is UTF-8.", Both, "88 m05 k 03 e8 ed 95 9c", "close 1000 한",
         "88 m05 k 03 e8 ed 95 9c"},
        {close, "A Close of one octet fails.", Both, "88 m01 k 03", "", "", 1002, true},
        {close, "A reason that is not UTF-8 fails.", Both, "88 m03 k 03 e8 ff", "", "", 1007, true},
        {close, "A reason that ends within a character fails.", Both, "88 m04 k 03 e8 ed 95", "", "", 1007,
         true},
        {close, "A reason with a surrogate fails.", Both, "88 m05 k 03 e8 ed a0 80", "", "", 1007, true},
        {close, "A Close is answered with a Close with its code.", Both, "88 m02 k 0f a0", "close 4000",
         "88 m02 k 0f a0"},
        {close, "A Close is answered once.", Both, "88 m02 k 03 e8 88 m02 k 03 e9", "close 1000",
         "88 m02 k 03 e8"},
        FrameRule{close, "A Close that answers ours is not answered.", Both, "88 m02 k 03 e8", "close 1000",
                  "88 m02 k 03 e8"}
            .doing("closes with 1000", closeNormally),
        FrameRule{close, "A code that our Close did not have is not answered either.", Both, "88 m02 k 03 e9",
                  "close 1001", "88 m02 k 03 e8"}
            .doing("closes with 1000", closeNormally)
            .endingAs("1001, clean"),
        FrameRule{close, "No data are sent behind our Close.", Both, "", "", "88 m02 k 03 e8"}.doing(
            "closes with 1000 and sends a text",
            [](Endpoint &endpoint) {
                closeNormally(endpoint);
                return endpoint.encode(Opcode::Text, "late");
            }),
        FrameRule{close, "No Ping is sent behind our Close.", Both, "", "", "88 m02 k 03 e8"}.doing(
            "closes with 1000 and sends a Ping",
            [](Endpoint &endpoint) {
                closeNormally(endpoint);
                return endpoint.encode(Opcode::Ping, "late");
            }),
        FrameRule{close, "No second Close is sent.", Both, "", "", "88 m02 k 03 e8"}.doing(
            "closes with 1000 twice",
            [](Endpoint &endpoint) {
                closeNormally(endpoint);
                return closeNormally(endpoint);
            }),
        {close, "Data that come behind the peer's Close are not read.", Both, "88 m02 k 03 e8 81 m01 k 61",
         "close 1000", "88 m02 k 03 e8"},
        {close, "A Ping behind the peer's Close is not answered.", Both, "88 m02 k 03 e8 89 m01 k 61",
         "close 1000", "88 m02 k 03 e8"},
        {close, "What breaks a rule behind the peer's Close is not read.", Both, "88 m02 k 03 e8 83 ff ff",
         "close 1000", "88 m02 k 03 e8"},
        FrameRule{close, "Data that come between our Close and the peer's are still messages.", Both,
                  "81 m01 k 61 88 m02 k 03 e8", "text a, close 1000", "88 m02 k 03 e8"}
            .doing("closes with 1000", closeNormally),

        {ping, "A Ping is answered with a Pong.", Both, "89 m00 k", "ping", "8a m00 k"},
        {ping, "A Ping may have a payload.", Both, "89 m05 k 48 65 6c 6c 6f", "ping Hello",
         "8a m05 k 48 65 6c 6c 6f"},
        FrameRule{ping, "A Ping is not answered behind our Close.", Both, "89 m01 k 61", "ping a",
                  "88 m02 k 03 e8"}
            .doing("closes with 1000", closeNormally),
        {ping, "A Ping is answered before the message behind it.", Both, "89 m01 k 61 81 m01 k 62",
         "ping a, text b", "8a m01 k 61"},
        FrameRule{ping, "A Ping may be sent at any time.", Both, "", "", "89 m01 k 61"}.doing(
            "sends a Ping", [](Endpoint &endpoint) { return endpoint.encode(Opcode::Ping, "a"); }),
        {pong, "A Pong has the payload of the Ping that it answers, any octets.", Both,
         "89 m04 k 00 ff c0 0a", "ping 00ffc00a", "8a m04 k 00 ff c0 0a"},
        {pong, "Each Ping is answered, in order; the latest alone would do.", Both,
         "89 m01 k 61 89 m01 k 62 89 m01 k 63", "ping a, ping b, ping c",
         "8a m01 k 61 8a m01 k 62 8a m01 k 63"},
        {pong, "A Pong that nobody asked for is not answered.", Both, "8a m01 k 61", "pong a"},
        FrameRule{pong, "A Pong to no Ping of ours is not answered.", Both, "8a m01 k 62", "pong b",
                  "89 m01 k 61"}
            .doing("sends a Ping", [](Endpoint &endpoint) { return endpoint.encode(Opcode::Ping, "a"); }),
        {pong, "An empty Pong.", Both, "8a m00 k", "pong"},
    };
}

QList<FrameRule> messageRules()
{
    using enum Roles;
    const char *examples = "RFC 6455 §5.7";
    const char *extensions = "RFC 6455 §5.8";
    const char *sending = "RFC 6455 §6.1";
    const char *receiving = "RFC 6455 §6.2";
    return {
        {examples, "Example: an unmasked text message.", Client, "81 05 48 65 6c 6c 6f", "text Hello"},
        {examples, "Example: a masked text message.", Server, "81 85 37 fa 21 3d 7f 9f 4d 51 58",
         "text Hello"},
        {examples, "Example: a fragmented unmasked text message.", Client, "01 03 48 65 6c 80 02 6c 6f",
         "text Hello"},
        {examples, "Example: an unmasked Ping and its Pong.", Client, "89 05 48 65 6c 6c 6f", "ping Hello",
         "8a 85 00 00 00 00 48 65 6c 6c 6f"},
        {examples, "Example: a masked Pong.", Server, "8a 85 37 fa 21 3d 7f 9f 4d 51 58", "pong Hello"},
        {examples, "Example: 256 octets of binary data in a frame.", Client, "82 7e 01 00 61*256",
         "binary of 256 octets"},
        {examples, "Example: 64 KiB of binary data in a frame.", Client,
         "82 7f 00 00 00 00 00 01 00 00 61*65536", "binary of 65536 octets"},
        {extensions, "Without an extension no reserved bit has a meaning.", Both, "c2 m01 k 00", "", "", 1002,
         true},
        {extensions, "Without an extension no reserved opcode has a meaning.", Both, "8b m01 k 00", "", "",
         1002, true},
        FrameRule{sending, "A text is sent as opcode 1, in UTF-8.", Both, "", "", "81 m03 k ed 95 9c"}.doing(
            "sends the text 한", [](Endpoint &endpoint) { return endpoint.encode(Opcode::Text, "한"); }),
        FrameRule{sending, "Binary data are sent as opcode 2.", Both, "", "", "82 m01 k ff"}.doing(
            "sends an octet", [](Endpoint &endpoint) { return endpoint.encode(Opcode::Binary, "\xFF"); }),
        {sending, "Data are sent while OPEN alone: not once the peer has closed.", Both, "88 m00 k",
         "close 1005", "88 m00 k"},
        {receiving, "Frames make messages, in order.", Both, "81 m01 k 61 82 m01 k 62 81 m01 k 63",
         "text a, binary b, text c"},
        {receiving, "A message may come in the same octets as others and as control frames.", Both,
         "81 m01 k 61 8a m00 k 01 m01 k 62 80 m01 k 63", "text a, pong, text bc"},
    };
}

} // namespace confab::test
