#pragma once

#include <QWidget>

class QPushButton;

namespace confab {

class MessageEdit;

/// Where the host writes what everyone is to read. Sends nothing itself.
class RoomComposer : public QWidget
{
    Q_OBJECT
public:
    explicit RoomComposer(QWidget *parent = nullptr);

    /// While nobody could hear it, what is written waits.
    void setSendingPossible(bool possible);

    void send();

Q_SIGNALS:
    void composed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void assess();
    void retranslate();

    MessageEdit *m_edit;
    QPushButton *m_send;
    bool m_possible = false;
};

} // namespace confab
