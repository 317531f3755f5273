#pragma once

#include <QByteArrayView>
#include <QString>

#include <limits>

namespace confab {

/// Text in one line for showing: line ends as ↵, tabs as ⇥, other control characters by name (‹NUL›), and
/// noncharacters and others that would not be seen, or would turn the direction of writing, by number
/// (‹U+202E›). At most maxLength characters, an ellipsis at the end if it was cut or goes on elsewhere.
QString oneLine(QStringView text, qsizetype maxLength, bool goesOn = false);
/// UTF-8 in one line likewise. @param wholeSize octets of the whole, of which these are the first
QString oneLine(QByteArrayView utf8, qsizetype maxLength, quint64 wholeSize);

/// Text for showing that may have been cut.
struct ShownText
{
    QString text;
    qsizetype leftOut = 0; ///< characters at the end of the original that are not in it
};
/// Text on several lines for showing: control characters by name and noncharacters by number as above, but
/// for tabs; each line end as one LF. At most maxLength characters.
ShownText withNamedControls(QStringView text, qsizetype maxLength = std::numeric_limits<qsizetype>::max());

/// The first octets as "48 65 6c", an ellipsis at the end if the whole has more.
QString hexLine(QByteArrayView octets, qsizetype maxOctets, quint64 wholeSize);

} // namespace confab
