#pragma once

#include <QString>

namespace confab {

/// The columns of the terminal that a descriptor is; 0 if it is none, or does not say how wide it is.
int terminalColumns(int descriptor);

/// A text as a QR code for a terminal, with its quiet zone: two modules in a character, in colours of its own
/// (ECMA-48 SGR), so that it is dark on light in every terminal. Without a line feed at the end.
/// @return empty if it takes more columns than there are, or the text fits in no QR code.
QString terminalQrCode(const QString &text, int columns);

} // namespace confab
