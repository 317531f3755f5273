#include "server/fileclaim.h"

#include <QSet>

#include <condition_variable>
#include <mutex>

namespace confab {

namespace {

std::mutex mutex;
std::condition_variable released;

QSet<QString> &claimed()
{
    static auto *files = new QSet<QString>; // a thread that was left to itself may outlive all else
    return *files;
}

} // namespace

std::optional<FileClaim> FileClaim::take(const QString &file)
{
    const std::scoped_lock lock(mutex);
    if (claimed().contains(file))
        return {};
    claimed().insert(file);
    return FileClaim(file);
}

FileClaim FileClaim::await(const QString &file)
{
    std::unique_lock lock(mutex);
    released.wait(lock, [&file] { return !claimed().contains(file); });
    claimed().insert(file);
    return FileClaim(file);
}

FileClaim::~FileClaim()
{
    if (m_file.isNull())
        return;
    {
        const std::scoped_lock lock(mutex);
        claimed().remove(m_file);
    }
    released.notify_all();
}

} // namespace confab
