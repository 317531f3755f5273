#pragma once

#include <QStringView>
#include <QTextOption>

class QPlainTextEdit;

namespace confab {

/// How a field is to wrap a text that a peer chose: at words, or anywhere if there is a word so long that
/// looking for its end would take seconds, as Qt looks anew for each line.
QTextOption::WrapMode wrapModeFor(QStringView text);
/// Fills a field with such a text, wrapped so.
void setWrappedText(QPlainTextEdit &edit, const QString &text);

} // namespace confab
