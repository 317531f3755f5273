#include "server/comebacks.h"

#include <algorithm>

namespace confab {

QList<quint64> Comebacks::selvesOf(quint64 named) const
{
    QList<quint64> selves;
    for (auto each = m_back.crbegin(); each != m_back.crend() && selves.size() < maxSelves; ++each) {
        if (each->named == named)
            selves.append(each->id);
    }
    selves.append(named);
    return selves;
}

void Comebacks::isBack(quint64 id, quint64 named)
{
    m_back.push_back({id, named});
}

void Comebacks::forget(quint64 id)
{
    std::erase_if(m_back, [id](const Back &back) { return back.id == id; });
}

void Comebacks::add(Participant &member, const v1::Hello &hello, const QList<quint64> &unknown)
{
    m_waiting.push_back({unknown, {&member, hello}});
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

std::vector<Comebacks::Comeback> Comebacks::takeThoseWhoKnow(quint64 id)
{
    std::vector<Comeback> taken;
    for (auto each = m_waiting.begin(); each != m_waiting.end();) {
        each->unknown.removeOne(id);
        if (!each->unknown.isEmpty()) {
            ++each;
            continue;
        }
        taken.push_back(std::move(each->comeback));
        each = m_waiting.erase(each);
    }
    return taken;
}

} // namespace confab
