#include "ui/views/clientoptions.h"

#include "ui/views/headerlines.h"
#include "ui/views/proxyfields.h"
#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int defaultTimeoutSeconds = 10;
constexpr quint64 mebibyte = 1024 * 1024;
constexpr int defaultMebibytes = int(MessageLimits().maxMessageSize / mebibyte);
constexpr int maxMebibytes = 1024;

} // namespace

ClientOptions::ClientOptions(QWidget *parent)
    : QWidget(parent)
    , m_subprotocols(new QLineEdit(this))
    , m_compression(new QCheckBox(this))
    , m_keepAlive(new QCheckBox(this))
    , m_headers(new QPlainTextEdit(this))
    , m_timeout(new QSpinBox(this))
    , m_maxMessage(new QSpinBox(this))
    , m_proxy(new ProxyFields(this))
    , m_certificates(new QPushButton(this))
    , m_subprotocolsLabel(new QLabel(this))
    , m_headersLabel(new QLabel(this))
    , m_headersProblem(new QLabel(this))
    , m_timeoutLabel(new QLabel(this))
    , m_maxMessageLabel(new QLabel(this))
{
    setObjectName(u"clientOptions"_s);
    m_subprotocols->setObjectName(u"optionSubprotocols"_s);
    m_compression->setObjectName(u"optionCompression"_s);
    m_headers->setObjectName(u"optionHeaders"_s);
    m_keepAlive->setObjectName(u"optionKeepAlive"_s);
    m_headersProblem->setObjectName(u"headersProblem"_s);
    m_timeout->setObjectName(u"optionTimeout"_s);
    m_maxMessage->setObjectName(u"optionMaxMessage"_s);
    m_certificates->setObjectName(u"optionCertificates"_s);
    setButtonLook(*m_certificates, ButtonLook::Quiet);

    for (QLabel *label : {m_subprotocolsLabel, m_headersLabel, m_timeoutLabel, m_maxMessageLabel})
        setCaptionLook(*label);
    m_subprotocolsLabel->setBuddy(m_subprotocols);
    m_headersLabel->setBuddy(m_headers);
    m_timeoutLabel->setBuddy(m_timeout);
    m_maxMessageLabel->setBuddy(m_maxMessage);

    m_subprotocols->setFont(payloadFont());
    m_compression->setChecked(true);
    m_headers->setFont(payloadFont());
    m_headers->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(3 * QFontMetrics(payloadFont()).lineSpacing() + 2 * theme::unit);
    m_headersProblem->setWordWrap(true);
    m_headersProblem->setFont(captionFont());
    m_headersProblem->hide();
    m_timeout->setRange(1, 300);
    m_timeout->setValue(defaultTimeoutSeconds);
    m_maxMessage->setRange(1, maxMebibytes);
    m_maxMessage->setValue(defaultMebibytes);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::halfUnit);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_subprotocolsLabel);
    layout->addWidget(m_subprotocols);
    layout->addWidget(m_compression);
    layout->addWidget(m_keepAlive);
    layout->addSpacing(theme::halfUnit);
    layout->addWidget(m_headersLabel);
    layout->addWidget(m_headers);
    layout->addWidget(m_headersProblem);
    layout->addSpacing(theme::halfUnit);

    auto *captions = new QHBoxLayout;
    captions->setSpacing(theme::unit);
    captions->addWidget(m_timeoutLabel, 1);
    captions->addWidget(m_maxMessageLabel, 1);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(theme::unit);
    choices->addWidget(m_timeout, 1);
    choices->addWidget(m_maxMessage, 1);
    layout->addLayout(captions);
    layout->addLayout(choices);
    layout->addSpacing(theme::halfUnit);
    layout->addWidget(m_proxy);
    layout->addWidget(m_certificates, 0, Qt::AlignLeft);

    guardFromWheel(*m_timeout);
    guardFromWheel(*m_maxMessage);
    connect(m_proxy, &ProxyFields::changed, this, &ClientOptions::changed);
    connect(m_subprotocols, &QLineEdit::textChanged, this, &ClientOptions::changed);
    connect(m_compression, &QCheckBox::toggled, this, &ClientOptions::changed);
    connect(m_keepAlive, &QCheckBox::toggled, this, &ClientOptions::changed);
    connect(m_maxMessage, &QSpinBox::valueChanged, this, &ClientOptions::changed);
    connect(m_headers, &QPlainTextEdit::textChanged, this, [this] {
        showHeadersProblem({});
        Q_EMIT changed();
    });
    connect(m_certificates, &QPushButton::clicked, this, &ClientOptions::certificatesRequested);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ClientOptions::changed);
    applyColors();
    retranslate();
}

