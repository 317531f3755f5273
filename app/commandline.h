#pragma once

#include "app/options.h"

namespace confab {

/// The exit status of a program that was told something it cannot do: a bad option, a port in use.
inline constexpr int exitStatusUnusable = 2;

/// One sentence on standard error.
void printError(const QString &sentence);

/// Reads the program's own command line over the given policy, and answers --help, --version and mistakes in
/// the terminal.
/// @return the options; or the exit status to end with now.
std::variant<Options, int> readCommandLine(const ServerPolicy &base, bool headless);

} // namespace confab
