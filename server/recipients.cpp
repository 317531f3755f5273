#include "server/recipients.h"

namespace confab {

void Recipients::append(Member &member)
{
    m_entries.push_back({&member, member.transportAddress()});
}

bool Recipients::remove(const Member &member)
{
    return std::erase_if(m_entries, [&member](const Entry &entry) { return entry.member == &member; }) > 0;
}

} // namespace confab
