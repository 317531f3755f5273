#pragma once

#include <QByteArrayView>
#include <QString>

namespace confab {

/// The headers of a message's frames, bit for bit with what each means (RFC 6455 §5.2), for a fixed font.
/// @param headers one behind the other, whole. @param frames how many there are, of which these are the
/// first.
QString frameText(QByteArrayView headers, quint32 frames);

} // namespace confab
