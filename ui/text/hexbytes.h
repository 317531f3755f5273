#pragma once

#include <QByteArray>
#include <QString>

namespace confab {

/// How a person writes octets down.
enum class BytesFormat { Hex, Base64 };

/// Why what was written is not octets.
enum class BytesError {
    None,
    NotHexDigit,
    HalfOctet, ///< a group has an odd number of hexadecimal digits
    NotBase64Digit,
    PaddingInside,    ///< "=" before the end
    Base64Incomplete, ///< the last group has one digit alone, or padding that does not complete it
};

struct ParsedBytes
{
    QByteArray bytes; ///< empty unless error is None
    BytesError error = BytesError::None;
    qsizetype position = 0; ///< of the offending character, from 0

    bool operator==(const ParsedBytes &) const = default;
};

/// Reads octets as people write them. Hex: "48656c", "48 65 6c", "0x48, 0x65", "48:65", "\x48\x65". Base64
/// (RFC 4648 §4 and §5): either alphabet, padding optional, white space ignored.
ParsedBytes parseBytes(QStringView text, BytesFormat format);

} // namespace confab
