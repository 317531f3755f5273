#pragma once

#include "server/roomserver.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace confab {

class CopyButton;
class StateLamp;

/// The line at the top: whether the room is open and for how many, its link, Start or Stop, the language, the
/// menu. Starts and stops nothing itself.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setServerState(RoomServer::State state);
    void setClientCount(int count);
    /// The join link to share; empty while there is none.
    void setLink(const QString &link);
    /// The menus are not owned.
    void setMenus(QMenu *mainMenu, QMenu *languageMenu);
    /// Checkable actions that fold the panes at the left and at the right.
    void setPaneActions(QAction *host, QAction *client);
    /// The name of the language in use, in that language.
    void setLanguageName(const QString &name);

    /// Whether Start is the one accented action, or another place has that.
    void setStartProminent(bool prominent);

    QWidget *qrAnchor() const;

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void qrRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();
    void retranslate();

    RoomServer::State m_state = RoomServer::State::Stopped;
    int m_count = 0;
    bool m_startProminent = true;
    StateLamp *m_lamp;
    QLabel *m_status;
    QLabel *m_link;
    CopyButton *m_copy;
    QPushButton *m_qr;
    QPushButton *m_startStop;
    QPushButton *m_language;
    QToolButton *m_hostPane;
    QToolButton *m_clientPane;
    QToolButton *m_menu;
};

} // namespace confab
