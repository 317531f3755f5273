#include "app/commandline.h"

#include "app/terminaltext.h"

#include <QCoreApplication>

#include <cstdio>

namespace confab {

namespace {

void printLine(std::FILE *file, const QString &text)
{
    std::fprintf(file, "%s\n", text.toUtf8().constData());
}

} // namespace

void printError(const QString &sentence)
{
    printLine(stderr, sentence);
}

std::variant<Options, int> readCommandLine(const ServerPolicy &base, bool headless)
{
    const QString program = QCoreApplication::applicationName();
    const ParsedOptions parsed = parseOptions(QCoreApplication::arguments(), base, headless);
    if (const auto *options = std::get_if<Options>(&parsed))
        return *options;
    if (const auto *error = std::get_if<OptionError>(&parsed)) {
        printError(terminaltext::optionError(*error));
        return exitStatusUnusable;
    }
    printLine(stdout, std::holds_alternative<ShowHelp>(parsed) ? terminaltext::help(program, headless)
                                                               : terminaltext::version(program));
    return 0;
}

} // namespace confab
