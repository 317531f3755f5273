#include "ui/views/clientoptions.h"

#include "ui/views/headerlines.h"
#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int defaultTimeoutSeconds = 10;

/// The entries of the proxy list, in order.
enum ProxyChoice { NoProxy, HttpProxy, SocksProxy };

QUrl proxyUrl(const QString &address)
{
    return QUrl(u"proxy://"_s + address.trimmed());
}

QLabel *makeProblemLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setFont(captionFont());
    label->hide();
    return label;
}

} // namespace

ClientOptions::ClientOptions(QWidget *parent)
    : QWidget(parent)
    , m_subprotocols(new QLineEdit(this))
    , m_compression(new QCheckBox(this))
    , m_headers(new QPlainTextEdit(this))
    , m_proxy(new QComboBox(this))
    , m_proxyAddress(new QLineEdit(this))
    , m_proxyUser(new QLineEdit(this))
    , m_proxyPassword(new QLineEdit(this))
    , m_timeout(new QSpinBox(this))
    , m_certificates(new QPushButton(this))
    , m_subprotocolsLabel(new QLabel(this))
    , m_headersLabel(new QLabel(this))
    , m_headersProblem(makeProblemLabel(u"headersProblem"_s, this))
    , m_proxyLabel(new QLabel(this))
    , m_proxyProblem(makeProblemLabel(u"proxyProblem"_s, this))
    , m_timeoutLabel(new QLabel(this))
{
    setObjectName(u"clientOptions"_s);
    m_subprotocols->setObjectName(u"optionSubprotocols"_s);
    m_compression->setObjectName(u"optionCompression"_s);
    m_headers->setObjectName(u"optionHeaders"_s);
    m_proxy->setObjectName(u"optionProxy"_s);
    m_proxyAddress->setObjectName(u"optionProxyAddress"_s);
    m_proxyUser->setObjectName(u"optionProxyUser"_s);
    m_proxyPassword->setObjectName(u"optionProxyPassword"_s);
    m_timeout->setObjectName(u"optionTimeout"_s);
    m_certificates->setObjectName(u"optionCertificates"_s);
    setButtonLook(*m_certificates, ButtonLook::Quiet);

    for (QLabel *label : {m_subprotocolsLabel, m_headersLabel, m_proxyLabel, m_timeoutLabel})
        setCaptionLook(*label);
    m_subprotocolsLabel->setBuddy(m_subprotocols);
    m_headersLabel->setBuddy(m_headers);
    m_proxyLabel->setBuddy(m_proxy);
    m_timeoutLabel->setBuddy(m_timeout);

    m_subprotocols->setFont(payloadFont());
    m_compression->setChecked(true);
    m_headers->setFont(payloadFont());
    m_headers->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(3 * QFontMetrics(payloadFont()).lineSpacing() + 2 * theme::unit);
    for (int i = NoProxy; i <= SocksProxy; ++i)
        m_proxy->addItem(QString());
    m_proxyAddress->setFont(payloadFont());
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    m_timeout->setRange(1, 300);
    m_timeout->setValue(defaultTimeoutSeconds);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::halfUnit);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_subprotocolsLabel);
    layout->addWidget(m_subprotocols);
    layout->addWidget(m_compression);
    layout->addSpacing(theme::halfUnit);
    layout->addWidget(m_headersLabel);
    layout->addWidget(m_headers);
    layout->addWidget(m_headersProblem);
    layout->addSpacing(theme::halfUnit);

    auto *captions = new QHBoxLayout;
    captions->setSpacing(theme::unit);
    captions->addWidget(m_proxyLabel, 1);
    captions->addWidget(m_timeoutLabel, 1);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(theme::unit);
    choices->addWidget(m_proxy, 1);
    choices->addWidget(m_timeout, 1);
    layout->addLayout(captions);
    layout->addLayout(choices);
    layout->addWidget(m_proxyAddress);
    auto *account = new QHBoxLayout;
    account->setSpacing(theme::unit);
    account->addWidget(m_proxyUser, 1);
    account->addWidget(m_proxyPassword, 1);
    layout->addLayout(account);
    layout->addWidget(m_proxyProblem);
    layout->addWidget(m_certificates, 0, Qt::AlignLeft);

    guardFromWheel(*m_proxy);
    guardFromWheel(*m_timeout);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this] {
        showProxyFields();
        Q_EMIT changed();
    });
    connect(m_subprotocols, &QLineEdit::textChanged, this, &ClientOptions::changed);
    connect(m_compression, &QCheckBox::toggled, this, &ClientOptions::changed);
    connect(m_headers, &QPlainTextEdit::textChanged, this, [this] {
        showProblem(*m_headersProblem, {});
        Q_EMIT changed();
    });
    connect(m_proxyAddress, &QLineEdit::textChanged, this, [this] { showProblem(*m_proxyProblem, {}); });
    connect(m_certificates, &QPushButton::clicked, this, &ClientOptions::certificatesRequested);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ClientOptions::changed);
    showProxyFields();
    applyColors();
    retranslate();
}

