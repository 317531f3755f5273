#include "core/link/linkloop.h"

#include "core/link/link.h"
#include "core/link/networkbackend.h"

#include <algorithm>
#include <utility>

namespace confab {

namespace {

/// Calls something for the links that wait now. What is scheduled meanwhile has its turn later.
template <typename Function>
void forWaiting(std::deque<Link *> &waiting, Function function)
{
    for (std::size_t count = waiting.size(); count > 0 && !waiting.empty(); --count) {
        Link *link = waiting.front();
        waiting.pop_front();
        if (link)
            function(*link);
    }
}

} // namespace

LinkLoop::LinkLoop(QObject *parent)
    : QObject(parent)
    , m_timers(this)
    , m_buffer(readSize)
{}

LinkLoop::~LinkLoop()
{
    if (m_posted)
        forgetAtTurnEnd(*this);
}

void LinkLoop::collect(TurnBatch &batch)
{
    m_batches.push_back(&batch);
    post();
}

void LinkLoop::forget(TurnBatch &batch)
{
    std::erase(m_batches, &batch);
}

SendRing *LinkLoop::sendRing()
{
    if (!m_sendRing)
        m_sendRing = SendRing::make();
    else if (*m_sendRing && !(*m_sendRing)->isOpen())
        m_sendRing->reset();
    return m_sendRing->get();
}

void LinkLoop::holdReading(bool held)
{
    m_readingHeld = held;
    if (!held && !m_reads.empty())
        post();
}

void LinkLoop::scheduleFlush(Link &link)
{
    if (std::exchange(link.m_flushScheduled, true))
        return;
    m_flushes.push_back(&link);
    post();
}

void LinkLoop::scheduleRead(Link &link)
{
    if (std::exchange(link.m_readScheduled, true))
        return;
    m_reads.push_back(&link);
    post();
}

void LinkLoop::cancel(Link &link)
{
    if (link.m_flushScheduled)
        std::replace(m_flushes.begin(), m_flushes.end(), &link, static_cast<Link *>(nullptr));
    if (link.m_readScheduled)
        std::replace(m_reads.begin(), m_reads.end(), &link, static_cast<Link *>(nullptr));
}

void LinkLoop::post()
{
    if (std::exchange(m_posted, true) || callAtTurnEnd(*this))
        return;
    QMetaObject::invokeMethod(this, &LinkLoop::takeTurn, Qt::QueuedConnection);
}

void LinkLoop::settleAll()
{
    while (!m_batches.empty()) {
        TurnBatch *batch = m_batches.back();
        m_batches.pop_back();
        batch->settle();
    }
}

void LinkLoop::takeTurn()
{
    m_posted = false;
    if (!m_readingHeld) {
        forWaiting(m_reads, [](Link &link) {
            link.m_readScheduled = false;
            link.readTurn();
        });
    }
    m_turnEnding = true;
    settle();
    m_turnEnding = false;
    forWaiting(m_flushes, [](Link &link) {
        link.m_flushScheduled = false;
        link.flush();
    });
}

} // namespace confab
