#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace confab {

/// From where on a member has been in a room, and as whom.
struct Entrance
{
    qint64 epoch = 0;   ///< of the room, as it last welcomed the member
    quint64 seq = 0;    ///< the last thing said that it was given nothing of
    quint64 member = 0; ///< the id that it had there

    bool operator==(const Entrance &) const = default;
};

/// What a member shows when it comes back, so that it is given what it missed and nothing from before it
/// first came: the entrance in clear, with a code that only the server could have made (HMAC, RFC 2104, with
/// SHA-256).
class Tickets
{
public:
    /// @param key secret, and the same for as long as tickets are to hold; a random one if it is empty.
    explicit Tickets(QByteArray key = {});

    static QByteArray randomKey();

    QString issue(const QString &room, const Entrance &entrance) const;
    /// Nothing unless it was issued for this room.
    std::optional<Entrance> read(const QString &room, const QString &ticket) const;

private:
    QByteArray m_key;
};

} // namespace confab
