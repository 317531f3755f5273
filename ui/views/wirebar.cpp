#include "ui/views/wirebar.h"

#include "ui/views/mnemonic.h"
#include "ui/views/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto filterDelay = 150ms; ///< after the last key in the filter field

} // namespace

WireBar::WireBar(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_chip(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_clear(new QPushButton(this))
{
    m_filter->setObjectName(u"wireFilter"_s);
    m_group->setObjectName(u"wireGroup"_s);
    m_chip->setObjectName(u"wireConnectionChip"_s);
    m_pause->setObjectName(u"wirePause"_s);
    m_export->setObjectName(u"wireExport"_s);
    m_clear->setObjectName(u"wireClear"_s);
    setFocusProxy(m_filter);
    m_filter->setClearButtonEnabled(true);
    for (int i = 0; i < TrafficProxy::groupCount; ++i)
        m_group->addItem(QString());
    m_pause->setCheckable(true);
    setButtonLook(*m_export, ButtonLook::Quiet);
    setButtonLook(*m_clear, ButtonLook::Quiet);
    setButtonLook(*m_chip, ButtonLook::Chip);
    for (QPushButton *button : {m_export, m_clear})
        button->setMinimumWidth(theme::controlHeight); // has room for an icon
    m_chip->hide();
    layOut();

    m_filterTimer.setInterval(filterDelay);
    m_filterTimer.setSingleShot(true);
    connect(&m_filterTimer, &QTimer::timeout, this, &WireBar::filterChanged);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterTimer.start(); });
    connect(m_group, &QComboBox::currentIndexChanged, this, &WireBar::sayFilter);
    connect(m_chip, &QPushButton::clicked, this, &WireBar::allRequested);
    connect(m_pause, &QPushButton::toggled, this, &WireBar::pauseToggled);
    connect(m_export, &QPushButton::clicked, this, &WireBar::exportRequested);
    connect(m_clear, &QPushButton::clicked, this, &WireBar::clearRequested);
    retranslate();
}

void WireBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::paneMargin, theme::unit, theme::paneMargin, theme::unit);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_group);
    layout->addWidget(m_chip);
    layout->addWidget(m_pause);
    layout->addWidget(m_export);
    layout->addWidget(m_clear);
}

QString WireBar::text() const
{
    return m_filter->text();
}

QString WireBar::shownInWords() const
{
    QStringList words;
    if (!m_connectionName.isEmpty())
        words += tr("only %1").arg(m_connectionName);
    if (group() != TrafficProxy::Group::All)
        words += m_group->currentText();
    if (!text().isEmpty())
        words += u'“' + text() + u'”';
    return words.join(u" · "_s);
}

TrafficProxy::Group WireBar::group() const
{
    return TrafficProxy::Group(m_group->currentIndex());
}

bool WireBar::isPaused() const
{
    return m_pause->isChecked();
}

void WireBar::goOn()
{
    m_pause->setChecked(false);
}

void WireBar::setConnectionName(const QString &name)
{
    m_connectionName = name;
    m_chip->setHidden(name.isEmpty());
    retranslate();
}

void WireBar::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

void WireBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void WireBar::settle()
{
    if (m_filterTimer.isActive())
        sayFilter();
}

void WireBar::sayFilter()
{
    m_filterTimer.stop();
    Q_EMIT filterChanged();
}

void WireBar::showWords(bool shown)
{
    m_export->setText(shown ? m_export->accessibleName() : QString());
    m_clear->setText(shown ? m_clear->accessibleName() : QString());
    m_export->setIcon(shown ? QIcon() : themeIcon(u"document-export"_s));
    m_clear->setIcon(shown ? QIcon() : themeIcon(u"edit-clear-history"_s));
}

void WireBar::fit()
{
    showWords(true);
    if (width() < layout()->sizeHint().width())
        showWords(false);
}

void WireBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void WireBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WireBar::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by text or peer"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(tr("Show only records that have this text in their peer or payload (Ctrl+F)."));
    m_group->setItemText(int(TrafficProxy::Group::All), tr("All kinds"));
    m_group->setItemText(int(TrafficProxy::Group::Handshakes), tr("Handshakes"));
    m_group->setItemText(int(TrafficProxy::Group::Messages), tr("Messages"));
    m_group->setItemText(int(TrafficProxy::Group::Pings), tr("Pings and pongs"));
    m_group->setItemText(int(TrafficProxy::Group::Closes), tr("Closes"));
    m_group->setItemText(int(TrafficProxy::Group::Trouble), tr("Problems"));
    m_group->setAccessibleName(tr("Kinds"));
    m_group->setToolTip(tr("Show only records of these kinds."));
    m_chip->setText(tr("Only %1  ✕").arg(withoutMnemonic(m_connectionName)));
    m_chip->setToolTip(tr("Only this connection’s traffic is shown. Click to show all again."));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Stop adding new records to the table; the log goes on."));
    m_export->setAccessibleName(tr("Export…"));
    m_export->setToolTip(tr("Write what is shown to a file (Ctrl+Shift+E)."));
    m_clear->setAccessibleName(tr("Clear"));
    m_clear->setToolTip(tr("Forget all records."));
    fit();
}

} // namespace confab
