#pragma once

#include "server/serverpolicy.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace confab {

/// What the command line asks for, laid over the defaults it was given.
struct Options
{
    ServerPolicy policy;
    QString language;   ///< "en", "ko"; empty: the system's
    bool json = false;  ///< one JSON object per line on standard output
    bool qrCode = true; ///< of the join link, if standard output is a terminal
};

/// What is wrong with a command line. Words are made in terminaltext.
struct OptionError
{
    enum class Kind {
        UnknownOption,
        UnexpectedArgument,
        MissingValue,
        UnexpectedValue, ///< for a switch
        BadPort,
        BadAddress,
        BadCount,
        BadSubprotocol,
        BadOrigin,
        BadHost,
        BadPin,
        BadBan,
        BadFile, ///< empty
        BadLanguage,
        Contradiction, ///< --bind with --lan, --tls-self-signed with --tls-cert
        Incomplete,    ///< the option needs the one that is in value: --tls-cert without --tls-key
        NeedsTls,      ///< the option does, and no other asks for it
    };
    Kind kind = Kind::UnknownOption;
    QString option; ///< as it was typed, with its dashes
    QString value;
    qint64 min = 0; ///< of BadCount: what the value may be
    qint64 max = 0;
};
inline constexpr int optionErrorCount = int(OptionError::Kind::NeedsTls) + 1;

struct ShowHelp
{};
struct ShowVersion
{};

using ParsedOptions = std::variant<Options, OptionError, ShowHelp, ShowVersion>;

/// Reads a command line (the program's name first) over the given policy. Reads nothing else and prints
/// nothing.
/// @param headless whether the program is confabd, which knows --json and --no-qr-code.
ParsedOptions parseOptions(const QStringList &arguments, const ServerPolicy &base, bool headless);

/// One row of --help.
struct OptionDescription
{
    QString option; ///< "--port N"
    QString text;   ///< translated
};
QList<OptionDescription> optionDescriptions(bool headless);

/// The language that a command line asks for, even if the rest of it is wrong; empty if it asks for none.
QString requestedLanguage(const QStringList &arguments);

} // namespace confab
