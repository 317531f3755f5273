#include "ui/views/composedtext.h"

#include <QPlainTextEdit>

namespace confab {

QString composedText(const QPlainTextEdit &edit)
{
    QString text = edit.document()->toRawText();
    for (const QChar lineBreak : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator)})
        text.replace(lineBreak, u'\n');
    return text;
}

} // namespace confab
