#pragma once

#include <QByteArrayView>

#include <span>

namespace confab {

/// Hands pieces to the system in order, without joining them first and without waiting (POSIX sendmsg).
/// @return how many octets the system took, 0 if it takes none now; -1 if the connection is lost.
qint64 sendVector(qintptr socketDescriptor, std::span<const QByteArrayView> pieces);
/// The same for one piece, which is most of what is sent.
qint64 sendPiece(qintptr socketDescriptor, QByteArrayView piece);

} // namespace confab
