#include "server/mailbox.h"

#include <iterator>
#include <utility>

namespace confab {

Mailbox::Mailbox(std::function<void()> relieved)
    : m_relieved(std::move(relieved))
{}

bool Mailbox::post(Letter letter)
{
    m_load += letter.size + letterOverhead;
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        first = m_posted.empty();
        m_posted.push_back(std::move(letter));
    }
    if (first)
        wake();
    return settleLoad();
}

bool Mailbox::post(std::vector<Letter> letters)
{
    if (letters.empty())
        return settleLoad();
    for (const Letter &letter : letters)
        m_load += letter.size + letterOverhead;
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        first = m_posted.empty();
        if (first)
            m_posted = std::move(letters);
        else
            std::move(letters.begin(), letters.end(), std::back_inserter(m_posted));
    }
    if (first)
        wake();
    return settleLoad();
}

/// Whether the load is within the bound. Whoever takes the letters may have done so meanwhile: either it sees
/// that relief is wanted, or this sees that it has to look again. What was promised to somebody is not taken
/// back.
bool Mailbox::settleLoad()
{
    if (m_load <= bound)
        return true;
    m_reliefWanted = true;
    if (m_load <= bound / 2)
        wake();
    return false;
}

void Mailbox::setHeld(bool held)
{
    if (std::exchange(m_held, held) && !held)
        wake();
}

void Mailbox::empty()
{
    take();
    for (std::size_t count = m_taken.size(); count > 0; --count)
        doFirst();
}

void Mailbox::wake()
{
    QMetaObject::invokeMethod(this, &Mailbox::drain, Qt::QueuedConnection);
}

void Mailbox::take()
{
    const std::scoped_lock lock(m_mutex);
    std::move(m_posted.begin(), m_posted.end(), std::back_inserter(m_taken));
    m_posted.clear();
}

/// What is posted from now on has a turn of its own, so that others on this thread have theirs.
void Mailbox::drain()
{
    take();
    for (std::size_t count = m_taken.size(); count > 0 && !m_held && !m_taken.empty(); --count)
        doFirst();
    relieve();
}

void Mailbox::doFirst()
{
    {
        const Letter letter = std::move(m_taken.front());
        m_taken.pop_front();
        letter.task();
        m_load -= letter.size + letterOverhead;
    }
    relieve();
}

/// If that is wanted and due.
void Mailbox::relieve()
{
    if (m_load <= bound / 2 && m_reliefWanted.exchange(false))
        m_relieved();
}

} // namespace confab
