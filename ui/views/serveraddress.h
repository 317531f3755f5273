#pragma once

#include <QString>
#include <QUrl>

namespace confab {

/// What a person typed as a server's address, read as a WebSocket URL. Makes no connection and looks no name
/// up.
struct ServerAddress
{
    enum class Error {
        None,
        Empty,
        SchemeUnsupported, ///< neither ws, wss, http nor https
        Malformed,         ///< no host, or not a URL
    };
    /// What was done to what was typed, for a hint.
    enum class Change { None, SchemeAdded, SchemeReplaced };

    QUrl url; ///< ws:// or wss://; empty unless error is None
    Error error = Error::None;
    Change change = Change::None;
};

/// Reads "ws://host/path", "localhost:3000" (ws:// is put in front), "http://host" (read as ws://, https as
/// wss://, also a join link with its PIN), ":3000".
ServerAddress parseServerAddress(const QString &text);

} // namespace confab
