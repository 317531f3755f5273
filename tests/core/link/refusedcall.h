#pragma once

#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstddef>
#include <future>
#include <thread>
#include <utility>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

namespace confab {

/// From now on the system refuses this call to this thread, as many are configured to.
inline bool refuse(unsigned systemCall)
{
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, systemCall, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{quint16(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// Calls it on a thread of its own, which what it does to the thread ends with. @return what it returns.
template <typename Function>
auto onAnotherThread(Function function)
{
    std::packaged_task<decltype(function())()> task(function);
    auto result = task.get_future();
    std::thread(std::move(task)).join();
    return result.get();
}

} // namespace confab
