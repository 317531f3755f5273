#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace confab {

/// What the window says while nothing has happened yet: one sentence, one big way forward, one quiet one.
class WelcomeView : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeView(QWidget *parent = nullptr);

    /// While the room is starting there is nothing to press.
    void setBusy(bool busy);

Q_SIGNALS:
    void startRequested();
    void connectRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_start;
    QPushButton *m_connect;
};

} // namespace confab
