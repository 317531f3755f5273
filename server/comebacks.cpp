#include "server/comebacks.h"

#include <algorithm>

namespace confab {

void Comebacks::add(Participant &member, const v1::Hello &hello, quint64 former)
{
    m_waiting.push_back({former, {&member, hello}});
}

std::optional<v1::Hello> Comebacks::take(const Participant &member)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&member](const Waiting &waiting) {
        return waiting.comeback.first == &member;
    });
    if (found == m_waiting.end())
        return {};
    const v1::Hello hello = std::move(found->comeback.second);
    m_waiting.erase(found);
    return hello;
}

std::vector<Comebacks::Comeback> Comebacks::takeThoseOf(quint64 former)
{
    std::vector<Comeback> taken;
    const auto first =
        std::stable_partition(m_waiting.begin(), m_waiting.end(),
                              [former](const Waiting &waiting) { return waiting.former != former; });
    for (auto each = first; each != m_waiting.end(); ++each)
        taken.push_back(std::move(each->comeback));
    m_waiting.erase(first, m_waiting.end());
    return taken;
}

} // namespace confab