int ClientOptions::changedCount() const
{
    return int(!m_subprotocols->text().trimmed().isEmpty()) + int(!m_compression->isChecked()) +
           int(!m_headers->toPlainText().trimmed().isEmpty()) + int(m_proxy->currentIndex() != NoProxy) +
           int(m_timeout->value() != defaultTimeoutSeconds);
}

bool ClientOptions::fill(ClientProfile &profile)
{
    profile.subprotocols = parseSubprotocolList(m_subprotocols->text());
    profile.offerDeflate = m_compression->isChecked();
    profile.connectTimeout = std::chrono::seconds(m_timeout->value());
    return fillHeaders(profile) && fillProxy(profile);
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
    showProblem(*m_headersProblem, problem.isEmpty() ? problem : problem.arg(lines.line));
}

bool ClientOptions::fillProxy(ClientProfile &profile)
{
    const int choice = m_proxy->currentIndex();
    if (choice == NoProxy) {
        profile.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        return true;
    }
    checkProxy();
    if (!m_proxyProblem->isHidden()) {
        m_proxyAddress->setFocus();
        return false;
    }
    const QUrl url = proxyUrl(m_proxyAddress->text());
    profile.proxy =
        QNetworkProxy(choice == HttpProxy ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, url.host(),
                      quint16(url.port()), m_proxyUser->text(), m_proxyPassword->text());
    return true;
}

void ClientOptions::checkProxy()
{
    const QUrl url = proxyUrl(m_proxyAddress->text());
    const bool good = url.isValid() && !url.host().isEmpty() && url.port() > 0;
    showProblem(*m_proxyProblem,
                good ? QString()
                     : tr("Write the proxy’s address as host:port, for example proxy.local:1080."));
}

void ClientOptions::showProxyFields()
{
    const bool shown = m_proxy->currentIndex() != NoProxy;
    for (QWidget *field : {m_proxyAddress, m_proxyUser, m_proxyPassword})
        field->setVisible(shown);
    showProblem(*m_proxyProblem, {});
}

void ClientOptions::showProblem(QLabel &label, const QString &problem)
{
    label.setText(problem);
    label.setHidden(problem.isEmpty());
}

void ClientOptions::applyColors()
{
    for (QLabel *problem : {m_headersProblem, m_proxyProblem})
        problem->setPalette(warningPalette(palette(), QPalette::WindowText));
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
    m_proxyLabel->setText(tr("Proxy"));
    m_proxy->setItemText(NoProxy, tr("None"));
    m_proxy->setItemText(HttpProxy, tr("HTTP"));
    m_proxy->setItemText(SocksProxy, tr("SOCKS5"));
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->setToolTip(tr("Whether the connection goes through a proxy"));
    m_proxyAddress->setPlaceholderText(tr("host:port"));
    m_proxyAddress->setAccessibleName(tr("The proxy’s address"));
    m_proxyUser->setPlaceholderText(tr("User, if needed"));
    m_proxyUser->setAccessibleName(tr("User at the proxy"));
    m_proxyPassword->setPlaceholderText(tr("Password"));
    m_proxyPassword->setAccessibleName(tr("Password at the proxy"));
    m_timeoutLabel->setText(tr("Connect time-out"));
    m_timeout->setSuffix(tr(" s", "seconds"));
    m_timeout->setAccessibleName(tr("Connect time-out"));
    m_timeout->setToolTip(tr("How long to wait for the server’s answer before giving up"));
    m_certificates->setText(tr("Trusted certificates…"));
    m_certificates->setToolTip(tr("See which servers’ certificates you trust, and forget them."));
    if (!m_headersProblem->isHidden())
        checkHeaders();
    if (!m_proxyProblem->isHidden())
        checkProxy();
}

} // namespace confab