int ClientOptions::changedCount() const
{
    return int(!m_subprotocols->text().trimmed().isEmpty()) + int(!m_compression->isChecked()) +
           int(!m_headers->toPlainText().trimmed().isEmpty()) + int(m_proxy->isUsed()) +
           int(m_timeout->value() != defaultTimeoutSeconds) + int(m_keepAlive->isChecked()) +
           int(m_maxMessage->value() != defaultMebibytes);
}

bool ClientOptions::fill(ClientProfile &profile)
{
    profile.subprotocols = parseSubprotocolList(m_subprotocols->text());
    profile.offerDeflate = m_compression->isChecked();
    profile.connectTimeout = std::chrono::seconds(m_timeout->value());
    if (!m_keepAlive->isChecked())
        profile.link.pingInterval = {};
    EndpointLimits &limits = profile.link.limits;
    limits.message.maxMessageSize = limits.maxFrameSize = quint64(m_maxMessage->value()) * mebibyte;
    profile.link.maxQueueSize = qMax(profile.link.maxQueueSize, qsizetype(limits.maxFrameSize));
    if (!fillHeaders(profile))
        return false;
    const std::optional<QNetworkProxy> proxy = m_proxy->proxy();
    profile.proxy = proxy.value_or(profile.proxy);
    return proxy.has_value();
}

bool ClientOptions::fillHeaders(ClientProfile &profile)
{
    const HeaderLines lines = parseHeaderLines(m_headers->toPlainText());
    profile.extraHeaders = lines.headers;
    checkHeaders();
    if (lines.error != HeaderLines::Error::None)
        m_headers->setFocus();
    return lines.error == HeaderLines::Error::None;
}

void ClientOptions::checkHeaders()
{
    const HeaderLines lines = parseHeaderLines(m_headers->toPlainText());
    QString problem;
    switch (lines.error) {
    case HeaderLines::Error::None:
        break;
    case HeaderLines::Error::ColonMissing:
        problem = tr("Line %1 has no colon. Write it as “Name: value”.");
        break;
    case HeaderLines::Error::NameInvalid:
        problem =
            tr("Line %1: a header’s name cannot have spaces, brackets or letters other than English ones.");
        break;
    case HeaderLines::Error::ValueInvalid:
        problem = tr("Line %1: the value has a control character, which a header cannot carry.");
        break;
    }
    showHeadersProblem(problem.isEmpty() ? problem : problem.arg(lines.line));
}

void ClientOptions::showHeadersProblem(const QString &problem)
{
    m_headersProblem->setText(problem);
    m_headersProblem->setHidden(problem.isEmpty());
}

void ClientOptions::applyColors()
{
    m_headersProblem->setPalette(warningPalette(palette(), QPalette::WindowText));
}

void ClientOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void ClientOptions::retranslate()
{
    m_subprotocolsLabel->setText(tr("Offered subprotocols"));
    m_subprotocols->setPlaceholderText(u"echo, chat"_s);
    m_subprotocols->setAccessibleName(tr("Offered subprotocols"));
    m_subprotocols->setToolTip(
        tr("Separated by commas, the preferred one first. The server picks one of them, or none."));
    m_compression->setText(tr("Offer compression"));
    m_compression->setToolTip(
        tr("Offers permessage-deflate; messages are compressed if the server agrees to it."));
    m_headersLabel->setText(tr("Extra headers, one on each line"));
    m_headers->setPlaceholderText(u"Origin: https://example.org"_s);
    m_headers->setAccessibleName(tr("Extra headers"));
    m_headers->setToolTip(tr("Sent with the opening handshake, as “Name: value”."));
    m_keepAlive->setText(tr("Ping while it is quiet"));
    m_keepAlive->setToolTip(
        tr("Sends a ping after 20 seconds without anything from the server, and gives the connection up "
           "after 20 more. Otherwise nothing is sent but what you send, as in a browser."));
    m_timeoutLabel->setText(tr("Connect time-out"));
    m_timeout->setSuffix(tr(" s", "seconds"));
    m_timeout->setAccessibleName(tr("Connect time-out"));
    m_timeout->setToolTip(tr("How long to wait for the server’s answer before giving up"));
    m_maxMessageLabel->setText(tr("Largest message"));
    m_maxMessage->setSuffix(tr(" MiB"));
    m_maxMessage->setAccessibleName(tr("Largest message"));
    m_maxMessage->setToolTip(
        tr("What is larger is not sent; the server is closed with 1009 if it sends it."));
    m_certificates->setText(tr("Trusted certificates…"));
    m_certificates->setToolTip(tr("See which servers’ certificates you trust, and forget them."));
    if (!m_headersProblem->isHidden())
        checkHeaders();
}

} // namespace confab
