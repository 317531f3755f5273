// RFC 7692 §6 and §7.2.
#include "tests/conformance/rules.h"

namespace confab::test {

namespace {

std::function<QByteArray(Endpoint &)> send(qsizetype size, int times = 1)
{
    return [size, times](Endpoint &endpoint) {
        QByteArray sent;
        for (int i = 0; i < times; ++i)
            sent += endpoint.encode(Opcode::Text, QByteArray(size, 'a'));
        return sent;
    };
}

} // namespace

QList<FrameRule> deflateRules()
{
    using enum Roles;
    const char *rsv = "RFC 7692 §6";
    const char *sending = "RFC 7692 §6.1";
    const char *receiving = "RFC 7692 §6.2";
    const char *takeover = "RFC 7692 §7.1.1";
    const char *windows = "RFC 7692 §7.1.2";
    const char *compressing = "RFC 7692 §7.2.1";
    const char *inflating = "RFC 7692 §7.2.2";
    const char *examples = "RFC 7692 §7.2.3";
    const char *both = "";
    const char *none = "server_no_context_takeover; client_no_context_takeover";
    return {
        FrameRule{rsv, "RSV1 on the first frame of a text says that it is compressed.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00", "text Hello"}
            .deflating(both),
        FrameRule{rsv, "RSV1 on the first frame of a binary message says that it is compressed.", Both,
                  "c2 m07 k f2 48 cd c9 c9 07 00", "binary Hello"}
            .deflating(both),
        FrameRule{rsv, "RSV1 on a continuation of a compressed message fails.", Both,
                  "41 m03 k f2 48 cd c0 m04 k c9 c9 07 00", "", "", 1002, true}
            .deflating(both),
        FrameRule{rsv, "RSV1 on a continuation of a message that is not compressed fails.", Both,
                  "01 m01 k 61 c0 m01 k 62", "", "", 1002, true}
            .deflating(both),
        FrameRule{rsv, "RSV1 on a continuation of nothing fails.", Both, "c0 m01 k 00", "", "", 1002, true}
            .deflating(both),
        FrameRule{rsv, "RSV1 on a Ping fails.", Both, "c9 m00 k", "", "", 1002, true}.deflating(both),
        FrameRule{rsv, "RSV1 on a Pong fails.", Both, "ca m00 k", "", "", 1002, true}.deflating(both),
        FrameRule{rsv, "RSV1 on a Close fails.", Both, "c8 m02 k 03 e8", "", "", 1002, true}.deflating(both),
        FrameRule{rsv, "RSV2 has no meaning with permessage-deflate either.", Both, "a1 m01 k 61", "", "",
                  1002, true}
            .deflating(both),
        FrameRule{rsv, "RSV3 has no meaning with permessage-deflate either.", Both, "91 m01 k 61", "", "",
                  1002, true}
            .deflating(both),
        FrameRule{rsv, "RSV1 with RSV2 fails.", Both, "e1 m07 k f2 48 cd c9 c9 07 00", "", "", 1002, true}
            .deflating(both),
        FrameRule{rsv, "A reserved opcode fails with RSV1 too.", Both, "c3 m01 k 00", "", "", 1002, true}
            .deflating(both),
        {rsv, "RSV1 without permessage-deflate fails.", Both, "c1 m07 k f2 48 cd c9 c9 07 00", "", "", 1002,
         true},

        FrameRule{sending, "A compressed message has RSV1 set.", Both, "", "", "c1 m06 k 4a 4c 1c 1e 00 00"}
            .doing("sends a text of 200 octets", send(200))
            .deflating(both),
        FrameRule{sending, "A message need not be compressed: a short one is sent as it is, without RSV1.",
                  Both, "", "", "81 m05 k 61*5"}
            .doing("sends a text of 5 octets", send(5))
            .deflating(both),
        FrameRule{sending, "Fragments are sent without compression, without RSV1.", Both, "", "",
                  "01 m7e 00 c8 k 61*200 80 m00 k"}
            .doing("sends a text of 200 octets in fragments",
                   [](Endpoint &endpoint) {
                       return endpoint.encode(Opcode::Text, QByteArray(200, 'a'), false) +
                              endpoint.encode(Opcode::Continuation, {});
                   })
            .deflating(both),
        FrameRule{sending, "Control frames are not compressed.", Both, "89 m7d k 61*125",
                  "ping of 125 octets", "8a m7d k 61*125"}
            .deflating(both),
        FrameRule{sending, "A Close is not compressed.", Both, "88 m7d k 03 e8 61*123",
                  "close 1000 of 125 octets", "88 m7d k 03 e8 61*123"}
            .deflating(both),

        FrameRule{receiving, "A message without RSV1 is read as it is.", Both, "81 m05 k 48 65 6c 6c 6f",
                  "text Hello"}
            .deflating(both),
        FrameRule{receiving, "Messages with and without RSV1 may take turns.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00 81 m01 k 61 c1 m05 k f2 00 11 00 00",
                  "text Hello, text a, text Hello"}
            .deflating(both),
        FrameRule{receiving, "A fragmented message without RSV1.", Both, "01 m01 k 61 80 m01 k 62", "text ab"}
            .deflating(both),
        FrameRule{receiving, "A compressed message may be fragmented, anywhere in its data.", Both,
                  "41 m03 k f2 48 cd 80 m04 k c9 c9 07 00", "text Hello"}
            .deflating(both),
        FrameRule{receiving, "Fragments of one octet.", Both,
                  "41 m01 k f2 00 m01 k 48 00 m01 k cd 00 m01 k c9 00 m01 k c9 00 m01 k 07 80 m01 k 00",
                  "text Hello"}
            .deflating(both),
        FrameRule{receiving, "Empty fragments of a compressed message.", Both,
                  "41 m00 k 00 m07 k f2 48 cd c9 c9 07 00 80 m00 k", "text Hello"}
            .deflating(both),
        FrameRule{receiving, "A Ping may come between fragments of a compressed message.", Both,
                  "41 m03 k f2 48 cd 89 m01 k 70 80 m04 k c9 c9 07 00", "ping p, text Hello", "8a m01 k 70"}
            .deflating(both),

        FrameRule{takeover, "A message may refer to the one before.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello, text Hello"}
            .deflating(both),
        FrameRule{takeover, "A message may refer to one before that was of the other type.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c2 m05 k f2 00 11 00 00", "text Hello, binary Hello"}
            .deflating(both),
        FrameRule{takeover, "With client_no_context_takeover a client refers to no message before.", Server,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello", "", 1007, true}
            .deflating("client_no_context_takeover"),
        FrameRule{takeover, "With server_no_context_takeover a server refers to no message before.", Client,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello", "", 1007, true}
            .deflating("server_no_context_takeover"),
        FrameRule{takeover, "server_no_context_takeover says nothing of what the client sends.", Server,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello, text Hello"}
            .deflating("server_no_context_takeover"),
        FrameRule{takeover, "client_no_context_takeover says nothing of what the server sends.", Client,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello, text Hello"}
            .deflating("client_no_context_takeover"),
        FrameRule{takeover, "Without context takeover the same message is compressed the same each time.",
                  Both, "", "", "c1 m06 k 4a 4c 1c 1e 00 00 c1 m06 k 4a 4c 1c 1e 00 00"}
            .doing("sends a text twice", send(200, 2))
            .deflating(none),
        FrameRule{takeover, "With context takeover the second message refers to the first.", Both, "", "",
                  "c1 m06 k 4a 4c 1c 1e 00 00 c1 m04 k 1a 2e 00 00"}
            .doing("sends a text twice", send(200, 2))
            .deflating(both),
        FrameRule{takeover, "Without context takeover messages are read, each alone.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m07 k f2 48 cd c9 c9 07 00", "text Hello, text Hello"}
            .deflating(none),
        FrameRule{
            windows,
            "A message that was compressed with the largest window is read, whatever was agreed on for ours.",
            Both, "c1 m07 k f2 48 cd c9 c9 07 00", "text Hello"}
            .deflating("server_max_window_bits=15; client_max_window_bits=15"),
        FrameRule{windows, "A message is compressed with the smallest window, if that was agreed on.", Both,
                  "", "", "c1 m05 k 4a 1c 26 00 00"}
            .doing("sends a text", send(200))
            .deflating("server_max_window_bits=8; client_max_window_bits=8"),
        FrameRule{windows, "A message is read with the smallest window.", Both, "c1 m06 k 4a 4c 1c 1e 00 00",
                  "text of 200 octets"}
            .deflating("server_max_window_bits=8; client_max_window_bits=8"),

        FrameRule{compressing, "00 00 ff ff is taken from the end of what is sent.", Both, "", "",
                  "c1 m06 k 4a 4c 1c 1e 00 00"}
            .doing("sends a text", send(200))
            .deflating(both),
        FrameRule{compressing, "A message ends with a block: data that end within one fail.", Both,
                  "c1 m03 k f2 48 cd", "", "", 1007, true}
            .deflating(both),
        FrameRule{compressing, "A message ends with a block: a stored one that is too short fails.", Both,
                  "c2 m0a k 00 0a 00 f5 ff 48 65 6c 6c 6f", "", "", 1007, true}
            .deflating(both),
        FrameRule{compressing, "No octet at all is not compressed data.", Both, "c1 m00 k", "", "", 1007,
                  true}
            .deflating(both),
        FrameRule{inflating, "00 00 ff ff is put back behind what is received.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00", "text Hello"}
            .deflating(both),
        FrameRule{inflating, "Data whose 00 00 ff ff was not taken fail.", Both,
                  "c1 m0b k f2 48 cd c9 c9 07 00 00 00 ff ff", "", "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "A reserved type of block fails.", Both, "c2 m01 k 07", "", "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "A stored block whose length and complement differ fails.", Both,
                  "c2 m0b k 00 05 00 fa fe 48 65 6c 6c 6f 00", "", "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "A reference before the beginning fails.", Both, "c2 m05 k f2 00 11 00 00", "",
                  "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "Plain text is not compressed data.", Both, "c1 m05 k 48 65 6c 6c 6f", "", "",
                  1007, true}
            .deflating(both),
        FrameRule{inflating, "Data at fault fail at once, before the last fragment.", Both, "42 m01 k 07", "",
                  "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "A text is UTF-8 once it is inflated.", Both,
                  "c1 m09 k 00 03 00 fc ff ed 95 9c 00", "text 한"}
            .deflating(both),
        FrameRule{inflating, "A text that inflates to what is not UTF-8 fails.", Both,
                  "c1 m08 k 00 02 00 fd ff 61 ff 00", "", "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "It fails at the first octet at fault, before the last fragment.", Both,
                  "41 m07 k 00 02 00 fd ff 61 ff", "", "", 1007, true}
            .deflating(both),
        FrameRule{inflating, "Binary data need not be UTF-8 once inflated.", Both,
                  "c2 m08 k 00 02 00 fd ff 61 ff 00", "binary 61ff"}
            .deflating(both),
        FrameRule{"RFC 7692 §8", "A message that inflates past the limit is too big.", Both,
                  "c2 m06 k 4a 4c 1c 1e 00 00", "", "", 1009, true}
            .deflating(both)
            .within({.message = {.maxMessageSize = 199}}),
        FrameRule{"RFC 7692 §8", "A message that inflates to the limit is not.", Both,
                  "c2 m06 k 4a 4c 1c 1e 00 00", "binary of 200 octets"}
            .deflating(both)
            .within({.message = {.maxMessageSize = 200}}),
        FrameRule{"RFC 7692 §8", "What inflates past the limit fails before its last fragment has come.",
                  Both, "42 m06 k 4a 4c 1c 1e 00 00", "", "", 1009, true}
            .deflating(both)
            .within({.message = {.maxMessageSize = 199}}),

        FrameRule{examples, "§7.2.3.1: one compressed block.", Both, "c1 m07 k f2 48 cd c9 c9 07 00",
                  "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.1: the same in two frames.", Both,
                  "41 m03 k f2 48 cd 80 m04 k c9 c9 07 00", "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.2: sharing the window.", Both,
                  "c1 m07 k f2 48 cd c9 c9 07 00 c1 m05 k f2 00 11 00 00", "text Hello, text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.3: a block that is not compressed.", Both,
                  "c1 m0b k 00 05 00 fa ff 48 65 6c 6c 6f 00", "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.4: a block with BFINAL.", Both, "c1 m08 k f3 48 cd c9 c9 07 00 00",
                  "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.4: BFINAL ends neither the window nor the connection.", Both,
                  "c1 m08 k f3 48 cd c9 c9 07 00 00 c1 m05 k f2 00 11 00 00", "text Hello, text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.5: two blocks in a message.", Both,
                  "c1 m0d k f2 48 05 00 00 00 ff ff ca c9 c9 07 00", "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.5: two blocks, both with BFINAL.", Both,
                  "c1 m0a k f3 48 05 00 cb c9 c9 07 00 00", "text Hello"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.6: an empty message is one octet.", Both, "c1 m01 k 00", "text"}
            .deflating(both),
        FrameRule{examples, "§7.2.3.6: empty messages one behind the other.", Both, "c1 m01 k 00 c2 m01 k 00",
                  "text, binary"}
            .deflating(both),
    };
}

} // namespace confab::test
