#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace confab {

/// That a file is open once in this process, as long as the claim lives. The system forgets all locks of a
/// process on a file (fcntl) when that closes any of its descriptors for it, so that nobody may look into one
/// that somebody else keeps locked. Thread-safe.
class FileClaim
{
public:
    /// Nothing if somebody has it. @param file its canonical path.
    static std::optional<FileClaim> take(const QString &file);
    /// Waits until nobody else has it.
    static FileClaim await(const QString &file);

    FileClaim(FileClaim &&other) noexcept
        : m_file(std::exchange(other.m_file, {}))
    {}
    FileClaim &operator=(FileClaim &&other) noexcept
    {
        std::swap(m_file, other.m_file);
        return *this;
    }
    ~FileClaim();

private:
    explicit FileClaim(QString file)
        : m_file(std::move(file))
    {}

    QString m_file; ///< null once it was moved from
};

} // namespace confab
