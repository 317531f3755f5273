#include "ui/views/proxyfields.h"

#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// The entries of the list, in order.
enum Kind { None, Http, Socks };

QUrl proxyUrl(const QString &address)
{
    return QUrl(u"proxy://"_s + address.trimmed());
}

} // namespace

ProxyFields::ProxyFields(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_label(new QLabel(this))
    , m_problem(new QLabel(this))
{
    m_kind->setObjectName(u"optionProxy"_s);
    m_address->setObjectName(u"optionProxyAddress"_s);
    m_user->setObjectName(u"optionProxyUser"_s);
    m_password->setObjectName(u"optionProxyPassword"_s);
    m_problem->setObjectName(u"proxyProblem"_s);

    setCaptionLook(*m_label);
    m_label->setBuddy(m_kind);
    for (int i = None; i <= Socks; ++i)
        m_kind->addItem(QString());
    guardFromWheel(*m_kind);
    m_address->setFont(payloadFont());
    m_password->setEchoMode(QLineEdit::Password);
    m_problem->setWordWrap(true);
    m_problem->setFont(captionFont());

    auto *account = new QHBoxLayout;
    account->setSpacing(theme::unit);
    account->addWidget(m_user, 1);
    account->addWidget(m_password, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_label);
    layout->addWidget(m_kind);
    layout->addWidget(m_address);
    layout->addLayout(account);
    layout->addWidget(m_problem);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    showFields();
    applyColors();
    retranslate();
}

bool ProxyFields::isUsed() const
{
    return m_kind->currentIndex() != None;
}

std::optional<QNetworkProxy> ProxyFields::proxy()
{
    if (!isUsed())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    check();
    if (!m_problem->isHidden()) {
        m_address->setFocus();
        return std::nullopt;
    }
    const QUrl url = proxyUrl(m_address->text());
    return QNetworkProxy(m_kind->currentIndex() == Http ? QNetworkProxy::HttpProxy
                                                        : QNetworkProxy::Socks5Proxy,
                         url.host(), quint16(url.port()), m_user->text(), m_password->text());
}

void ProxyFields::check()
{
    const QUrl url = proxyUrl(m_address->text());
    const bool good = url.isValid() && !url.host().isEmpty() && url.port() > 0;
    showProblem(good ? QString()
                     : tr("Write the proxy’s address as host:port, for example proxy.local:1080."));
}

void ProxyFields::showFields()
{
    for (QWidget *field : {m_address, m_user, m_password})
        field->setVisible(isUsed());
    showProblem({});
}

void ProxyFields::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setHidden(problem.isEmpty());
}

void ProxyFields::applyColors()
{
    m_problem->setPalette(warningPalette(palette(), QPalette::WindowText));
}

void ProxyFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void ProxyFields::retranslate()
{
    m_label->setText(tr("Proxy"));
    m_kind->setItemText(None, tr("None"));
    m_kind->setItemText(Http, tr("HTTP"));
    m_kind->setItemText(Socks, tr("SOCKS5"));
    m_kind->setAccessibleName(tr("Proxy"));
    m_kind->setToolTip(tr("Whether the connection goes through a proxy"));
    m_address->setPlaceholderText(tr("host:port"));
    m_address->setAccessibleName(tr("The proxy’s address"));
    m_user->setPlaceholderText(tr("User, if needed"));
    m_user->setAccessibleName(tr("User at the proxy"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password at the proxy"));
    if (!m_problem->isHidden())
        check();
}

} // namespace confab
