#include "ui/views/headerbar.h"

#include "ui/views/copybutton.h"
#include "ui/views/statelamp.h"
#include "ui/views/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

QToolButton *makeToolButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_lamp(new StateLamp(this))
    , m_status(new QLabel(this))
    , m_link(new QLabel(this))
    , m_copy(new CopyButton(this))
    , m_qr(new QPushButton(this))
    , m_startStop(new QPushButton(this))
    , m_language(new QPushButton(this))
    , m_hostPane(makeToolButton(u"hostPaneToggle"_s, this))
    , m_clientPane(makeToolButton(u"clientPaneToggle"_s, this))
    , m_menu(makeToolButton(u"menuButton"_s, this))
{
    setObjectName(u"headerBar"_s);
    m_lamp->setObjectName(u"listeningLamp"_s);
    m_status->setObjectName(u"listeningText"_s);
    m_link->setObjectName(u"joinLink"_s);
    m_copy->setObjectName(u"copyLink"_s);
    m_qr->setObjectName(u"showQr"_s);
    m_startStop->setObjectName(u"startStop"_s);
    m_language->setObjectName(u"languageButton"_s);

    QFont bold = m_status->font();
    bold.setWeight(QFont::DemiBold);
    m_status->setFont(bold);
    m_link->setFont(payloadFont());
    m_link->setTextFormat(Qt::PlainText);
    m_link->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setButtonLook(*m_language, ButtonLook::Quiet);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setIcon(themeIcon(u"application-menu"_s));
    for (QToolButton *button : {m_hostPane, m_clientPane})
        setButtonLook(*button, ButtonLook::Quiet);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::unit, theme::unit, theme::unit + 1);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_hostPane);
    layout->addSpacing(theme::halfUnit);
    layout->addWidget(m_lamp);
    layout->addWidget(m_status);
    layout->addSpacing(2 * theme::unit);
    layout->addWidget(m_link);
    layout->addWidget(m_copy);
    layout->addWidget(m_qr);
    layout->addStretch();
    layout->addWidget(m_startStop);
    layout->addSpacing(theme::unit);
    layout->addWidget(m_language);
    layout->addWidget(m_clientPane);
    layout->addWidget(m_menu);

    connect(m_qr, &QPushButton::clicked, this, &HeaderBar::qrRequested);
    connect(m_startStop, &QPushButton::clicked, this, [this] {
        if (m_state == RoomServer::State::Listening || m_state == RoomServer::State::Starting)
            Q_EMIT stopRequested();
        else
            Q_EMIT startRequested();
    });
    setLink({});
    retranslate();
}

void HeaderBar::setServerState(RoomServer::State state)
{
    m_state = state;
    showState();
}

void HeaderBar::setClientCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    showState();
}

void HeaderBar::setLink(const QString &link)
{
    m_link->setText(link);
    m_copy->setContent(link);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_copy), static_cast<QWidget *>(m_qr)})
        widget->setHidden(link.isEmpty());
}

void HeaderBar::setMenus(QMenu *mainMenu, QMenu *languageMenu)
{
    m_menu->setMenu(mainMenu);
    m_language->setMenu(languageMenu);
}

void HeaderBar::setPaneActions(QAction *host, QAction *client)
{
    m_hostPane->setDefaultAction(host);
    m_clientPane->setDefaultAction(client);
}

void HeaderBar::setLanguageName(const QString &name)
{
    m_language->setText(name);
}

void HeaderBar::setStartProminent(bool prominent)
{
    m_startProminent = prominent;
    showState();
}

QWidget *HeaderBar::qrAnchor() const
{
    return m_qr;
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, height() - 1, width(), 1, hairline(palette()));
}

void HeaderBar::showState()
{
    ReadyState lamp = ReadyState::Closed;
    QString words;
    switch (m_state) {
    case RoomServer::State::Stopped:
        words = tr("Not running");
        break;
    case RoomServer::State::Starting:
        lamp = ReadyState::Connecting;
        words = tr("Starting…");
        break;
    case RoomServer::State::Listening:
        lamp = ReadyState::Open;
        words = tr("Listening · %n client(s)", nullptr, m_count);
        break;
    case RoomServer::State::Stopping:
        lamp = ReadyState::Closing;
        words = tr("Stopping…");
        break;
    }
    m_lamp->setReadyState(lamp);
    m_status->setText(words);

    const bool running = m_state == RoomServer::State::Listening || m_state == RoomServer::State::Starting;
    m_startStop->setText(running ? tr("Stop") : tr("Start"));
    m_startStop->setToolTip(running ? tr("Close the room: everyone is told and disconnected")
                                    : tr("Start the room with the settings at the left"));
    m_startStop->setDisabled(m_state == RoomServer::State::Stopping);
    setButtonLook(*m_startStop, running || !m_startProminent ? ButtonLook::Plain : ButtonLook::Primary);
}

void HeaderBar::retranslate()
{
    m_link->setToolTip(tr("Whoever opens this link joins the room"));
    m_link->setAccessibleName(tr("Join link"));
    m_qr->setText(tr("QR"));
    m_qr->setToolTip(tr("Show the link as a QR code for phones"));
    m_language->setToolTip(tr("Choose the language"));
    m_language->setAccessibleName(tr("Language"));
    m_menu->setToolTip(tr("Menu"));
    m_menu->setAccessibleName(tr("Menu"));
    showState();
}

} // namespace confab
