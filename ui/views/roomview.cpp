#include "ui/views/roomview.h"

#include "ui/models/conversationmodel.h"
#include "ui/views/conversationview.h"
#include "ui/views/plaintooltip.h"
#include "ui/views/roomcomposer.h"
#include "ui/views/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr QLatin1StringView mainRoom("/");
constexpr QLatin1StringView echoPath("/echo");
constexpr QLatin1StringView roomPrefix("/room/");
constexpr int roomNameLength = 16; ///< characters of a room's name that have room

} // namespace

RoomView::RoomView(RoomServer &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_model(new ConversationModel(server.conversation(), this))
    , m_rooms(new QComboBox(this))
    , m_presence(new QLabel(this))
    , m_conversation(new ConversationView(*m_model, this))
    , m_composer(new RoomComposer(this))
{
    setObjectName(u"roomView"_s);
    m_rooms->setObjectName(u"rooms"_s);
    m_presence->setObjectName(u"presence"_s);
    m_model->setRoom(mainRoom);
    m_rooms->addItem(QString(), QString(mainRoom));
    // Strangers name rooms: a long name is cut.
    m_rooms->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rooms->setMinimumContentsLength(roomNameLength);
    m_rooms->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rooms->hide();
    m_presence->setForegroundRole(QPalette::PlaceholderText);
    m_presence->setTextFormat(Qt::PlainText);
    m_presence->setMinimumHeight(theme::controlHeight);
    // A long list of names is cut, never wider than the room.
    m_presence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::paneMargin, theme::unit, theme::paneMargin, theme::unit);
    top->setSpacing(2 * theme::unit);
    top->addWidget(m_rooms);
    top->addWidget(m_presence, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(theme::paneMargin, theme::unit, theme::paneMargin, theme::paneMargin);
    bottom->addWidget(m_composer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_conversation, 1);
    layout->addLayout(bottom);
    setFocusProxy(m_composer);

    connect(m_rooms, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setRoom(m_rooms->currentData().toString());
        m_revision = ~quint64(0);
        refresh();
    });
    connect(m_composer, &RoomComposer::composed, this, [this](const QString &text) {
        m_server.say(m_rooms->currentData().toString(), text);
        m_conversation->scrollToEnd();
    });
    retranslate();
    showState();
}

void RoomView::refresh()
{
    const bool hasAll = !m_model->refresh();
    // Both only grow.
    const quint64 revision = m_server.roster()->revision() + m_model->spokenRoomsRevision();
    if (revision == m_revision)
        return;
    m_revision = revision;
    const QList<MemberInfo> members = m_server.roster()->members();
    addRooms(members);
    if (hasAll)
        removeDesertedRooms(members);
    m_rooms->setVisible(m_rooms->count() > 1);
    showPresence(members);
}

void RoomView::showState()
{
    m_composer->setSendingPossible(m_server.state() == RoomServer::State::Listening);
    m_revision = ~quint64(0);
    refresh();
}

void RoomView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RoomView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPresence(m_server.roster()->members());
}

void RoomView::addRooms(const QList<MemberInfo> &members)
{
    QSet<QString> there;
    for (int i = 0; i < m_rooms->count(); ++i)
        there.insert(m_rooms->itemData(i).toString());
    const auto add = [this, &there](const QString &room) {
        if (room.isEmpty() || room == echoPath || there.contains(room))
            return;
        there.insert(room);
        m_rooms->addItem(roomName(room), room);
    };
    for (const MemberInfo &member : members) {
        if (member.readyState != ReadyState::Closed)
            add(member.room);
    }
    // Also those that nobody is in: a history has brought them back, or everybody has left.
    QList<QString> spoken = m_model->spokenRooms();
    std::sort(spoken.begin(), spoken.end());
    std::for_each(spoken.cbegin(), spoken.cend(), add);
}

/// Rooms without people and messages; neither the one that is shown nor any while somebody is choosing.
void RoomView::removeDesertedRooms(const QList<MemberInfo> &members)
{
    if (m_rooms->view()->isVisible())
        return;
    QSet<QString> needed{QString(mainRoom), m_rooms->currentData().toString()};
    for (const MemberInfo &member : members) {
        if (member.readyState != ReadyState::Closed)
            needed.insert(member.room);
    }
    const QSignalBlocker blocker(m_rooms);
    for (int i = m_rooms->count() - 1; i >= 0; --i) {
        const QString room = m_rooms->itemData(i).toString();
        if (!needed.contains(room) && !m_model->hasMessages(room))
            m_rooms->removeItem(i);
    }
}

void RoomView::showPresence(const QList<MemberInfo> &members)
{
    QStringList names;
    for (const MemberInfo &member : members) {
        if (member.readyState == ReadyState::Open && member.room == m_rooms->currentData().toString())
            names.append(member.name);
    }
    QString words;
    if (m_server.state() != RoomServer::State::Listening)
        words = tr("The room is not open");
    else if (names.isEmpty())
        words = tr("Nobody else is here");
    else
        words = tr("%n here", "people in the room", int(names.size())) + u" · "_s + names.join(u", "_s);
    m_presence->setText(m_presence->fontMetrics().elidedText(words, Qt::ElideRight, m_presence->width()));
    m_presence->setAccessibleName(words);
    setPlainToolTip(*m_presence, names.join(u'\n'));
}

QString RoomView::roomName(const QString &room) const
{
    if (room == mainRoom)
        return tr("Main room");
    return room.startsWith(roomPrefix) ? room.sliced(roomPrefix.size()) : room;
}

void RoomView::retranslate()
{
    setAccessibleName(tr("Room"));
    for (int i = 0; i < m_rooms->count(); ++i)
        m_rooms->setItemText(i, roomName(m_rooms->itemData(i).toString()));
    m_rooms->setToolTip(tr("The room that is shown and spoken to"));
    m_rooms->setAccessibleName(tr("Room"));
    m_conversation->setAccessibleName(tr("Conversation"));
    m_revision = ~quint64(0);
    refresh();
}

} // namespace confab
