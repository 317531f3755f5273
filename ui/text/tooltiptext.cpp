#include "ui/text/tooltiptext.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace confab {

QString plainToolTip(QStringView text)
{
    if (text.isEmpty())
        return {};
    QString shown = text.first(qMin(text.size(), maxToolTipLength)).toString();
    if (shown.size() < text.size()) {
        if (shown.back().isHighSurrogate())
            shown.chop(1);
        shown += u'…';
    }
    return u"<p style='white-space:pre-wrap'>"_s + shown.toHtmlEscaped() + u"</p>"_s;
}

} // namespace confab
