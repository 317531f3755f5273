#pragma once

#include "core/wire/httphead.h"

#include <QString>

namespace confab {

/// Extra header fields as a person writes them: one "Name: value" on each line; empty lines count for
/// nothing.
struct HeaderLines
{
    enum class Error { None, ColonMissing, NameInvalid, ValueInvalid };

    QList<HttpHeader> headers; ///< empty unless error is None
    Error error = Error::None;
    int line = 0; ///< of the first error, from 1
};

/// Values are sent in UTF-8, without surrounding white space.
HeaderLines parseHeaderLines(const QString &text);

/// "echo, chat" → the subprotocols in that order; white space and commas separate. Checks nothing.
QList<QByteArray> parseSubprotocolList(const QString &text);

} // namespace confab
