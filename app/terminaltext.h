#pragma once

#include "app/options.h"
#include "server/roomserver.h"

namespace confab::terminaltext {

/// The words that confabd prints, in the language that is installed. Without a line feed at the end.
QString help(const QString &program, bool headless);
QString version(const QString &program);
/// One sentence that says what is wrong and what would be right.
QString optionError(const OptionError &error);
QString serverError(const ServerError &error);
/// Why the room goes on without its history.
QString historyEnd(const ServerError &error);
/// @param fingerprint of the certificate; empty without TLS. @param qrCode of a link, as a terminal shows it;
/// may be empty. @param historyFile where what is said is kept; empty for nowhere. @param pin which who joins
/// is asked for; empty for none.
QString listening(const QStringList &joinLinks, const QByteArray &fingerprint = {},
                  const QString &qrCode = {}, const QString &historyFile = {}, const QByteArray &pin = {});
QString joined(const MemberInfo &member, int count);
QString named(const MemberInfo &member, const QString &formerName);
QString left(const MemberInfo &member, int count);
QString refused(const Refusal &refusal);
QString stopping();
QString linesLeftOut(qint64 count);
QString noDisplay();

} // namespace confab::terminaltext
