#include "ui/views/clientdetails.h"

#include "ui/views/clientoptions.h"
#include "ui/views/latepage.h"
#include "ui/views/plaintooltip.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// Says whether what a button unfolds is folded.
QString foldMark(const QPushButton &button)
{
    return button.isChecked() ? u" ▴"_s : u" ▾"_s;
}

QString handshakeText(const ClientStatus &status)
{
    return QString::fromUtf8(status.requestHead + status.responseHead).replace("\r\n"_L1, "\n"_L1).trimmed();
}

} // namespace

ClientDetails::ClientDetails(QWidget *parent)
    : QWidget(parent)
    , m_facts(new WrappedLabel(this)) // two lines are as high as the buttons beside them
    , m_handshakeToggle(new QPushButton(this))
    , m_optionsToggle(new QPushButton(this))
    , m_optionsPage(new LatePage([this](QWidget *page) { return makeOptions(page); }, this))
    , m_handshakePage(new LatePage([this](QWidget *page) { return makeHandshake(page); }, this))
{
    setObjectName(u"clientDetails"_s);
    m_facts->setObjectName(u"clientFacts"_s);
    m_handshakeToggle->setObjectName(u"clientHandshakeToggle"_s);
    m_optionsToggle->setObjectName(u"clientOptionsToggle"_s);

    setCaptionLook(*m_facts);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton *toggle : {m_handshakeToggle, m_optionsToggle}) {
        setButtonLook(*toggle, ButtonLook::Quiet);
        toggle->setCheckable(true);
        connect(toggle, &QPushButton::toggled, this, &ClientDetails::updateToggles);
    }
    m_optionsPage->hide();
    m_handshakePage->hide();
    layOut();

    connect(m_optionsToggle, &QPushButton::toggled, m_optionsPage, &QWidget::setVisible);
    connect(m_handshakeToggle, &QPushButton::toggled, m_handshakePage, &QWidget::setVisible);
    retranslate();
}

QWidget *ClientDetails::makeOptions(QWidget *parent)
{
    auto *options = new ClientOptions(parent);
    connect(options, &ClientOptions::changed, this, &ClientDetails::updateToggles);
    connect(options, &ClientOptions::certificatesRequested, this, &ClientDetails::certificatesRequested);
    return options;
}

QWidget *ClientDetails::makeHandshake(QWidget *parent)
{
    auto *handshake = new QPlainTextEdit(handshakeText(m_status), parent);
    handshake->setObjectName(u"clientHandshake"_s);
    handshake->setAccessibleName(tr("Opening handshake"));
    handshake->setReadOnly(true);
    handshake->setFont(payloadFont());
    handshake->setLineWrapMode(QPlainTextEdit::NoWrap);
    handshake->setFixedHeight(20 * theme::unit);
    return handshake;
}

ClientOptions *ClientDetails::options() const
{
    return static_cast<ClientOptions *>(m_optionsPage->content());
}

void ClientDetails::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::unit);
    line->addWidget(m_facts, 1);
    line->addWidget(m_handshakeToggle);
    line->addWidget(m_optionsToggle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit);
    layout->addLayout(line);
    layout->addWidget(m_optionsPage);
    layout->addWidget(m_handshakePage);
}

void ClientDetails::setStatus(const ClientStatus &status)
{
    m_status = status;
    showHandshake();
    showFacts();
}

bool ClientDetails::fillOptions(ClientProfile &profile)
{
    if (options()->fill(profile))
        return true;
    m_optionsToggle->setChecked(true);
    return false;
}

void ClientDetails::showHandshake()
{
    const QString heads = handshakeText(m_status);
    if (m_handshakePage->isMade())
        static_cast<QPlainTextEdit *>(m_handshakePage->content())->setPlainText(heads);
    m_handshakeToggle->setHidden(heads.isEmpty());
    if (heads.isEmpty())
        m_handshakeToggle->setChecked(false);
}

void ClientDetails::showFacts()
{
    QStringList facts;
    if (m_status.readyState == ReadyState::Open || m_status.readyState == ReadyState::Closing) {
        facts += m_status.subprotocol.isEmpty() ? tr("No subprotocol") : m_status.subprotocol;
        if (m_status.encrypted)
            facts += tr("encrypted");
        if (m_status.compressed)
            facts += tr("compressed");
    }
    m_facts->setText(facts.join(u" · "_s));
    if (m_status.compressed && !facts.isEmpty())
        facts.last() += u" (permessage-deflate)"_s;
    QStringList lines;
    if (!m_status.peerAddress.isEmpty())
        lines += tr("Connected to %1").arg(m_status.peerAddress);
    if (!facts.isEmpty())
        lines += facts.join(u" · "_s);
    setPlainToolTip(*m_facts, lines.join(u'\n'));
}

void ClientDetails::updateToggles()
{
    const int changed = m_optionsPage->isMade() ? options()->changedCount() : 0;
    m_optionsToggle->setText((changed > 0 ? tr("Options (%1)").arg(changed) : tr("Options")) +
                             foldMark(*m_optionsToggle));
    m_handshakeToggle->setText(tr("Handshake") + foldMark(*m_handshakeToggle));
}

void ClientDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClientDetails::retranslate()
{
    m_optionsToggle->setToolTip(tr("Subprotocols, compression, extra headers, proxy and time-out"));
    m_handshakeToggle->setToolTip(tr("Show the opening handshake: the request and the server’s answer."));
    if (m_handshakePage->isMade())
        m_handshakePage->content()->setAccessibleName(tr("Opening handshake"));
    updateToggles();
    setStatus(m_status);
}

} // namespace confab
