#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace confab {

/// Where what a connection is to send is written. Ctrl+Return sends; Ctrl+Up and Ctrl+Down bring back what
/// was sent before.
class PayloadEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// How many texts are remembered, and of how many characters in all: a longer one is not.
    static constexpr qsizetype maxRemembered = 50;
    static constexpr qsizetype maxRememberedSize = 1024 * 1024;
    /// How many characters that were replaced may wait for Undo before it starts anew.
    static constexpr qsizetype maxUndoable = 1024 * 1024;

    explicit PayloadEdit(QWidget *parent = nullptr);

    /// What is written was sent: it goes, can be had back with Undo, and is remembered, within the bounds.
    void takeSent();

    /// Shows which character is a problem; none, if position is below 0.
    void mark(qsizetype position);

Q_SIGNALS:
    void sendRequested();
    /// What was pasted has line breaks that a field does not keep apart from LF: CR, U+2028 and U+2029.
    void lineBreaksLost();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void replaceAll(const QString &text);
    void recall(int step);
    void remember(const QString &text);

    QStringList m_sent;       ///< and drafts that gave way to others; the last one last
    qsizetype m_place = 0;    ///< in m_sent, of what is shown; behind its end: what is being written
    QString m_beingWritten;   ///< while something of m_sent is shown
    qsizetype m_undoable = 0; ///< characters that were replaced since Undo started
};

} // namespace confab
