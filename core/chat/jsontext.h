#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <string>

namespace confab {

/// A JSON object (RFC 8259) as text, in one line, with its members in the order in which they are added. For
/// what is written very often, in a tenth of the time of QJsonDocument, which is right for everything else.
class JsonText
{
public:
    /// @param name of letters and digits alone. What is no UTF-16 in a text is replaced, and a byte order
    /// mark is escaped: QJsonDocument would lose one that begins a text.
    JsonText &add(QByteArrayView name, QStringView value);
    JsonText &add(QByteArrayView name, qint64 value);
    JsonText &add(QByteArrayView name, const JsonText &value);
    JsonText &addTrue(QByteArrayView name);
    QByteArray finished() const;

private:
    void addName(QByteArrayView name);

    std::string m_members; ///< to which appending costs a fraction of what it does with QByteArray
};

} // namespace confab
