#pragma once

#include "ui/text/errortext.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace confab {

/// A failure, in its place: what happened, why and what to do, with the other end's own words behind a click
/// and at most one action. Decides nothing; hidden while there is nothing to say.
class FailureBanner : public QWidget
{
    Q_OBJECT
public:
    explicit FailureBanner(QWidget *parent = nullptr);

    /// Shows the banner. @param words the server's answer as it came, for those who want to read it; may be
    /// empty.
    void showFailure(const ErrorText &text, const QString &words = {});
    /// The one action, as a button; none if empty.
    void setAction(const QString &text, const QString &toolTip = {});
    /// Hides it and forgets what it said.
    void clear();
    bool isShowing() const { return !isHidden(); }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyColors();
    static void setWords(QLabel &label, const QString &text);

    QLabel *m_what;
    QLabel *m_why;
    QLabel *m_advice;
    QPushButton *m_action;
    QPushButton *m_wordsToggle;
    QPlainTextEdit *m_words;
    QPushButton *m_dismiss;
};

} // namespace confab
