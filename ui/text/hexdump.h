#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace confab {

/// A hexadecimal dump: offset, octets, printable ASCII; one line for each octetsPerLine octets.
QString hexDump(QByteArrayView bytes, int octetsPerLine = 16);
/// The octets that such a dump shows, of ours or of `xxd` or `hexdump -C`; nothing if it is none, with each
/// offset where it should be and the same octets on the right as in the middle.
std::optional<QByteArray> dumpedBytes(QStringView text);

} // namespace confab
