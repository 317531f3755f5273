#pragma once

#include "core/chat/confabv1.h"
#include "server/participant.h"

#include <optional>
#include <utility>
#include <vector>

namespace confab {

/// Those who have come back to a room and said hello while their former connections are still in it, perhaps
/// lost: they wait until that is known. They stay valid until they are taken.
class Comebacks
{
public:
    using Comeback = std::pair<Participant *, v1::Hello>;

    /// @param former the id that it had.
    void add(Participant &member, const v1::Hello &hello, quint64 former);
    /// It waits no longer. Nothing if it did not.
    std::optional<v1::Hello> take(const Participant &member);
    /// All who wait for this one, who came first first.
    std::vector<Comeback> takeThoseOf(quint64 former);

private:
    struct Waiting
    {
        quint64 former;
        Comeback comeback;
    };
    std::vector<Waiting> m_waiting; ///< few
};

} // namespace confab
