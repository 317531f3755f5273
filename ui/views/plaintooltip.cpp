#include "ui/views/plaintooltip.h"

#include "ui/text/tooltiptext.h"

#include <QWidget>

namespace confab {

void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(plainToolTip(text));
    widget.setAccessibleDescription(text);
}

} // namespace confab
