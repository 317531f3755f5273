#pragma once

#include "server/roomserver.h"

namespace confab::jsonevents {

/// What `confabd --json` prints: one JSON object a line, without the line feed. For programs; never
/// translated.
/// @param fingerprint of the certificate; empty without TLS.
QByteArray listening(quint16 port, const QStringList &joinLinks, const QByteArray &fingerprint = {});
QByteArray joined(const MemberInfo &member, int count);
QByteArray named(const MemberInfo &member, const QString &formerName, int count);
QByteArray left(const MemberInfo &member, int count);
QByteArray refused(const Refusal &refusal);
/// What is said is not kept any more.
QByteArray historyFailed(const ServerError &error);
QByteArray stopped();
/// So many lines are missing here, because standard output was not read fast enough.
QByteArray linesLeftOut(qint64 count);

} // namespace confab::jsonevents
