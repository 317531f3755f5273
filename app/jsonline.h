#pragma once

#include <QByteArray>
#include <QStringView>

#include <string>

namespace confab {

/// One line of JSON Lines: an object of strings and whole numbers, in the order in which they are added. For
/// what is written very often; QJsonDocument is right for everything else.
class JsonLine
{
public:
    /// @param event the value of "event", the first member.
    explicit JsonLine(QByteArrayView event);

    /// @param name of letters alone.
    JsonLine &add(QByteArrayView name, QStringView value);
    JsonLine &add(QByteArrayView name, qint64 value);
    /// The line, without its line feed.
    QByteArray finished() const { return QByteArray::fromStdString(m_octets + '}'); }

private:
    void addName(QByteArrayView name);

    std::string m_octets; ///< to which appending costs a fraction of what it does with QByteArray
};

} // namespace confab
