#include "ui/views/clientpane.h"

#include "ui/text/readystatetext.h"
#include "ui/views/certificatesdialog.h"
#include "ui/views/clientview.h"
#include "ui/views/mnemonic.h"
#include "ui/views/statelamp.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

ClientPane::ClientPane(QThread *clientThread, std::shared_ptr<TrafficLog> log, QWidget *parent)
    : QWidget(parent)
    , m_clientThread(clientThread)
    , m_log(std::move(log))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_add(new QPushButton(this))
    , m_emptyText(new WrappedLabel(this))
    , m_emptyAdd(new QPushButton(this))
{
    setObjectName(u"clientPane"_s);
    m_tabs->setObjectName(u"clientTabs"_s);
    m_add->setObjectName(u"clientAdd"_s);
    m_emptyAdd->setObjectName(u"clientEmptyAdd"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->tabBar()->setExpanding(false);
    m_add->setText(u"+"_s);
    setButtonLook(*m_add, ButtonLook::Quiet);
    m_tabs->setCornerWidget(m_add, Qt::TopRightCorner);
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(makeEmptyState());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_add, &QPushButton::clicked, this, &ClientPane::focusNewConnection);
    connect(m_emptyAdd, &QPushButton::clicked, this, &ClientPane::focusNewConnection);
    addConnection();
    retranslate();
}

QWidget *ClientPane::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(theme::paneMargin, theme::paneMargin, theme::paneMargin, theme::paneMargin);
    layout->setSpacing(theme::paneMargin);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    layout->addStretch(2);
    layout->addWidget(m_emptyText);
    layout->addWidget(m_emptyAdd, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return empty;
}

void ClientPane::setDefaultAddress(const QUrl &url)
{
    m_defaultAddress = url;
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<ClientView *>(m_tabs->widget(i))->setDefaultAddress(url);
}

ClientView *ClientPane::addConnection()
{
    auto *view = new ClientView(m_clientThread, m_log, m_pins, m_tabs);
    view->setDefaultAddress(m_defaultAddress);
    const int index = m_tabs->addTab(view, QString());
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, makeCloseButton(view));
    m_tabs->setCurrentIndex(index);
    connect(view, &ClientView::certificatesRequested, this, &ClientPane::showCertificates);
    connect(view, &ClientView::titleChanged, this, [this, view] { showTab(view); });
    connect(view, &ClientView::readyStateChanged, this, [this, view] { showTab(view); });
    showTab(view);
    updateState();
    return view;
}

void ClientPane::focusNewConnection()
{
    addConnection()->focusAddress();
}

ClientView *ClientPane::currentConnection() const
{
    return static_cast<ClientView *>(m_tabs->currentWidget());
}

int ClientPane::connectionCount() const
{
    return m_tabs->count();
}

void ClientPane::focusAddress()
{
    ClientView *view = currentConnection();
    (view ? view : addConnection())->focusAddress();
}

void ClientPane::showCertificates()
{
    auto *dialog = new CertificatesDialog(m_pins, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QPushButton *ClientPane::makeCloseButton(ClientView *view)
{
    auto *button = new QPushButton(u"✕"_s, m_tabs);
    button->setObjectName(u"clientTabClose"_s);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(captionFont());
    button->setFixedSize(20, 20);
    setButtonLook(*button, ButtonLook::Quiet);
    connect(button, &QPushButton::clicked, view, [this, view] { closeTab(view); });
    return button;
}

void ClientPane::closeTab(ClientView *view)
{
    m_tabs->removeTab(m_tabs->indexOf(view));
    view->disconnect(this);
    view->setParent(this);
    view->leave();
    updateState();
}

void ClientPane::showTab(ClientView *view)
{
    const int index = m_tabs->indexOf(view);
    m_tabs->setTabText(index, withoutMnemonic(view->title()));
    m_tabs->setTabIcon(index, stateLampIcon(view->readyState(), palette()));
    m_tabs->setTabToolTip(index, view->title() + u" — "_s + readyStateWord(view->readyState()));
    QWidget *close = m_tabs->tabBar()->tabButton(index, QTabBar::RightSide);
    close->setToolTip(tr("Close this connection and its tab."));
    close->setAccessibleName(tr("Close tab"));
}

void ClientPane::updateState()
{
    m_stack->setCurrentIndex(m_tabs->count() == 0 ? 1 : 0);
}

void ClientPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        for (int i = 0; i < m_tabs->count(); ++i)
            showTab(static_cast<ClientView *>(m_tabs->widget(i)));
    QWidget::changeEvent(event);
}

void ClientPane::retranslate()
{
    m_tabs->setAccessibleName(tr("Client connections"));
    m_add->setToolTip(tr("Open another connection."));
    m_add->setAccessibleName(tr("New connection"));
    m_emptyText->setText(tr("Connect as a client to this room, or to any ws:// or wss:// server."));
    m_emptyAdd->setText(tr("New connection"));
    for (int i = 0; i < m_tabs->count(); ++i)
        showTab(static_cast<ClientView *>(m_tabs->widget(i)));
}

} // namespace confab
