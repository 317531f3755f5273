#include "server/roomnames.h"

#include "core/chat/membername.h"
#include "core/chat/roommessage.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// As the window and the page show the host. Names are only held against it here; words are made there.
constexpr QStringView hostNameInKorean(u"진행자");

/// The name with a suffix behind it, the name cut so that both fit into maxNameLength and no character is
/// halved.
QString withSuffix(const QString &name, const QString &suffix)
{
    qsizetype length = std::min(name.size(), maxNameLength - suffix.size());
    if (length > 0 && length < name.size() && name.at(length - 1).isHighSurrogate())
        --length;
    return name.first(length) + suffix;
}

} // namespace

RoomNames::RoomNames()
    : m_taken{comparableName(hostName), comparableName(hostNameInKorean.toString())}
{}

QString RoomNames::take(const QString &wanted, quint64 id)
{
    const QString base = wanted.isEmpty() ? guestName(id) : wanted;
    QString name = base;
    QString form = comparableName(name);
    for (int number = 2; m_taken.contains(form); ++number) {
        name = withSuffix(base, u' ' + QString::number(number));
        form = comparableName(name);
    }
    m_taken.insert(form);
    return name;
}

void RoomNames::release(const QString &name)
{
    m_taken.remove(comparableName(name));
}

QString guestName(quint64 id)
{
    return "Guest "_L1 + QString::number(id);
}

} // namespace confab
