#include "ui/views/messageedit.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QTextDocument>

#include <algorithm>

namespace confab {

namespace {

constexpr int mostLines = 6;

} // namespace

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this](const QSizeF &size) {
                setVerticalScrollBarPolicy(size.height() > mostLines ? Qt::ScrollBarAsNeeded
                                                                     : Qt::ScrollBarAlwaysOff);
                updateGeometry();
            });
}

QSize MessageEdit::sizeHint() const
{
    // A plain text document's height counts lines.
    const int lines = std::clamp(int(document()->documentLayout()->documentSize().height()), 1, mostLines);
    return {QPlainTextEdit::sizeHint().width(), heightForLines(lines)};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), heightForLines(1)};
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    if (m_composing)
        QGuiApplication::inputMethod()->commit();
    else
        Q_EMIT sendRequested();
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

int MessageEdit::heightForLines(int lines) const
{
    // One pixel more than the lines need, or the last one scrolls.
    const int margins = 2 * int(document()->documentMargin()) + 2 * frameWidth() + 1;
    return lines * fontMetrics().lineSpacing() + margins;
}

} // namespace confab
