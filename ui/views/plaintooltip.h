#pragma once

#include <QString>

class QWidget;

namespace confab {

/// Gives a widget text that a peer, a file or a server chose as its tool tip: shown as it is, never as HTML,
/// and told to a screen reader without the markup that this takes.
void setPlainToolTip(QWidget &widget, const QString &text);

} // namespace confab
