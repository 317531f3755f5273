#include "core/link/openssl.h"

#include <QLibrary>

#include <memory>

namespace confab::openssl {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

/// Loaded once. Its dependency libcrypto is looked into as well.
QLibrary &library()
{
    static const auto library = [] {
        auto ssl = std::make_unique<QLibrary>(u"ssl"_s, OPENSSL_SHLIB_VERSION);
        ssl->load();
        return ssl;
    }();
    return *library;
}

} // namespace

bool isThere()
{
    return library().isLoaded();
}

QFunctionPointer resolve(const char *name)
{
    const QFunctionPointer function = library().resolve(name);
    if (!function)
        qFatal("OpenSSL has no %s: %ls", name, qUtf16Printable(library().errorString()));
    return function;
}

#else

bool isThere()
{
    return true;
}

#endif

} // namespace confab::openssl
