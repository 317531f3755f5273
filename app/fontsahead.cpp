#include "app/fontsahead.h"

#include <QFontDatabase>
#include <QStringList>

#ifdef Q_OS_LINUX
#include <fontconfig/fontconfig.h>

#include <clocale>
#endif

namespace confab {

FontsAhead::FontsAhead(Step step)
{
    switch (step) {
    case Step::Files:
#ifdef Q_OS_LINUX
        // Fontconfig reads the locale, which Qt sets to the same when the application is made.
        std::setlocale(LC_ALL, "");
        m_thread = std::thread([] { FcInit(); });
#endif
        break;
    case Step::Families:
        m_thread = std::thread([] { (void)QFontDatabase::families(); });
        break;
    }
}

FontsAhead::~FontsAhead()
{
    wait();
}

void FontsAhead::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace confab
