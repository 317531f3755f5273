#include "ui/views/hostpane.h"

#include "ui/text/sizetext.h"
#include "ui/views/clientstable.h"
#include "ui/views/fingerprintview.h"
#include "ui/views/forgethistorydialog.h"
#include "ui/views/joinlinks.h"
#include "ui/views/pinfield.h"
#include "ui/views/roomcontrol.h"
#include "ui/views/serversettings.h"
#include "ui/views/theme.h"
#include "ui/views/whomayjoin.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int paneMinimumWidth = 33 * theme::unit;
constexpr int clientsMinimumHeight = 20 * theme::unit;

/// A scroll area that is as high as what is in it, if there is room.
class UpperPart : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    QSize sizeHint() const override
    {
        return {QScrollArea::sizeHint().width(), widget()->heightForWidth(viewport()->width())};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        updateGeometry();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

HostPane::HostPane(RoomServer &server, RoomControl &control, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_control(control)
    , m_whoLabel(new QLabel(this))
    , m_who(new WhoMayJoin(this))
    , m_pin(new PinField(this))
    , m_linksLabel(new QLabel(this))
    , m_links(new JoinLinks(this))
    , m_fingerprint(new FingerprintView(this))
    , m_settingsToggle(new QToolButton(this))
    , m_settings(new ServerSettings(this))
    , m_clientsLabel(new QLabel(this))
    , m_clients(new ClientsTable(server, this))
{
    setObjectName(u"hostPane"_s);
    m_settingsToggle->setObjectName(u"settingsToggle"_s);
    m_clientsLabel->setObjectName(u"clientsTitle"_s);
    setMinimumWidth(paneMinimumWidth);
    for (QLabel *label : {m_whoLabel, m_linksLabel, m_clientsLabel})
        setSectionLook(*label);
    m_settingsToggle->setCheckable(true);
    m_settingsToggle->setChecked(true);
    m_settingsToggle->setAutoRaise(true);
    setButtonLook(*m_settingsToggle, ButtonLook::Quiet);
    m_settingsToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_settingsToggle->setArrowType(Qt::DownArrow);
    m_settingsToggle->setFont(captionFont());

    auto *upper = new QWidget;
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(theme::paneMargin, theme::paneMargin, theme::paneMargin,
                                    theme::paneMargin);
    upperLayout->setSpacing(theme::unit);
    upperLayout->addWidget(m_whoLabel);
    upperLayout->addWidget(m_who);
    upperLayout->addWidget(m_pin);
    upperLayout->addSpacing(theme::unit);
    upperLayout->addWidget(m_linksLabel);
    upperLayout->addWidget(m_links);
    upperLayout->addWidget(m_fingerprint);
    upperLayout->addWidget(m_settingsToggle, 0, Qt::AlignLeft);
    upperLayout->addWidget(m_settings);

    auto *scroll = new UpperPart(this);
    scroll->setFocusPolicy(Qt::NoFocus); // Tab goes to what is in it
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    scroll->setWidget(upper);
    scroll->viewport()->setAutoFillBackground(false);
    upper->setAutoFillBackground(false);

    m_clientsLabel->setContentsMargins(theme::paneMargin, theme::unit * 3 / 2, theme::paneMargin,
                                       theme::unit);
    m_clients->setMinimumHeight(clientsMinimumHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_clientsLabel);
    layout->addWidget(m_clients, 1);

    connect(m_who, &WhoMayJoin::addressChosen, this, [this](const QHostAddress &address) {
        ServerPolicy policy = m_control.policy();
        if (address == policy.address)
            return;
        policy.address = address;
        m_note = m_control.isRunning() ? Note::Rebinding : Note::None;
        m_control.setPolicy(policy);
        showNote();
    });
    connect(m_pin, &PinField::pinChosen, this, [this](const QByteArray &pin) {
        ServerPolicy policy = m_control.policy();
        policy.pin = pin;
        m_control.setPolicy(policy);
    });
    connect(&m_control, &RoomControl::restarted, this, [this] {
        if (m_note == Note::Rebinding)
            m_note = Note::Rebound;
        showNote();
    });
    connect(m_settingsToggle, &QToolButton::toggled, this, &HostPane::showSettings);
    connect(m_clients, &ClientsTable::banRequested, &m_control, &RoomControl::ban);
    connect(m_links, &JoinLinks::qrRequested, this, &HostPane::qrRequested);
    connect(m_settings, &ServerSettings::policyEdited, &m_control, &RoomControl::setPolicy);
    connect(m_settings, &ServerSettings::restartRequested, &m_control, &RoomControl::restart);
    connect(m_settings, &ServerSettings::forgetHistoryRequested, this, [this](const QString &file) {
        auto *dialog = new ForgetHistoryDialog(file, this);
        connect(dialog, &ForgetHistoryDialog::forgotten, this, [this] {
            m_server.conversation()->clear();
            showPolicy();
        });
        dialog->open();
    });
    connect(&m_control, &RoomControl::policyChanged, this, &HostPane::showPolicy);
    connect(&m_control, &RoomControl::stateChanged, this, &HostPane::showState);
    connect(&m_server, &RoomServer::joinLinksChanged, this, &HostPane::showState);
    showPolicy();
    retranslate();
}

void HostPane::refresh()
{
    m_clients->refresh();
    const int count = m_server.roster()->liveCount();
    if (count != m_count) {
        m_count = count;
        showCount();
    }
}

bool HostPane::areSettingsShown() const
{
    return m_settingsToggle->isChecked();
}

void HostPane::commitSettings()
{
    m_pin->commit();
    m_settings->commit();
}

void HostPane::showSettings(bool shown)
{
    m_settingsToggle->setChecked(shown);
    m_settingsToggle->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_settings->setVisible(shown);
}

void HostPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HostPane::showState()
{
    m_links->setLinks(m_server.joinLinks());
    m_fingerprint->setFingerprint(m_server.fingerprint());
    m_settings->setRestartNeeded(m_control.needsRestart());
    m_settings->setRoomOpen(m_server.state() != RoomServer::State::Stopped);
    m_clients->viewport()->update();
    if (m_server.state() == RoomServer::State::Stopped) {
        m_note = Note::None;
        showNote();
    }
}

void HostPane::showPolicy()
{
    m_who->setAddress(m_control.policy().address);
    m_pin->setPin(m_control.policy().pin);
    m_settings->setPolicy(m_control.policy());
    m_settings->setRestartNeeded(m_control.needsRestart());
}

void HostPane::showNote()
{
    switch (m_note) {
    case Note::None:
        m_who->setNote({});
        break;
    case Note::Rebinding:
        m_who->setNote(tr("Reopening the room…"));
        break;
    case Note::Rebound:
        m_who->setNote(
            m_control.policy().address.isLoopback()
                ? tr("The room is now open to this computer alone. Everyone was disconnected once.")
                : tr("The room is now open to this network. Everyone was disconnected once."));
        break;
    }
}

void HostPane::showCount()
{
    m_clientsLabel->setText(tr("Clients (%1)").arg(countText(quint64(m_count))));
}

void HostPane::retranslate()
{
    setAccessibleName(tr("Host"));
    m_whoLabel->setText(tr("Who may join"));
    m_linksLabel->setText(tr("Join link"));
    m_settingsToggle->setText(tr("Port, TLS, subprotocols, origins"));
    m_settingsToggle->setToolTip(tr("Show or hide the settings of the server"));
    showCount();
    showNote();
    showState();
}

} // namespace confab
