#include "ui/views/payloadedit.h"

#include "ui/views/composedtext.h"
#include "ui/views/theme.h"

#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

PayloadEdit::PayloadEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(payloadFont());
    setTabChangesFocus(true);
}

void PayloadEdit::takeSent()
{
    const QString text = composedText(*this);
    if (!text.isEmpty() && (m_sent.isEmpty() || m_sent.constLast() != text))
        m_sent.append(text);
    if (m_sent.size() > maxRemembered)
        m_sent.removeFirst();
    m_place = m_sent.size();
    m_beingWritten.clear();
    replaceAll({});
}

/// As an edit, which can be undone.
void PayloadEdit::replaceAll(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

void PayloadEdit::recall(int step)
{
    const qsizetype place = std::clamp<qsizetype>(m_place + step, 0, m_sent.size());
    if (place == m_place)
        return;
    if (m_place == m_sent.size())
        m_beingWritten = composedText(*this);
    m_place = place;
    replaceAll(place == m_sent.size() ? m_beingWritten : m_sent.at(place));
}

void PayloadEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT sendRequested();
            return;
        case Qt::Key_Up:
            recall(-1);
            return;
        case Qt::Key_Down:
            recall(1);
            return;
        default:
            break;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PayloadEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    QPlainTextEdit::insertFromMimeData(source);
    const auto isLost = [](QChar character) {
        return character == u'\r' || character == QChar::LineSeparator ||
               character == QChar::ParagraphSeparator;
    };
    if (std::any_of(text.begin(), text.end(), isLost))
        Q_EMIT lineBreaksLost();
}

} // namespace confab
