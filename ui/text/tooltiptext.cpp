#include "ui/text/tooltiptext.h"

#include "ui/text/payloadtext.h"

using namespace Qt::StringLiterals;

namespace confab {

QString plainToolTip(QStringView text)
{
    if (text.isEmpty())
        return {};
    ShownText shown = withNamedControls(text, maxToolTipLength);
    if (shown.leftOut > 0)
        shown.text += u'…';
    return u"<p style='white-space:pre-wrap'>"_s + shown.text.toHtmlEscaped() + u"</p>"_s;
}

} // namespace confab
