#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <mutex>
#include <utility>

#include <dlfcn.h>
#include <netdb.h>

namespace confab {

/// Names that the system is to know in this program, and their addresses in its order.
class KnownNames
{
public:
    using Addresses = QHash<QByteArray, QList<QByteArray>>;

    /// In place of those before. @param names a name without an address is one that the system does not know.
    static void set(Addresses names)
    {
        const std::lock_guard lock(s_mutex);
        s_names = std::move(names);
    }
    static bool has(const char *name)
    {
        const std::lock_guard lock(s_mutex);
        return name && s_names.contains(name);
    }
    static QList<QByteArray> addresses(const char *name)
    {
        const std::lock_guard lock(s_mutex);
        return s_names.value(name);
    }

private:
    inline static std::mutex s_mutex; ///< names are looked up on other threads
    inline static Addresses s_names;
};

} // namespace confab

/// In place of the C library's, which does the rest. A list may be put together: each of its nodes is freed
/// by itself.
extern "C" Q_DECL_EXPORT int getaddrinfo(const char *node, const char *service, const addrinfo *hints,
                                         addrinfo **result)
{
    using Function = decltype(getaddrinfo);
    static auto *const theSystems = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!confab::KnownNames::has(node))
        return theSystems(node, service, hints, result);
    int error = EAI_NONAME;
    addrinfo **end = result;
    for (const QByteArray &address : confab::KnownNames::addresses(node)) {
        addrinfo numeric{};
        numeric.ai_flags = AI_NUMERICHOST;
        numeric.ai_socktype = SOCK_STREAM;
        error = theSystems(address.constData(), service, &numeric, end);
        if (error != 0)
            break;
        while (*end)
            end = &(*end)->ai_next;
    }
    return error;
}
