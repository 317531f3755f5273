#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace confab {

/// A dialog that asks for one thing: what, a sentence about it, perhaps something to fill in, and Cancel
/// beside the one accented button. Owned by its parent; deletes itself when it is done.
class QuestionDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param action what the accented button does, in a word.
    QuestionDialog(const QString &title, const QString &explanation, const QString &action,
                   QWidget *parent = nullptr);

protected:
    /// What is to be filled in; it has the focus. Without it Cancel has.
    void setContent(QWidget *content);
    void setExplanation(const QString &explanation);
    /// The accented button; what it does is the heir's business.
    QPushButton *acceptButton() const { return m_accept; }

private:
    QLabel *m_explanation;
    QPushButton *m_accept;
    QVBoxLayout *m_content;
};

} // namespace confab
