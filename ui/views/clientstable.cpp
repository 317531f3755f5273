#include "ui/views/clientstable.h"

#include "ui/text/tooltiptext.h"
#include "ui/views/bandialog.h"
#include "ui/views/memberdelegate.h"
#include "ui/views/memberdialogs.h"
#include "ui/views/readingplace.h"
#include "ui/views/spokenroster.h"
#include "ui/views/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace confab {

ClientsTable::ClientsTable(RoomServer &server, QWidget *parent)
    : QuietFocus(parent)
    , m_server(server)
    , m_model(new SpokenRoster(server.roster(), this))
    , m_delegate(new MemberDelegate(this))
{
    setObjectName(u"clientsTable"_s);
    setModelWithoutSuccession(*this, *m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListView::doubleClicked, this, &ClientsTable::sendToCurrent);
    retranslate();
}

void ClientsTable::refresh()
{
    m_model->refresh();
}

const MemberInfo *ClientsTable::currentMember() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_model->member(index.row()) : nullptr;
}

const MemberInfo *ClientsTable::currentLiveMember() const
{
    const MemberInfo *member = currentMember();
    return member && member->readyState != ReadyState::Closed ? member : nullptr;
}

void ClientsTable::sendToCurrent()
{
    const MemberInfo *member = currentLiveMember();
    if (!member || member->readyState != ReadyState::Open)
        return;
    auto *dialog = new SendToMemberDialog(*member, *m_server.roster(), window());
    connect(dialog, &SendToMemberDialog::chosen, &m_server, &RoomServer::sendText);
    dialog->open();
}

void ClientsTable::pingCurrent()
{
    if (const MemberInfo *member = currentLiveMember())
        m_server.ping(member->id);
}

void ClientsTable::closeCurrent()
{
    const MemberInfo *member = currentLiveMember();
    if (!member || member->readyState != ReadyState::Open)
        return;
    auto *dialog = new CloseMemberDialog(*member, *m_server.roster(), window());
    connect(dialog, &CloseMemberDialog::chosen, &m_server, &RoomServer::close);
    dialog->open();
}

void ClientsTable::kickCurrent()
{
    if (const MemberInfo *member = currentLiveMember())
        m_server.kick(member->id);
}

/// Who has left may come back, so that this is for those, too.
void ClientsTable::banCurrent()
{
    const MemberInfo *member = currentMember();
    const QHostAddress address(member ? member->address : QString());
    if (address.isNull())
        return;
    auto *dialog = new BanDialog(address, *m_server.roster(), window());
    connect(dialog, &BanDialog::chosen, this, &ClientsTable::banRequested);
    dialog->open();
}

void ClientsTable::showTrafficOfCurrent()
{
    if (const MemberInfo *member = currentMember())
        Q_EMIT showOnlyRequested(member->id, member->name);
}

void ClientsTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListView::changeEvent(event);
}

void ClientsTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (currentIndex().isValid())
            openMenu(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    openMenu(event->globalPos());
}

void ClientsTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        sendToCurrent();
        return;
    case Qt::Key_Delete:
        closeCurrent();
        return;
    default:
        QuietFocus::keyPressEvent(event);
    }
}

void ClientsTable::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        MemberDelegate::menuRect(visualRect(index)).contains(event->position().toPoint()))
        openMenu(event->globalPosition().toPoint());
}

void ClientsTable::paintEvent(QPaintEvent *event)
{
    QuietFocus::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(secondaryText(palette()));
    const QRect room = viewport()->rect().adjusted(theme::paneMargin, theme::unit, -theme::paneMargin, 0);
    const QString words = m_server.state() == RoomServer::State::Listening
                              ? tr("Nobody is here yet. Share the join link: whoever opens it appears here.")
                              : tr("Whoever joins the room appears here.");
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
}

bool ClientsTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid())
            QToolTip::showText(help->globalPos(),
                               plainToolTip(MemberDelegate::fullText(m_model->member(index.row()))), this,
                               visualRect(index));
        else
            QToolTip::hideText();
        return true;
    }
    return QListView::viewportEvent(event);
}

void ClientsTable::openMenu(const QPoint &globalPosition)
{
    const MemberInfo *const member = currentLiveMember();
    const bool live = member;
    const bool open = member && member->readyState == ReadyState::Open;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"clientMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, bool enabled,
                         void (ClientsTable::*act)()) {
        QAction *action = menu->addAction(text, this, act);
        action->setObjectName(name);
        action->setEnabled(enabled);
        return action;
    };
    add(u"clientSend"_s, tr("Send to it…"), open, &ClientsTable::sendToCurrent);
    add(u"clientPing"_s, tr("Ping"), open, &ClientsTable::pingCurrent);
    add(u"clientTraffic"_s, tr("Show only its traffic"), true, &ClientsTable::showTrafficOfCurrent);
    menu->addSeparator();
    add(u"clientClose"_s, tr("Close with code and reason…"), open, &ClientsTable::closeCurrent);
    add(u"clientKick"_s, tr("Kick (cut the connection)"), live, &ClientsTable::kickCurrent);
    add(u"clientBan"_s, tr("Ban its address…"), true, &ClientsTable::banCurrent);
    menu->popup(globalPosition);
}

void ClientsTable::retranslate()
{
    setAccessibleName(tr("Connected clients"));
    viewport()->update();
}

} // namespace confab
