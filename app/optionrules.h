#pragma once

#include "app/options.h"

#include <QLatin1StringView>
#include <QList>

#include <optional>

namespace confab {

/// One option of the command line: its row of --help, and what it does. The bounds have rules of their own
/// (server/limits).
struct OptionRule
{
    /// Does to the options what the option asks for; an error kind if the value will not do.
    using Apply = std::optional<OptionError::Kind> (*)(Options &options, const QString &value);

    QLatin1StringView name;      ///< without its dashes
    QLatin1StringView valueName; ///< empty: a switch
    const char *description;     ///< to translate in the context "Options"
    Apply apply;
};

/// In the order of --help. @param headless with those of confabd alone (--json, --no-qr-code).
QList<OptionRule> optionRules(bool headless);

} // namespace confab
