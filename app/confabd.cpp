#include "app/commandline.h"
#include "app/descriptorlimit.h"
#include "app/filesizelimit.h"
#include "app/headlessapp.h"
#include "app/translator.h"

#include <QCoreApplication>

using namespace confab;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("confabd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONFAB_VERSION));

    raiseDescriptorLimit();
    surviveFileSizeLimit();
    Translator translator;
    translator.setLanguage(requestedLanguage(QCoreApplication::arguments()));

    const std::variant<Options, int> options = readCommandLine(ServerPolicy(), true);
    if (const int *exitStatus = std::get_if<int>(&options))
        return *exitStatus;
    return HeadlessApp(std::get<Options>(options)).run();
}
