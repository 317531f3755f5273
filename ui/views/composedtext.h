#pragma once

#include <QString>

class QPlainTextEdit;

namespace confab {

/// What was written into a field, to be sent: each line break, of either kind that an editor knows, as LF,
/// and all else as it is. Not QPlainTextEdit::toPlainText(), which makes spaces of no-break spaces.
QString composedText(const QPlainTextEdit &edit);
/// Makes text of what an input method is composing in a field, so that it is sent with the rest.
void commitComposition(QPlainTextEdit &edit);

} // namespace confab
