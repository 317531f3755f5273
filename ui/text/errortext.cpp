#include "ui/text/errortext.h"

#include <QStringList>

namespace confab {

QString ErrorText::inOneLine() const
{
    QStringList sentences{what, why, advice};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace confab
