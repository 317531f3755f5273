#pragma once

#include "ui/text/errortext.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace confab {

/// A failure, in its place: what happened, why and what to do, with the other end's own words behind a click
/// and at most one action. Decides nothing; hidden while there is nothing to say, and empty until there first
/// is.
class FailureBanner : public QWidget
{
    Q_OBJECT
public:
    explicit FailureBanner(QWidget *parent = nullptr);

    /// What the other end's own words are.
    enum class Words {
        Answer,       ///< to an HTTP request
        Certificates, ///< to be read before one goes on: unfolded
    };
    /// Shows the banner. @param words of the server as they came, for those who want to read them; may be
    /// empty.
    void showFailure(const ErrorText &text, const QString &words = {}, Words kind = Words::Answer);
    /// The one action, as a button; none if empty.
    void setAction(const QString &text, const QString &toolTip = {});
    /// Hides it and forgets what it said.
    void clear();
    bool isShowing() const { return !isHidden(); }

Q_SIGNALS:
    void actionTriggered();
    /// Somebody put it away; it is hidden.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void make();
    void layOut();
    void retranslate();
    void applyColors();
    static void setWords(QLabel &label, const QString &text);

    QLabel *m_what = nullptr; ///< like all that follow, until there is something to say
    QLabel *m_why = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_wordsToggle = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QPushButton *m_dismiss = nullptr;
    Words m_kind = Words::Answer;
};

} // namespace confab
