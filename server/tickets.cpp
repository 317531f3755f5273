#include "server/tickets.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QStringList>

#include <array>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr int base = 36;
constexpr qsizetype codeSize = 16; // octets: as many as nobody guesses

/// Whether they are the same, in a time that does not tell how far they are.
bool areSame(QByteArrayView one, QByteArrayView other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= unsigned(one[i]) ^ unsigned(other[i]);
    return difference == 0;
}

} // namespace

Tickets::Tickets(QByteArray key)
    : m_key(key.isEmpty() ? randomKey() : std::move(key))
{}

QByteArray Tickets::randomKey()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

QString Tickets::issue(const QString &room, const Entrance &entrance) const
{
    const QString clear = QString::number(entrance.epoch, base) + u'.' + QString::number(entrance.seq, base) +
                          u'.' + QString::number(entrance.member, base);
    const QByteArray code =
        QMessageAuthenticationCode::hash((clear + u' ' + room).toUtf8(), m_key, QCryptographicHash::Sha256);
    return clear + u'.' + QString::fromLatin1(code.first(codeSize).toHex());
}

std::optional<Entrance> Tickets::read(const QString &room, const QString &ticket) const
{
    const QStringList parts = ticket.split(u'.');
    if (parts.size() != 4)
        return {};
    const Entrance entrance{parts.at(0).toLongLong(nullptr, base), parts.at(1).toULongLong(nullptr, base),
                            parts.at(2).toULongLong(nullptr, base)};
    if (!areSame(issue(room, entrance).toUtf8(), ticket.toUtf8()))
        return {};
    return entrance;
}

} // namespace confab
