#include "app/signalwatcher.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace confab {

namespace {

constexpr std::array watchedSignals{SIGINT, SIGTERM, SIGHUP};
// A signal handler may touch nothing but this: the pipe's ends, read and write.
std::array<int, 2> signalPipe{-1, -1};

void writeToPipe(int)
{
    const int savedErrno = errno;
    const char octet = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &octet, 1);
    errno = savedErrno;
}

bool isIgnored(int number)
{
    struct sigaction present = {};
    return ::sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep their default action: the program still ends
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char octet = 0;
        while (::read(signalPipe[0], &octet, 1) > 0) {
        }
        Q_EMIT terminationRequested();
    });
    struct sigaction action = {};
    action.sa_handler = writeToPipe;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : watchedSignals) {
        if (number != SIGHUP || !isIgnored(SIGHUP)) {
            ::sigaction(number, &action, nullptr);
            m_watched.append(number);
        }
    }
}

SignalWatcher::~SignalWatcher()
{
    for (const int number : std::as_const(m_watched))
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int &descriptor : signalPipe) {
        if (descriptor >= 0)
            ::close(descriptor);
        descriptor = -1;
    }
}

} // namespace confab
