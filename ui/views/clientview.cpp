#include "ui/views/clientview.h"

#include "client/certificatepins.h"
#include "core/link/fingerprint.h"
#include "ui/text/clienterrortext.h"
#include "ui/views/addressbar.h"
#include "ui/views/clientcomposer.h"
#include "ui/views/clientdetails.h"
#include "ui/views/clientfailure.h"
#include "ui/views/clienttrafficview.h"
#include "ui/views/closecodeeditor.h"
#include "ui/views/failurebanner.h"
#include "ui/views/readystatestrip.h"
#include "ui/views/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto bufferedAmountInterval = 200ms;

} // namespace

ClientView::ClientView(QThread *networkThread, std::shared_ptr<TrafficLog> log, CertificatePins &pins,
                       QWidget *parent)
    : QWidget(parent)
    , m_pins(pins)
    , m_session(networkThread, log)
    , m_address(new AddressBar(this))
    , m_details(new ClientDetails(this))
    , m_failure(new FailureBanner(this))
    , m_strip(new ReadyStateStrip(this))
    , m_traffic(new ClientTrafficView(std::move(log), this))
    , m_composer(new ClientComposer(this))
    , m_closeStatus(new CloseCodeEditor(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"clientView"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::NoFocus); // Tab goes to what is in it
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeBody());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    wire();
    retranslate();
    showState();
}

QWidget *ClientView::makeBody()
{
    m_close->setObjectName(u"clientClose"_s);

    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme::paneMargin, theme::unit * 3 / 2, theme::paneMargin,
                               theme::unit * 3 / 2);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_address);
    layout->addWidget(m_details);
    layout->addWidget(m_strip);
    layout->addWidget(m_failure);
    layout->addWidget(makeHairline(Qt::Horizontal, body));
    layout->addWidget(m_traffic, 1);
    layout->addWidget(makeHairline(Qt::Horizontal, body));
    layout->addWidget(m_composer);
    layout->addSpacing(theme::halfUnit);
    layout->addLayout(makeCloseRow());
    return body;
}

QLayout *ClientView::makeCloseRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::unit);
    row->addWidget(m_closeStatus, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    return row;
}

void ClientView::wire()
{
    connect(m_address, &AddressBar::triggered, this, &ClientView::mainButtonClicked);
    connect(m_address, &AddressBar::addressChanged, this, [this] { Q_EMIT titleChanged(title()); });
    connect(m_details, &ClientDetails::certificatesRequested, this, &ClientView::certificatesRequested);
    connect(m_failure, &FailureBanner::actionTriggered, this, &ClientView::act);

    m_composer->setFits([this](qsizetype octets) { return m_session.maySend(octets); });
    connect(m_composer, &ClientComposer::textComposed, &m_session, &ClientSession::sendText);
    connect(m_composer, &ClientComposer::binaryComposed, &m_session, &ClientSession::sendBinary);
    connect(m_composer, &ClientComposer::pingComposed, &m_session, &ClientSession::sendPing);
    connect(m_close, &QPushButton::clicked, this, &ClientView::sendClose);
    connect(m_closeStatus, &CloseCodeEditor::accepted, this, &ClientView::sendClose);
    connect(m_closeStatus, &CloseCodeEditor::statusChanged, this, &ClientView::updateClose);

    connect(&m_session, &ClientSession::readyStateChanged, this, &ClientView::showState);
    connect(&m_session, &ClientSession::failed, this, &ClientView::showFailure);
    connect(&m_session, &ClientSession::closed, this, &ClientView::showFailure);
    m_bufferedAmountTimer.setInterval(bufferedAmountInterval);
    connect(&m_bufferedAmountTimer, &QTimer::timeout, this, &ClientView::showBufferedAmount);
}

QString ClientView::title() const
{
    const ClientStatus &status = m_session.status();
    if (status.readyState == ReadyState::Open && !status.subprotocol.isEmpty())
        return status.subprotocol;
    const QUrl url = m_address->url();
    if (url.isEmpty())
        return tr("New");
    const QString path = url.path(); // by which tabs of one server are mostly told apart
    return url.authority(QUrl::FullyEncoded).section(u'@', -1) + (path == "/"_L1 ? QString() : path);
}

ReadyState ClientView::readyState() const
{
    return m_session.status().readyState;
}

void ClientView::setDefaultAddress(const QUrl &url)
{
    m_address->setDefaultAddress(url);
}

void ClientView::setAddress(const QString &address)
{
    m_address->setAddress(address);
}

void ClientView::focusAddress()
{
    m_address->focusAddress();
}

