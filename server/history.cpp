#include "server/history.h"

#include "core/link/networkbackend.h"

#include <algorithm>
#include <future>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr qsizetype overhead = 256; // octets, of a message that waits

/// How often a wait looks whether it is interrupted.
constexpr std::chrono::milliseconds oftenEnough{50};

/// Into so many parts a wait is divided: a computer that was asleep, or a program that was halted, misses one
/// of them and not all.
constexpr int partsOfAWait = 4;

} // namespace

History::History(const QString &file, ConversationLimits limits, const DiskPatience &patience)
    : m_file(file)
    , m_patience(patience)
    , m_thread(std::make_unique<NetworkThread>(u"history"_s))
    , m_writer(new HistoryWriter(file, limits))
{
    m_writer->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &HistoryWriter::written, this, &History::onWritten);
    connect(m_writer, &HistoryWriter::measured, this, &History::measured);
    connect(&m_watch, &QTimer::timeout, this, &History::look);
}

History::~History()
{
    if (m_turnAwaited)
        forgetAtTurnEnd(*this);
    handOver();
    if (ask(&HistoryWriter::writeTheLast, m_patience.ending * shares()))
        return;
    // The thread is left to itself, and ends when the disk answers; but not before
    // QCoreApplication::postEvent() is done with it, which may still be about to wake it.
    NetworkThread *thread = m_thread.release();
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    std::promise<void> posted;
    QMetaObject::invokeMethod(
        m_writer,
        [thread, isPosted = posted.get_future().share()] {
            isPosted.wait();
            thread->quit();
        },
        Qt::QueuedConnection);
    posted.set_value();
}

/// Has the writer answer on its thread; one that is stalled is not waited for. (Not by a
/// BlockingQueuedConnection, which ThreadSanitizer cannot look into, and which waits for ever.)
template <typename Answer>
std::optional<Answer> History::ask(Answer (HistoryWriter::*question)(), std::chrono::milliseconds patience,
                                   const std::atomic<bool> &interrupted)
{
    const auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    QMetaObject::invokeMethod(
        m_writer, [promise, question, writer = m_writer] { promise->set_value((writer->*question)()); },
        Qt::QueuedConnection);
    const auto end = Clock::now() + (m_isStalled ? Clock::duration() : patience);
    m_isStalled = true;
    do {
        if (answer.wait_until(std::min(end, Clock::now() + oftenEnough)) != std::future_status::ready)
            continue;
        m_isStalled = false;
        return answer.get();
    } while (Clock::now() < end && !interrupted);
    return {};
}

std::variant<KeptHistory, ServerError> History::open(const std::atomic<bool> &interrupted)
{
    return ask(&HistoryWriter::open, m_patience.opening, interrupted).value_or(stalled());
}

void History::keep(RoomMessage said, std::function<void()> passOn)
{
    const bool wasPressed = isPressed();
    const qsizetype size = octetsOf(said) + overhead;
    if (m_waiting.empty())
        m_silence = 0;
    m_waitingSize += size;
    m_collected.push_back(std::move(said));
    m_waiting.push_back({++m_lastNumber, size, std::move(passOn)});
    if (!std::exchange(m_turnAwaited, true) && !callAtTurnEnd(*this))
        QMetaObject::invokeMethod(this, &History::takeTurn, Qt::QueuedConnection);
    if (!wasPressed && isPressed())
        Q_EMIT pressed();
}

void History::after(std::function<void()> happen)
{
    if (m_waiting.empty())
        happen();
    else
        m_waiting.push_back({m_lastNumber, 0, std::move(happen)});
}

void History::atEnd(std::function<void()> happen)
{
    watch(m_patience.ending);
    after(std::move(happen));
}

void History::finish()
{
    handOver();
    if (!m_waiting.empty())
        settle(ask(&HistoryWriter::write, m_patience.ending * shares())
                   .value_or(Written{m_lastNumber, stalled()}));
}

void History::measure()
{
    if (isWriting())
        QMetaObject::invokeMethod(m_writer, &HistoryWriter::measure, Qt::QueuedConnection);
}

void History::takeTurn()
{
    m_turnAwaited = false;
    handOver();
}

void History::handOver()
{
    if (m_collected.empty())
        return;
    m_writer->handOver(std::exchange(m_collected, {}), m_lastNumber);
    if (!m_watch.isActive())
        watch(m_patience.writing);
}

void History::watch(std::chrono::milliseconds patience)
{
    m_silence = 0;
    m_watch.start(patience / partsOfAWait);
}

/// The first time that it looks, it may be that something has just begun.
void History::look()
{
    if (m_waiting.empty()) {
        m_watch.stop();
    } else if (++m_silence > partsOfAWait * shares()) {
        m_isStalled = true;
        settle({m_lastNumber, stalled()});
    }
}

/// What comes after the room has gone on without tells that the disk answers again.
void History::onWritten(const Written &written)
{
    m_isStalled = false;
    m_silence = 0;
    settle(written);
}

ServerError History::stalled() const
{
    return {ServerErrorKind::HistoryStalled, {}, 0, {}, m_file};
}

/// In the order in which things happened. What does not reach the file any more is said nevertheless: a room
/// without a history is better than none.
void History::settle(const Written &written)
{
    const bool failsNow = written.error && !std::exchange(m_hasFailed, true);
    bool isAny = false;
    while (!m_waiting.empty() && (m_hasFailed || m_waiting.front().number <= written.last)) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingSize -= next.size;
        next.happen();
        isAny = true;
    }
    if (failsNow)
        Q_EMIT failed(*written.error);
    if (isAny)
        Q_EMIT advanced();
}

} // namespace confab
