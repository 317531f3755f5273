#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace confab {

/// The name under which the host speaks. No member is given it, nor what it is in the other language of the
/// window.
inline constexpr QLatin1StringView hostName("Host");

/// The names in use in one room: no two that people could take for the same.
class RoomNames
{
public:
    RoomNames();

    /// Completes a name that is empty ("Guest 7") or in use ("Mina 2") and takes it.
    /// @param wanted as the member gave it; @param id the member's.
    QString take(const QString &wanted, quint64 id);
    /// Gives back a name that take() returned.
    void release(const QString &name);

private:
    QSet<QString> m_taken; ///< in their comparable form
    /// By such a form, the number in front of which all are in use behind it; until a name is given back.
    QHash<QString, int> m_firstNumbers;
};

/// The name of a member that gave none.
QString guestName(quint64 id);

} // namespace confab
