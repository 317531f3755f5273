#pragma once

#include <QPushButton>
#include <QTimer>

namespace confab {

/// Puts its text on the clipboard when pressed, and says for a moment that it has, without changing its
/// width.
class CopyButton : public QPushButton
{
    Q_OBJECT
public:
    explicit CopyButton(QWidget *parent = nullptr);

    void setContent(const QString &content);
    /// What it does, for its tool tip and a screen reader; "Copy the link" unless set.
    void setPurpose(const QString &words);
    /// Shows an icon in place of the word.
    void setIconOnly();
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void retranslate();

    QString m_content;
    QString m_purpose;
    QTimer m_copied;
    bool m_iconOnly = false;
};

} // namespace confab
