#pragma once

#include <csignal>

#include <sys/resource.h>

namespace confab {

/// While it lives, no file of this process grows past so many octets: what a full disk does.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t octets)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{octets, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallFiles(const SmallFiles &) = delete;
    SmallFiles &operator=(const SmallFiles &) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

} // namespace confab
