#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace confab {

/// A JSON object or array (RFC 8259) with a line for each value. Names, strings and numbers stay as they are
/// written, and where they are. Nothing if it is not JSON, or another kind of value.
std::optional<QString> indentedJson(QByteArrayView utf8);

} // namespace confab
