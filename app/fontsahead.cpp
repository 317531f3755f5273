#include "app/fontsahead.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <fontconfig/fontconfig.h>

#include <clocale>
#endif

namespace confab {

FontsAhead::FontsAhead()
{
#ifdef Q_OS_LINUX
    // Fontconfig reads the locale, which Qt sets to the same when the application is made.
    std::setlocale(LC_ALL, "");
    m_thread = std::thread([] { FcInit(); });
#endif
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
