#include "ui/views/payloadedit.h"

#include "ui/views/composedtext.h"
#include "ui/views/theme.h"

#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>
#include <utility>

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
    remember(text);
    m_place = m_sent.size();
    m_beingWritten.clear();
    replaceAll({});
}

void PayloadEdit::remember(const QString &text)
{
    if (text.isEmpty() || text.size() > maxRememberedSize ||
        (!m_sent.isEmpty() && m_sent.constLast() == text))
        return;
    m_sent.append(text);
    qsizetype size = 0;
    for (const QString &each : std::as_const(m_sent))
        size += each.size();
    while (m_sent.size() > maxRemembered || size > maxRememberedSize)
        size -= m_sent.takeFirst().size();
}

/// As an edit, which can be undone, until that would keep too much.
void PayloadEdit::replaceAll(const QString &text)
{
    m_undoable += document()->characterCount() + text.size();
    if (m_undoable > maxUndoable) {
        m_undoable = 0;
        setPlainText(text);
        moveCursor(QTextCursor::End);
        return;
    }
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

void PayloadEdit::recall(int step)
{
    // What was brought back and then changed is being written, too.
    if (m_place < m_sent.size() && composedText(*this) != m_sent.at(m_place)) {
        remember(m_beingWritten);
        m_place = m_sent.size();
    }
    const qsizetype place = std::clamp<qsizetype>(m_place + step, 0, m_sent.size());
    if (place == m_place)
        return;
    if (m_place == m_sent.size())
        m_beingWritten = composedText(*this);
    m_place = place;
    replaceAll(place == m_sent.size() ? m_beingWritten : m_sent.at(place));
}

void PayloadEdit::mark(qsizetype position)
{
    if (position < 0) {
        setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(int(position));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    mark.format.setForeground(warningText(palette()));
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(warningText(palette()));
    setExtraSelections({mark});
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
