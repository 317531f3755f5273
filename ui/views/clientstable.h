#pragma once

#include "server/roomserver.h"
#include "ui/views/quietfocus.h"

#include <QListView>

class QMenu;

namespace confab {

class MemberDelegate;
class RosterModel;

/// Who is connected, two lines each: lamp, name and messages; address, subprotocol, queue and round trip.
/// What can be done to a member is in its menu, with the right button, the Menu key or the ⋯ at its end;
/// Return sends to it, Delete closes it.
class ClientsTable : public QuietFocus<QListView>
{
    Q_OBJECT
public:
    /// @param server outlives the table.
    explicit ClientsTable(RoomServer &server, QWidget *parent = nullptr);

    /// Takes over what the roster has now.
    void refresh();
    RosterModel *roster() const { return m_model; }

    /// What the menu's entries do with the current member; nothing if there is none, or if it is CLOSED.
    void sendToCurrent();
    void pingCurrent();
    void closeCurrent();
    void kickCurrent();
    void banCurrent();
    void showTrafficOfCurrent();

Q_SIGNALS:
    void showOnlyRequested(quint64 connection, const QString &name);
    void banRequested(const QHostAddress &address);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    const MemberInfo *currentMember() const;
    const MemberInfo *currentLiveMember() const;
    void openMenu(const QPoint &globalPosition);
    void retranslate();

    RoomServer &m_server;
    RosterModel *m_model;
    MemberDelegate *m_delegate;
};

} // namespace confab
