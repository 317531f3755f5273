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
    /// How many texts are remembered.
    static constexpr qsizetype maxRemembered = 50;

    explicit PayloadEdit(QWidget *parent = nullptr);

    /// What is written was sent: it goes, can be had back with Undo, and is remembered.
    void takeSent();

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

    QStringList m_sent;     ///< the last one last
    qsizetype m_place = 0;  ///< in m_sent, of what is shown; behind its end: what is being written
    QString m_beingWritten; ///< while something of m_sent is shown
};

} // namespace confab
