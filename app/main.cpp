#include "app/commandline.h"
#include "app/descriptorlimit.h"
#include "app/fontsahead.h"
#include "app/guiapp.h"

#include <QApplication>

using namespace confab;

int main(int argc, char *argv[])
{
    FontsAhead fontFiles(FontsAhead::Step::Files);
    QApplication application(argc, argv);
    fontFiles.wait();
    const FontsAhead fontFamilies(FontsAhead::Step::Families);
    QApplication::setOrganizationName(QStringLiteral("Confab"));
    QApplication::setApplicationName(QStringLiteral("confab"));
    QApplication::setApplicationDisplayName(QStringLiteral("Confab"));
    QApplication::setDesktopFileName(QStringLiteral("confab"));
    QApplication::setApplicationVersion(QStringLiteral(CONFAB_VERSION));

    raiseDescriptorLimit();
    SettingsStore settings;
    Translator translator;
    const QString asked = requestedLanguage(QApplication::arguments());
    translator.setLanguage(asked.isEmpty() ? settings.language() : asked);

    const std::variant<Options, int> options = readCommandLine(settings.policy(), false);
    if (const int *exitStatus = std::get_if<int>(&options))
        return *exitStatus;
    GuiApp app(std::get<Options>(options), settings, translator);
    return app.run();
}
