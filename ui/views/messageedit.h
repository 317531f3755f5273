#pragma once

#include <QPlainTextEdit>

namespace confab {

/// Several lines of text where Return and Ctrl+Return send and Shift+Return breaks the line; while an input
/// method is composing, Return only ends the composition. Grows with its text up to a bound.
class MessageEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    int heightForLines(int lines) const;

    bool m_composing = false;
};

} // namespace confab
