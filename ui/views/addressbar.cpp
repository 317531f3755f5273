#include "ui/views/addressbar.h"

#include "ui/views/serveraddress.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace confab {

AddressBar::AddressBar(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_button(new QPushButton(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"addressBar"_s);
    m_address->setObjectName(u"clientAddress"_s);
    m_button->setObjectName(u"clientMainButton"_s);
    m_hint->setObjectName(u"clientAddressHint"_s);
    m_address->setFont(payloadFont());
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    setCaptionLook(*m_hint);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::unit);
    layout->setVerticalSpacing(theme::halfUnit);
    layout->addWidget(m_address, 0, 0);
    layout->addWidget(m_button, 0, 1);
    layout->addWidget(m_hint, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);

    connect(m_button, &QPushButton::clicked, this, &AddressBar::triggered);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_state == ReadyState::Closed)
            Q_EMIT triggered();
    });
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        showHint();
        Q_EMIT addressChanged();
    });
    retranslate();
}

QUrl AddressBar::url() const
{
    return parseServerAddress(m_address->text()).url;
}

void AddressBar::setAddress(const QString &address)
{
    m_address->setText(address);
}

void AddressBar::setDefaultAddress(const QUrl &url)
{
    m_nextDefault = url.toString();
    if (m_state == ReadyState::Closed)
        offerDefault();
}

void AddressBar::offerDefault()
{
    const QString before = std::exchange(m_defaultAddress, m_nextDefault);
    if (before != m_defaultAddress && m_address->text() == before)
        m_address->setText(m_defaultAddress);
}

void AddressBar::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void AddressBar::complain()
{
    showHint(true);
    focusAddress();
}

void AddressBar::setReadyState(ReadyState state)
{
    m_state = state;
    m_address->setReadOnly(state != ReadyState::Closed);
    if (state == ReadyState::Closed)
        offerDefault();
    showButton();
}

void AddressBar::showHint(bool complainOfEmptiness)
{
    const ServerAddress address = parseServerAddress(m_address->text());
    QString hint;
    bool wrong = true;
    switch (address.error) {
    case ServerAddress::Error::None:
        wrong = false;
        if (address.change == ServerAddress::Change::SchemeReplaced)
            hint = tr("A WebSocket’s address starts with ws:// or wss://; this is read as %1.")
                       .arg(address.url.toString());
        else if (address.change == ServerAddress::Change::SchemeAdded)
            hint = tr("Read as %1.").arg(address.url.toString());
        break;
    case ServerAddress::Error::Empty:
        if (complainOfEmptiness)
            hint = tr("Write the server’s address, for example ws://localhost:3000.");
        break;
    case ServerAddress::Error::SchemeUnsupported:
        hint = tr("This is not a WebSocket’s address: it has to start with ws:// or wss://.");
        break;
    case ServerAddress::Error::Malformed:
        hint = tr("This is not an address yet. Write it as ws://host:port/path.");
        break;
    }
    m_hint->setPalette(wrong ? warningPalette(palette(), QPalette::PlaceholderText) : palette());
    m_hint->setText(hint);
    m_hint->setHidden(hint.isEmpty());
}

void AddressBar::showButton()
{
    const std::array words{tr("Cancel"), tr("Disconnect"), tr("Cut off"), tr("Connect")};
    const std::array toolTips{
        tr("Stop trying to connect."), tr("Close the connection in good order, with code 1000."),
        tr("Cut the connection without waiting for the other side."), tr("Connect to this address (Return)")};
    int width = 0;
    for (const QString &word : words) {
        m_button->setText(word);
        width = qMax(width, m_button->sizeHint().width());
    }
    m_button->setMinimumWidth(width); // the field beside it keeps its width
    m_button->setText(words[std::size_t(m_state)]);
    m_button->setToolTip(toolTips[std::size_t(m_state)]);
    setButtonLook(*m_button, m_state == ReadyState::Closed ? ButtonLook::Primary : ButtonLook::Plain);
}

void AddressBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showHint();
    QWidget::changeEvent(event);
}

void AddressBar::retranslate()
{
    m_address->setPlaceholderText(u"ws://localhost:3000"_s);
    m_address->setAccessibleName(tr("Server address"));
    m_address->setToolTip(tr("The server’s address, such as ws://localhost:3000/chat"));
    showHint();
    showButton();
}

} // namespace confab
