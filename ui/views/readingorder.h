#pragma once

#include <QWidget>

namespace confab {

/// The widgets inside of the container that Tab stops at, in the order in which the eye finds them: line by
/// line from the top, each from the left, what belongs together before what is beside it. As everything lies
/// now.
QList<QWidget *> tabStopsByEye(const QWidget &container);
/// Gives the focus to the next of them, or to the one before; round at the end. False if there is none.
bool focusNextByEye(const QWidget &window, bool next);

} // namespace confab
