#pragma once

#include "tests/core/wire/splits.h"

namespace confab::test {

/// Compressed messages of RFC 7692 §7.2.3, and what they say. Those of one row follow each other on one
/// connection.
struct DeflateExample
{
    const char *name;
    QList<QByteArray> compressed;
    QList<QByteArray> messages;
};

inline QList<DeflateExample> deflateExamples()
{
    return {
        {"§7.2.3.1 one block", {hex("f2 48 cd c9 c9 07 00")}, {"Hello"}},
        {"§7.2.3.2 sharing the window",
         {hex("f2 48 cd c9 c9 07 00"), hex("f2 00 11 00 00")},
         {"Hello", "Hello"}},
        {"§7.2.3.3 no compression", {hex("00 05 00 fa ff 48 65 6c 6c 6f 00")}, {"Hello"}},
        {"§7.2.3.4 BFINAL", {hex("f3 48 cd c9 c9 07 00 00")}, {"Hello"}},
        {"§7.2.3.4 BFINAL, then sharing the window",
         {hex("f3 48 cd c9 c9 07 00 00"), hex("f2 00 11 00 00")},
         {"Hello", "Hello"}},
        {"§7.2.3.4 BFINAL in the octet that is put there again", {hex("f3 48 cd c9 c9 07 00 01")}, {"Hello"}},
        {"§7.2.3.5 two blocks", {hex("f2 48 05 00 00 00 ff ff ca c9 c9 07 00")}, {"Hello"}},
        {"§7.2.3.5 two blocks, both with BFINAL", {hex("f3 48 05 00 cb c9 c9 07 00 00")}, {"Hello"}},
        {"§7.2.3.6 empty", {hex("00"), hex("00")}, {"", ""}},
    };
}

/// What is not DEFLATE data (RFC 1951), or not all of it.
struct BadDeflateData
{
    const char *name;
    QByteArray compressed;
};

inline QList<BadDeflateData> badDeflateData()
{
    return {
        {"reserved block type", hex("07")},
        {"stored length and its complement differ", hex("00 05 00 fa fe 48 65 6c 6c 6f 00")},
        {"reference before the beginning", hex("f2 00 11 00 00")},
        {"nothing at all", {}},
        {"ends within a block", hex("f2 48 cd")},
        {"ends within a stored block", hex("00 0a 00 f5 ff 48 65 6c 6c 6f")},
        {"ends behind a block, not flushed", hex("f3 48 cd c9 c9 07 00")},
        {"the tail was not removed", hex("f2 48 cd c9 c9 07 00 00 00 ff ff")},
        {"plain text", "Hello, this is not compressed"},
    };
}

} // namespace confab::test
