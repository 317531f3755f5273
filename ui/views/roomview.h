#pragma once

#include "server/roomserver.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace confab {

class ConversationModel;
class ConversationView;
class RoomComposer;

/// A room: who is here, what was said, and what the host wants to say.
class RoomView : public QWidget
{
    Q_OBJECT
public:
    /// @param server outlives the view.
    explicit RoomView(RoomServer &server, QWidget *parent = nullptr);

    /// Takes over what was said and who is here.
    void refresh();
    /// Whether the server listens.
    void showState();
    ConversationView *conversation() const { return m_conversation; }
    RoomComposer *composer() const { return m_composer; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRooms(const QList<MemberInfo> &members);
    void removeDesertedRooms(const QList<MemberInfo> &members);
    void showPresence(const QList<MemberInfo> &members);
    QString roomName(const QString &room) const;
    void retranslate();

    RoomServer &m_server;
    ConversationModel *m_model;
    QComboBox *m_rooms;
    QLabel *m_presence;
    ConversationView *m_conversation;
    RoomComposer *m_composer;
    quint64 m_revision = ~quint64(0);
};

} // namespace confab
