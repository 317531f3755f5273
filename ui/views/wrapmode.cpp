#include "ui/views/wrapmode.h"

#include <QPlainTextEdit>

namespace confab {

namespace {

constexpr qsizetype longestWord = 1'000;

bool endsWord(QChar character)
{
    return character == u' ' || character == u'\t' || character == u'\n' || character == u'\r';
}

} // namespace

QTextOption::WrapMode wrapModeFor(QStringView text)
{
    qsizetype length = 0;
    for (const QChar character : text) {
        length = endsWord(character) ? 0 : length + 1;
        if (length > longestWord)
            return QTextOption::WrapAnywhere;
    }
    return QTextOption::WrapAtWordBoundaryOrAnywhere;
}

void setWrappedText(QPlainTextEdit &edit, const QString &text)
{
    // Or the text before would be laid out in the mode of this one.
    edit.clear();
    edit.setWordWrapMode(wrapModeFor(text));
    edit.setPlainText(text);
}

} // namespace confab
