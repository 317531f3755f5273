#include "server/roomnames.h"

#include "core/chat/membername.h"
#include "core/chat/roommessage.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// As the window and the page show the host. Names are only held against it here; words are made there.
constexpr QStringView hostNameInKorean(u"진행자");

/// The name cut so that a suffix of this size fits behind it into maxNameLength, and no character is halved.
QString cutFor(qsizetype suffixSize, const QString &name)
{
    qsizetype length = std::min(name.size(), maxNameLength - suffixSize);
    if (length > 0 && length < name.size() && name.at(length - 1).isHighSurrogate())
        --length;
    return name.first(length);
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
    const QString baseForm = form;
    QString stem; // what is in front of the number, the same for all numbers of as many digits
    QString stemForm;
    qsizetype suffixSize = 0;
    for (int number = m_firstNumbers.value(baseForm, 2); m_taken.contains(form); ++number) {
        const QString suffix = u' ' + QString::number(number);
        if (suffix.size() != suffixSize) {
            suffixSize = suffix.size();
            stem = cutFor(suffixSize, base);
            stemForm = comparableName(stem);
        }
        name = stem + suffix;
        form = (stemForm + suffix).trimmed();
        m_firstNumbers[baseForm] = number;
    }
    m_taken.insert(comparableName(name));
    return name;
}

void RoomNames::release(const QString &name)
{
    m_taken.remove(comparableName(name));
    m_firstNumbers.clear(); // it may be free in front of any of them
}

QString guestName(quint64 id)
{
    return "Guest "_L1 + QString::number(id);
}

} // namespace confab
