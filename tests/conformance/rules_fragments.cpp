// RFC 6455 §5.4, §5.6 and what §8.1 adds.
#include "tests/conformance/rules.h"

namespace confab::test {

QList<FrameRule> fragmentationRules()
{
    using enum Roles;
    const char *fragments = "RFC 6455 §5.4";
    const char *data = "RFC 6455 §5.6";
    const char *utf8 = "RFC 6455 §8.1";
    return {
        {fragments, "A message of one frame has FIN and an opcode other than 0.", Both, "82 m01 k 61",
         "binary a"},
        {fragments, "A message of two fragments.", Both, "01 m03 k 48 65 6c 80 m02 k 6c 6f", "text Hello"},
        {fragments, "A message of three fragments, in the order in which they were sent.", Both,
         "02 m01 k 61 00 m01 k 62 80 m01 k 63", "binary abc"},
        {fragments, "Fragments of one octet.", Both,
         "01 m01 k 48 00 m01 k 65 00 m01 k 6c 00 m01 k 6c 80 m01 k 6f", "text Hello"},
        {fragments, "Fragments may be empty.", Both, "01 m00 k 00 m00 k 80 m00 k", "text"},
        {fragments, "An empty first fragment.", Both, "01 m00 k 80 m01 k 61", "text a"},
        {fragments, "An empty last fragment.", Both, "01 m01 k 61 80 m00 k", "text a"},
        {fragments, "All fragments are of the type that the first one has.", Both, "02 m01 k ff 80 m01 k fe",
         "binary fffe"},
        {fragments, "A Ping within a fragmented message is answered at once.", Both,
         "01 m01 k 61 89 m01 k 70 80 m01 k 62", "ping p, text ab", "8a m01 k 70"},
        {fragments, "A Pong within a fragmented message.", Both, "01 m01 k 61 8a m01 k 70 80 m01 k 62",
         "pong p, text ab"},
        {fragments, "A Ping between any two fragments.", Both,
         "01 m01 k 61 89 m00 k 00 m01 k 62 89 m01 k 70 80 m01 k 63", "ping, ping p, text abc",
         "8a m00 k 8a m01 k 70"},
        FrameRule{fragments, "A Close within a fragmented message ends it unread.", Both,
                  "01 m01 k 61 88 m02 k 03 e8", "close 1000", "88 m02 k 03 e8"}
            .endingAs("1000, clean"),
        {fragments, "A fragmented Close fails.", Both, "08 m02 k 03 e8", "", "", 1002, true},
        {fragments, "A fragmented Ping fails.", Both, "09 m01 k 61 80 m01 k 62", "", "", 1002, true},
        {fragments, "A fragmented Pong fails.", Both, "0a m00 k", "", "", 1002, true},
        {fragments, "A text frame before the last fragment of a message fails.", Both,
         "01 m01 k 61 81 m01 k 62", "", "", 1002, true},
        {fragments, "A binary frame before the last fragment of a message fails.", Both,
         "01 m01 k 61 82 m01 k 62", "", "", 1002, true},
        {fragments, "A first fragment before the last one of another message fails.", Both,
         "02 m01 k 61 02 m01 k 62", "", "", 1002, true},
        {fragments, "A continuation of nothing fails.", Both, "80 m01 k 61", "", "", 1002, true},
        {fragments, "A continuation of nothing without FIN fails.", Both, "00 m01 k 61", "", "", 1002, true},
        {fragments, "A continuation of nothing fails by its opcode, however large it says it is.", Both,
         "80 m7f 20 00 00 00 00 00 00 00", "", "", 1002, true},
        {fragments, "A text within a message fails by its opcode, however large it says it is.", Both,
         "01 m01 k 61 81 m7f 20 00 00 00 00 00 00 00", "", "", 1002, true},
        {fragments, "An empty continuation of nothing fails.", Both, "80 m00 k", "", "", 1002, true},
        {fragments, "A continuation behind a whole message fails.", Both, "81 m01 k 61 80 m01 k 62", "text a",
         "", 1002, true},
        {fragments, "A continuation behind the last fragment fails.", Both,
         "01 m01 k 61 80 m01 k 62 80 m01 k 63", "text ab", "", 1002, true},
        {fragments, "A continuation behind a Ping alone fails.", Both, "89 m00 k 80 m01 k 61", "ping",
         "8a m00 k", 1002, true},
        {fragments, "A message may follow a fragmented one.", Both, "01 m01 k 61 80 m01 k 62 82 m01 k 63",
         "text ab, binary c"},
        FrameRule{fragments, "What is sent in fragments has the opcode first, FIN last.", Both, "", "",
                  "01 m03 k 48 65 6c 80 m02 k 6c 6f"}
            .doing("sends the text Hel, lo",
                   [](Endpoint &endpoint) {
                       return endpoint.encode(Opcode::Text, "Hel", false) +
                              endpoint.encode(Opcode::Continuation, "lo");
                   }),
        FrameRule{fragments, "A control frame is never sent in fragments.", Both, "", "", "89 m01 k 61"}
            .doing("sends a Ping, without FIN",
                   [](Endpoint &endpoint) { return endpoint.encode(Opcode::Ping, "a", false); }),

        {data, "A text of two, three and four octets a character.", Both,
         "81 m09 k c3 a9 ed 95 9c f0 9f 98 80", "text é한😀"},
        {data, "A fragment may end within a character.", Both, "01 m02 k f0 9f 80 m02 k 98 80", "text 😀"},
        {data, "A character may be spread over as many fragments as it has octets.", Both,
         "01 m01 k f0 00 m01 k 9f 00 m01 k 98 80 m01 k 80", "text 😀"},
        {data, "A Ping may come within a character.", Both, "01 m01 k ed 89 m00 k 80 m02 k 95 9c",
         "ping, text 한", "8a m00 k"},
        {data, "A whole text must not end within a character.", Both, "81 m02 k ed 95", "", "", 1007, true},
        {data, "A whole text in fragments must not end within a character.", Both, "01 m01 k ed 80 m01 k 95",
         "", "", 1007, true},
        {data, "A leading byte order mark is part of the text.", Both, "81 m04 k ef bb bf 61",
         "text efbbbf61"},
        {data, "NUL is a character.", Both, "81 m03 k 61 00 62", "text 610062"},
        {data, "A noncharacter is valid UTF-8: U+FFFF.", Both, "81 m03 k ef bf bf", "text efbfbf"},
        {data, "The last code point is valid: U+10FFFF.", Both, "81 m04 k f4 8f bf bf", "text f48fbfbf"},
        {data, "Binary data are any octets.", Both, "82 m04 k c0 80 ff 00", "binary c080ff00"},

        {utf8, "An octet that never is in UTF-8 fails: FF.", Both, "81 m01 k ff", "", "", 1007, true},
        {utf8, "An octet that never is in UTF-8 fails: FE.", Both, "81 m01 k fe", "", "", 1007, true},
        {utf8, "A continuation octet alone fails.", Both, "81 m01 k 80", "", "", 1007, true},
        {utf8, "A first octet without the second fails.", Both, "81 m02 k c3 61", "", "", 1007, true},
        {utf8, "An overlong form of two octets fails.", Both, "81 m02 k c0 af", "", "", 1007, true},
        {utf8, "An overlong form of two octets fails: C1.", Both, "81 m02 k c1 bf", "", "", 1007, true},
        {utf8, "An overlong form of three octets fails.", Both, "81 m03 k e0 80 af", "", "", 1007, true},
        {utf8, "An overlong form of four octets fails.", Both, "81 m04 k f0 80 80 af", "", "", 1007, true},
        {utf8, "The lowest surrogate fails: U+D800.", Both, "81 m03 k ed a0 80", "", "", 1007, true},
        {utf8, "The highest surrogate fails: U+DFFF.", Both, "81 m03 k ed bf bf", "", "", 1007, true},
        {utf8, "A pair of surrogates fails (CESU-8).", Both, "81 m06 k ed a0 bd ed b8 80", "", "", 1007,
         true},
        {utf8, "What is past U+10FFFF fails.", Both, "81 m04 k f4 90 80 80", "", "", 1007, true},
        {utf8, "Forms of five octets fail.", Both, "81 m05 k f8 88 80 80 80", "", "", 1007, true},
        {utf8, "Forms of six octets fail.", Both, "81 m06 k fc 84 80 80 80 80", "", "", 1007, true},
        {utf8, "A text fails at its first octet at fault, within a frame whose end has not come.", Both,
         "81 m05 k 61 c0", "", "", 1007, true},
        {utf8, "A text fails in its first fragment, before the last one has come.", Both, "01 m02 k 61 ff",
         "", "", 1007, true},
        {utf8, "A text fails in the middle fragment.", Both, "01 m01 k 61 00 m01 k 80 80 m01 k 62", "", "",
         1007, true},
        {utf8, "A text fails where fragments do not make a character together.", Both,
         "01 m01 k ed 80 m02 k a0 80", "", "", 1007, true},
        {utf8, "Each text starts anew: the end of one is not continued by the next.", Both,
         "81 m01 k 61 81 m01 k 80", "text a", "", 1007, true},
        {utf8, "Pings and Pongs are not text.", Both, "89 m01 k ff 8a m01 k c0", "ping ff, pong c0",
         "8a m01 k ff"},
    };
}

} // namespace confab::test
