#include "ui/views/originquestions.h"

#include <algorithm>

namespace confab {

void OriginQuestions::add(const Refusal &refusal)
{
    const auto isSame = [&](const Refusal &pending) { return pending.origin == refusal.origin; };
    if (m_pending.size() >= maxPending || m_putOff.contains(refusal.origin) ||
        std::ranges::any_of(m_pending, isSame))
        return;
    m_pending.append(refusal);
}

QString OriginQuestions::takeCurrent()
{
    return m_pending.takeFirst().origin;
}

void OriginQuestions::putOffCurrent()
{
    m_putOff.insert(takeCurrent());
}

void OriginQuestions::clear()
{
    m_pending.clear();
    m_putOff.clear();
}

} // namespace confab
