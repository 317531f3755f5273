#include "app/commandline.h"
#include "app/descriptorlimit.h"
#include "app/display.h"
#include "app/filesizelimit.h"
#include "app/fontsahead.h"
#include "app/guiapp.h"
#include "app/terminaltext.h"

#include <QApplication>

using namespace confab;

namespace {

void setNames()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Confab"));
    QCoreApplication::setApplicationName(QStringLiteral("confab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONFAB_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Confab"));
    QGuiApplication::setDesktopFileName(QStringLiteral("confab"));
}

/// What the program is told before it does anything. Needs an application object.
struct Beginning
{
    Beginning()
    {
        const QString asked = requestedLanguage(QCoreApplication::arguments());
        translator.setLanguage(asked.isEmpty() ? settings.language() : asked);
        options = readCommandLine(settings.policy(), false);
    }

    SettingsStore settings;
    Translator translator;
    std::variant<Options, int> options; ///< or the status to end with
};

int answerWithoutDisplay(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Beginning beginning;
    if (const int *exitStatus = std::get_if<int>(&beginning.options))
        return *exitStatus;
    printError(terminaltext::noDisplay());
    return exitStatusUnusable;
}

} // namespace

int main(int argc, char *argv[])
{
    setNames();
    if (!isDisplayNamed(argc, argv))
        return answerWithoutDisplay(argc, argv);

    FontsAhead fontFiles(FontsAhead::Step::Files);
    QApplication application(argc, argv);
    fontFiles.wait();
    const FontsAhead fontFamilies(FontsAhead::Step::Families);

    raiseDescriptorLimit();
    surviveFileSizeLimit();
    Beginning beginning;
    if (const int *exitStatus = std::get_if<int>(&beginning.options))
        return *exitStatus;
    GuiApp app(std::get<Options>(beginning.options), beginning.settings, beginning.translator);
    return app.run();
}