void ClientView::connectToServer()
{
    if (readyState() != ReadyState::Closed)
        return;
    ClientProfile profile;
    profile.url = m_address->url();
    if (profile.url.isEmpty()) {
        m_address->complain();
        return;
    }
    if (!m_details->fillOptions(profile))
        return;
    profile.pinnedFingerprint = m_pins.fingerprintFor(profile.url);
    m_profile = profile;
    m_failure->clear();
    m_composer->setMaxMessageSize(
        qMin(profile.link.maxQueueSize, qsizetype(profile.link.limits.message.maxMessageSize)) - 1024);
    m_session.connectToServer(profile);
}

void ClientView::mainButtonClicked()
{
    switch (readyState()) {
    case ReadyState::Closed:
        connectToServer();
        break;
    case ReadyState::Closing:
        m_session.abort();
        break;
    case ReadyState::Connecting:
    case ReadyState::Open:
        m_session.close({CloseCode::NormalClosure, {}});
        break;
    }
}

void ClientView::sendClose()
{
    if (const std::optional<CloseStatus> status = m_closeStatus->status())
        m_session.close(*status);
}

void ClientView::leave()
{
    m_leaving = true;
    m_bufferedAmountTimer.stop();
    hide();
    switch (readyState()) {
    case ReadyState::Closed:
        deleteLater();
        break;
    case ReadyState::Connecting:
    case ReadyState::Open:
        m_session.close({CloseCode::GoingAway, {}});
        break;
    case ReadyState::Closing:
        break;
    }
}

void ClientView::act()
{
    switch (m_session.status().error.kind) {
    case ClientErrorKind::CertificateUntrusted:
        trustCertificate();
        break;
    case ClientErrorKind::CertificateChanged:
        m_pins.unpin(m_profile.url);
        m_failure->clear();
        break;
    default:
        followRedirect();
        break;
    }
}

void ClientView::trustCertificate()
{
    m_pins.pin(m_profile.url, sha256Fingerprint(m_session.status().error.certificates.value(0)));
    setAddress(m_profile.url.toString());
    connectToServer();
}

void ClientView::followRedirect()
{
    const QByteArray location = m_session.status().error.response.headers.value("Location");
    const QUrl target = m_profile.url.resolved(QUrl::fromEncoded(location));
    setAddress(target.toString());
    if (mayFollow(m_profile, target)) {
        connectToServer();
        return;
    }
    m_failure->showFailure(redirectHeldText(target));
    m_failure->setAction({});
}

void ClientView::showState()
{
    const ClientStatus &status = m_session.status();
    const bool wasUsed = m_session.connectionId() != 0;
    if (m_leaving) {
        if (status.readyState == ReadyState::Closed)
            deleteLater();
        return;
    }
    m_strip->setStates(wasUsed ? std::optional(status.readyState) : std::nullopt, status.entered);
    m_strip->setOutcome(wasUsed ? clientOutcomeText(status) : QString());
    m_traffic->setConnection(m_session.connectionId());
    const bool connecting = status.readyState == ReadyState::Connecting;
    m_traffic->setConnecting(connecting ? title() : QString(),
                             std::chrono::duration_cast<std::chrono::seconds>(m_profile.connectTimeout));
    m_traffic->refresh();
    const bool open = status.readyState == ReadyState::Open;
    m_composer->setSendingPossible(open);
    open ? m_bufferedAmountTimer.start() : m_bufferedAmountTimer.stop();
    showBufferedAmount();
    if (open && m_address->isAncestorOf(QApplication::focusWidget()))
        m_composer->setFocus(); // whoever has just connected goes on to write
    m_address->setReadyState(status.readyState);
    m_details->setStatus(status);
    updateClose();
    Q_EMIT titleChanged(title());
    Q_EMIT readyStateChanged(status.readyState);
}

void ClientView::showBufferedAmount()
{
    m_composer->setBufferedAmount(readyState() == ReadyState::Open ? m_session.bufferedAmount() : 0);
}

void ClientView::showFailure()
{
    showClientFailure(*m_failure, m_session.status());
}

void ClientView::updateClose()
{
    m_close->setEnabled(readyState() == ReadyState::Open && m_closeStatus->status());
}

void ClientView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClientView::retranslate()
{
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Start the closing handshake with this code and reason."));
    if (m_failure->isShowing())
        showFailure();
    m_strip->setOutcome(m_session.connectionId() != 0 ? clientOutcomeText(m_session.status()) : QString());
    Q_EMIT titleChanged(title());
}

} // namespace confab
