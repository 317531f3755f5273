#include "server/history.h"

#include "core/link/networkbackend.h"

#include <future>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype overhead = 256; // octets, of a message that waits

} // namespace

/// Takes what waits and writes it. What is handed over while it does is the next transaction.
class History::Writer : public QObject
{
public:
    Writer(History &history, const QString &file, ConversationLimits limits)
        : m_history(history)
        , m_file(std::make_unique<HistoryFile>(file, limits))
    {}

    // On its thread:
    auto open() { return m_file->open(); }
    void close() { m_file.reset(); }
    /// @return the number of the last message that is in the file, and why the rest is not.
    std::pair<quint64, std::optional<ServerError>> write()
    {
        std::vector<RoomMessage> batch;
        quint64 last = 0;
        {
            const std::scoped_lock lock(m_mutex);
            batch.swap(m_waiting);
            last = m_lastNumber;
        }
        if (!batch.empty() && !m_error)
            m_error = m_file->append(batch);
        return {last, m_error};
    }

    // On the thread of the rooms:
    void handOver(std::vector<RoomMessage> messages, quint64 lastNumber)
    {
        bool first = false;
        {
            const std::scoped_lock lock(m_mutex);
            first = m_waiting.empty();
            if (first)
                m_waiting = std::move(messages);
            else
                std::move(messages.begin(), messages.end(), std::back_inserter(m_waiting));
            m_lastNumber = lastNumber;
        }
        if (first)
            QMetaObject::invokeMethod(this, &Writer::writeAndTell, Qt::QueuedConnection);
    }

private:
    void writeAndTell()
    {
        const auto [last, error] = write();
        QMetaObject::invokeMethod(
            &m_history, [history = &m_history, last = last, error = error] { history->settle(last, error); },
            Qt::QueuedConnection);
    }

    History &m_history;
    std::unique_ptr<HistoryFile> m_file;
    std::optional<ServerError> m_error;
    std::mutex m_mutex;
    std::vector<RoomMessage> m_waiting;
    quint64 m_lastNumber = 0; ///< of m_waiting, or of what was taken last
};

History::History(const QString &file, ConversationLimits limits)
    : m_thread(u"history"_s)
    , m_writer(std::make_unique<Writer>(*this, file, limits))
{
    m_writer->moveToThread(&m_thread);
}

History::~History()
{
    if (m_turnAwaited)
        forgetAtTurnEnd(*this);
    handOver();
    onThread([](Writer &writer) {
        writer.write();
        writer.close();
        writer.deleteLater();
    });
    Q_UNUSED(m_writer.release())
}

/// Waits until it is done. (Not by a BlockingQueuedConnection, which ThreadSanitizer cannot look into.)
void History::onThread(const std::function<void(Writer &)> &action)
{
    const auto done = std::make_shared<std::promise<void>>();
    QMetaObject::invokeMethod(
        m_writer.get(),
        [&action, done, writer = m_writer.get()] {
            action(*writer);
            done->set_value();
        },
        Qt::QueuedConnection);
    done->get_future().wait();
}

std::variant<KeptHistory, ServerError> History::open()
{
    std::variant<KeptHistory, ServerError> opened;
    onThread([&opened](Writer &writer) { opened = writer.open(); });
    return opened;
}

void History::keep(RoomMessage said, std::function<void()> passOn)
{
    const bool wasPressed = isPressed();
    const qsizetype size = octetsOf(said) + overhead;
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

void History::finish()
{
    handOver();
    std::pair<quint64, std::optional<ServerError>> result;
    onThread([&result](Writer &writer) { result = writer.write(); });
    settle(result.first, result.second);
}

void History::takeTurn()
{
    m_turnAwaited = false;
    handOver();
}

void History::handOver()
{
    if (!m_collected.empty())
        m_writer->handOver(std::exchange(m_collected, {}), m_lastNumber);
}

/// In the order in which things happened. What does not reach the file any more is said nevertheless: a room
/// without a history is better than none.
void History::settle(quint64 written, const std::optional<ServerError> &error)
{
    const bool failsNow = error && !std::exchange(m_hasFailed, true);
    bool isAny = false;
    while (!m_waiting.empty() && (m_hasFailed || m_waiting.front().number <= written)) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingSize -= next.size;
        next.happen();
        isAny = true;
    }
    if (failsNow)
        Q_EMIT failed(*error);
    if (isAny)
        Q_EMIT advanced();
}

} // namespace confab
