#include "ui/views/welcomeview.h"

#include "resources/iconresources.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// Lines longer than this are tiring to read.
constexpr int widestSentence = 60 * theme::unit;

constexpr QSize iconSize(9 * theme::unit, 9 * theme::unit);

} // namespace

WelcomeView::WelcomeView(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new WrappedLabel(this))
    , m_start(new QPushButton(this))
    , m_connect(new QPushButton(this))
{
    setObjectName(u"welcomeView"_s);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_sentence->setObjectName(u"welcomeSentence"_s);
    m_start->setObjectName(u"welcomeStart"_s);
    m_connect->setObjectName(u"welcomeConnect"_s);

    initIconResources();
    m_icon->setPixmap(QIcon(u":/icons/confab.svg"_s).pixmap(iconSize, devicePixelRatioF()));
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setFont(titleFont());
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(widestSentence);
    setButtonLook(*m_start, ButtonLook::Primary);
    setButtonLook(*m_connect, ButtonLook::Quiet);
    QFont big = m_start->font();
    big.setWeight(QFont::DemiBold);
    m_start->setFont(big);
    m_start->setMinimumSize(27 * theme::unit, 6 * theme::unit);
    m_connect->setMinimumWidth(27 * theme::unit);

    auto *sentence = new QHBoxLayout;
    sentence->addStretch(1);
    sentence->addWidget(m_sentence, 100);
    sentence->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::paneMargin, theme::paneMargin, theme::paneMargin, theme::paneMargin);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(2 * theme::unit);
    layout->addWidget(m_title);
    layout->addSpacing(2 * theme::unit);
    layout->addLayout(sentence);
    layout->addSpacing(4 * theme::unit);
    layout->addWidget(m_start, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::unit);
    layout->addWidget(m_connect, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_start, &QPushButton::clicked, this, &WelcomeView::startRequested);
    connect(m_connect, &QPushButton::clicked, this, &WelcomeView::connectRequested);
    setFocusProxy(m_start);
    retranslate();
}

void WelcomeView::setBusy(bool busy)
{
    m_start->setDisabled(busy);
}

void WelcomeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomeView::retranslate()
{
    m_title->setText(tr("Talk to everyone on this network"));
    m_sentence->setText(
        tr("Confab turns this computer into a chat room that any browser nearby joins by opening a link, "
           "with no account, no internet and nothing to install."));
    m_start->setText(tr("Start a room"));
    m_start->setToolTip(tr("Host a room on this computer"));
    m_connect->setText(tr("Connect to a server"));
    m_connect->setToolTip(tr("Open a WebSocket connection to any server as a client"));
}

} // namespace confab
