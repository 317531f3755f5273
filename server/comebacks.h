#pragma once

#include "core/chat/confabv1.h"
#include "server/participant.h"

#include <QList>

#include <list>
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

    /// How many that have come back with the same ticket are asked: the last ones.
    static constexpr qsizetype maxSelves = 4;

    /// Who may be the same as somebody with the ticket of this one: it itself, and who came with that before,
    /// for who is lost again before its welcome has no other. Some may be gone.
    QList<quint64> selvesOf(quint64 named) const;
    /// Somebody has come with the ticket of another.
    void isBack(quint64 id, quint64 named);
    /// It is gone, and nobody comes back as it.
    void forget(quint64 id);

    /// @param unknown of whom it is not known whether they are lost; not empty.
    void add(Participant &member, const v1::Hello &hello, const QList<quint64> &unknown);
    /// It waits no longer. Nothing if it did not.
    std::optional<v1::Hello> take(const Participant &member);
    /// It is known of this one whether it is lost: all who wait for nobody else, who came first first.
    std::vector<Comeback> takeThoseWhoKnow(quint64 id);

private:
    struct Waiting
    {
        QList<quint64> unknown;
        Comeback comeback;
    };
    struct Back
    {
        quint64 id;
        quint64 named; ///< by its ticket
    };
    std::list<Waiting> m_waiting; ///< few
    std::vector<Back> m_back;     ///< who came first first
};

} // namespace confab
