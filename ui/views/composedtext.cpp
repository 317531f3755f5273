#include "ui/views/composedtext.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

namespace confab {

QString composedText(const QPlainTextEdit &edit)
{
    QString text = edit.document()->toRawText();
    for (const QChar lineBreak : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator)})
        text.replace(lineBreak, u'\n');
    return text;
}

void commitComposition(QPlainTextEdit &edit)
{
    const auto composing = [&edit] { return edit.textCursor().block().layout()->preeditAreaText(); };
    if (composing().isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    // Not every input method does it, or not at once.
    if (const QString left = composing(); !left.isEmpty()) {
        QInputMethodEvent event;
        event.setCommitString(left);
        QCoreApplication::sendEvent(&edit, &event);
        QGuiApplication::inputMethod()->reset();
    }
}

} // namespace confab
