// RFC 6455 §7.
#include "tests/conformance/rules.h"

namespace confab::test {

namespace {

std::function<QByteArray(Endpoint &)> closeWith(int code, const QString &reason = {})
{
    return [code, reason](Endpoint &endpoint) {
        endpoint.close({CloseCode(code), reason});
        return QByteArray();
    };
}

} // namespace

QList<FrameRule> closingRules()
{
    using enum Roles;
    const char *tcp = "RFC 6455 §7.1.1";
    const char *start = "RFC 6455 §7.1.2";
    const char *started = "RFC 6455 §7.1.3";
    const char *closed = "RFC 6455 §7.1.4";
    const char *code = "RFC 6455 §7.1.5";
    const char *reason = "RFC 6455 §7.1.6";
    const char *fail = "RFC 6455 §7.1.7";
    const char *abnormal = "RFC 6455 §7.2";
    const char *defined = "RFC 6455 §7.4.1";
    const char *ranges = "RFC 6455 §7.4.2";
    return {
        {tcp, "A server ends the TCP connection once it has answered a Close.", Server,
         "88 82 00 00 00 00 03 e8", "close 1000", "88 02 03 e8", 0, true},
        FrameRule{tcp, "A server ends the TCP connection once its Close is answered.", Server,
                  "88 82 00 00 00 00 03 e8", "close 1000", "88 02 03 e8", 0, true}
            .doing("closes with 1000", closeWith(1000)),
        {tcp, "A client waits for the server to end the TCP connection, having answered.", Client,
         "88 02 03 e8", "close 1000", "88 82 00 00 00 00 03 e8", 0, false},
        FrameRule{tcp, "A client waits for the server to end the TCP connection, having been answered.",
                  Client, "88 02 03 e8", "close 1000", "88 82 00 00 00 00 03 e8", 0, false}
            .doing("closes with 1000", closeWith(1000)),
        FrameRule{start, "To close is to send a Close with code and reason.", Both, "", "",
                  "88 m05 k 03 e8 62 79 65"}
            .doing("closes with 1000, bye", closeWith(1000, QStringLiteral("bye"))),
        FrameRule{start, "To close without a code is to send an empty Close.", Both, "", "", "88 m00 k"}
            .doing("closes without a code", closeWith(1005)),
        FrameRule{started,
                  "Having sent a Close, the closing handshake is under way: no end before the answer.", Both,
                  "", "", "88 m02 k 03 e9"}
            .doing("closes with 1001", closeWith(1001))
            .endingAs("1006, not clean"),
        FrameRule{closed, "With a Close sent and one received it was closed cleanly.", Both, "88 m02 k 03 e8",
                  "close 1000", "88 m02 k 03 e8"}
            .endingAs("1000, clean"),
        FrameRule{closed, "Without a Close received it was not closed cleanly.", Both, "81 m01 k 61",
                  "text a"}
            .endingAs("1006, not clean"),
        FrameRule{code, "The code is the one in the Close that was received.", Both, "88 m02 k 0f a1",
                  "close 4001", "88 m02 k 03 e8"}
            .doing("closes with 1000", closeWith(1000))
            .endingAs("4001, clean"),
        FrameRule{code, "The first Close that is received counts.", Both, "88 m02 k 03 e8 88 m02 k 03 e9",
                  "close 1000", "88 m02 k 03 e8"}
            .endingAs("1000, clean"),
        FrameRule{code, "An empty Close counts as 1005.", Both, "88 m00 k", "close 1005", "88 m00 k"}
            .endingAs("1005, clean"),
        FrameRule{code, "A connection that was lost counts as 1006.", Both}.endingAs("1006, not clean"),
        FrameRule{code, "A connection that was lost within a frame counts as 1006.", Both, "81 m05 k 61"}
            .endingAs("1006, not clean"),
        FrameRule{code, "A connection that was lost within a Close counts as 1006.", Both, "88 m02 k 03"}
            .endingAs("1006, not clean"),
        FrameRule{reason, "The reason is the one in the Close that was received.", Both,
                  "88 m05 k 03 e8 ed 95 9c", "close 1000 한", "88 m05 k 03 e8 ed 95 9c"}
            .endingAs("1000 한, clean"),
        FrameRule{reason, "A Close without a reason has the empty one.", Both, "88 m02 k 03 e8", "close 1000",
                  "88 m02 k 03 e8"}
            .endingAs("1000, clean"),
        {reason, "A leading byte order mark is part of the reason.", Both, "88 m06 k 03 e8 ef bb bf 61",
         "close 1000 efbbbf61", "88 m06 k 03 e8 ef bb bf 61"},
        FrameRule{fail, "To fail is to send a Close with the code of the error, and to end the connection.",
                  Both, "83 m00 k", "", "", 1002, true}
            .endingAs("1006, not clean"),
        FrameRule{fail, "What comes behind the fault is not read.", Both, "83 m00 k 88 m02 k 03 e8", "", "",
                  1002, true}
            .endingAs("1006, not clean"),
        {fail, "Nothing is sent behind the Close that says so.", Both, "83 m00 k 89 m00 k", "", "", 1002,
         true},
        FrameRule{fail, "A fault behind our Close needs no second Close.", Both, "83 m00 k", "",
                  "88 m02 k 03 e8", 0, true}
            .doing("closes with 1000", closeWith(1000))
            .endingAs("1006, not clean"),
        {abnormal, "A client ends the TCP connection when it fails the connection.", Client,
         "81 81 00 00 00 00 61", "", "", 1002, true},
        {abnormal, "A server ends the TCP connection when it fails the connection.", Server, "81 01 61", "",
         "", 1002, true},
        FrameRule{"RFC 6455 §7.3", "An endpoint may close at any time while OPEN, within a message too.",
                  Both, "", "", "01 m01 k 61 88 m02 k 03 e8"}
            .doing("sends a first fragment and closes with 1000",
                   [](Endpoint &endpoint) {
                       const QByteArray sent = endpoint.encode(Opcode::Text, "a", false);
                       endpoint.close({CloseCode::NormalClosure, {}});
                       return sent;
                   }),

        {defined, "1000 may be received.", Both, "88 m02 k 03 e8", "close 1000", "88 m02 k 03 e8"},
        {defined, "1001 may be received.", Both, "88 m02 k 03 e9", "close 1001", "88 m02 k 03 e9"},
        {defined, "1002 may be received.", Both, "88 m02 k 03 ea", "close 1002", "88 m02 k 03 ea"},
        {defined, "1003 may be received.", Both, "88 m02 k 03 eb", "close 1003", "88 m02 k 03 eb"},
        {defined, "1007 may be received.", Both, "88 m02 k 03 ef", "close 1007", "88 m02 k 03 ef"},
        {defined, "1008 may be received.", Both, "88 m02 k 03 f0", "close 1008", "88 m02 k 03 f0"},
        {defined, "1009 may be received.", Both, "88 m02 k 03 f1", "close 1009", "88 m02 k 03 f1"},
        {defined, "1010 may be received.", Both, "88 m02 k 03 f2", "close 1010", "88 m02 k 03 f2"},
        {defined, "1011 may be received.", Both, "88 m02 k 03 f3", "close 1011", "88 m02 k 03 f3"},
        {defined, "1004 is reserved, and fails.", Both, "88 m02 k 03 ec", "", "", 1002, true},
        {defined, "1005 must not be in a Close, and fails.", Both, "88 m02 k 03 ed", "", "", 1002, true},
        {defined, "1006 must not be in a Close, and fails.", Both, "88 m02 k 03 ee", "", "", 1002, true},
        {defined, "1015 must not be in a Close, and fails.", Both, "88 m02 k 03 f7", "", "", 1002, true},
        FrameRule{defined, "1005 is never sent.", Both, "", "", "88 m00 k"}.doing("closes with 1005",
                                                                                  closeWith(1005)),
        FrameRule{defined, "1006 is never sent.", Both, "", "", "88 m00 k"}.doing("closes with 1006",
                                                                                  closeWith(1006)),
        FrameRule{defined, "1015 is never sent.", Both, "", "", "88 m00 k"}.doing("closes with 1015",
                                                                                  closeWith(1015)),
        {defined, "1002 is for what breaks the protocol.", Both, "80 m00 k", "", "", 1002, true},
        {defined, "1007 is for data that are not what their message says.", Both, "81 m01 k ff", "", "", 1007,
         true},
        FrameRule{defined, "1009 is for a message that is too big.", Both, "82 m0b k", "", "", 1009, true}
            .within({.message = {.maxMessageSize = 10}}),
        {ranges, "0 is not used, and fails.", Both, "88 m02 k 00 00", "", "", 1002, true},
        {ranges, "999 is not used, and fails.", Both, "88 m02 k 03 e7", "", "", 1002, true},
        {ranges, "1012, 1013 and 1014 are registered since: 1012.", Both, "88 m02 k 03 f4", "close 1012",
         "88 m02 k 03 f4"},
        {ranges, "1013 is registered.", Both, "88 m02 k 03 f5", "close 1013", "88 m02 k 03 f5"},
        {ranges, "1014 is registered.", Both, "88 m02 k 03 f6", "close 1014", "88 m02 k 03 f6"},
        {ranges, "1016 is not defined, and fails.", Both, "88 m02 k 03 f8", "", "", 1002, true},
        {ranges, "1100 is not defined, and fails.", Both, "88 m02 k 04 4c", "", "", 1002, true},
        {ranges, "2000 is not defined, and fails.", Both, "88 m02 k 07 d0", "", "", 1002, true},
        {ranges, "2999 is not defined, and fails.", Both, "88 m02 k 0b b7", "", "", 1002, true},
        {ranges, "3000 is for libraries and frameworks.", Both, "88 m02 k 0b b8", "close 3000",
         "88 m02 k 0b b8"},
        {ranges, "3999 is for libraries and frameworks.", Both, "88 m02 k 0f 9f", "close 3999",
         "88 m02 k 0f 9f"},
        {ranges, "4000 is for private use.", Both, "88 m02 k 0f a0", "close 4000", "88 m02 k 0f a0"},
        {ranges, "4999 is for private use.", Both, "88 m02 k 13 87", "close 4999", "88 m02 k 13 87"},
        {ranges, "5000 is not used, and fails.", Both, "88 m02 k 13 88", "", "", 1002, true},
        {ranges, "65535 is not used, and fails.", Both, "88 m02 k ff ff", "", "", 1002, true},
        FrameRule{ranges, "A code that is not defined is never sent.", Both, "", "", "88 m00 k"}.doing(
            "closes with 2000", closeWith(2000)),
    };
}

} // namespace confab::test
