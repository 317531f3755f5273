#include "server/fileclaim.h"

#include <QSet>

#include <condition_variable>
#include <mutex>

namespace confab {

namespace {

struct Claims
{
    std::mutex mutex;
    std::condition_variable released;
    QSet<QString> files;
};

/// Never destroyed: a thread that was left to itself may wait as the program ends.
Claims &claims()
{
    static auto *all = new Claims;
    return *all;
}

} // namespace

std::optional<FileClaim> FileClaim::take(const QString &file)
{
    const std::scoped_lock lock(claims().mutex);
    if (claims().files.contains(file))
        return {};
    claims().files.insert(file);
    return FileClaim(file);
}

FileClaim FileClaim::await(const QString &file)
{
    std::unique_lock lock(claims().mutex);
    claims().released.wait(lock, [&file] { return !claims().files.contains(file); });
    claims().files.insert(file);
    return FileClaim(file);
}

FileClaim::~FileClaim()
{
    if (m_file.isNull())
        return;
    {
        const std::scoped_lock lock(claims().mutex);
        claims().files.remove(m_file);
    }
    claims().released.notify_all();
}

} // namespace confab
