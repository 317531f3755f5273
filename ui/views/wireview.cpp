#include "ui/views/wireview.h"

#include "ui/models/trafficmodel.h"
#include "ui/views/mnemonic.h"
#include "ui/views/refusedorigin.h"
#include "ui/views/theme.h"
#include "ui/views/trafficdetails.h"
#include "ui/views/trafficproxy.h"
#include "ui/views/wireemptystate.h"
#include "ui/views/wiretable.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto refreshInterval = 100ms;
constexpr auto filterDelay = 150ms; ///< after the last key in the filter field

} // namespace

WireView::WireView(std::shared_ptr<TrafficLog> log, QWidget *parent)
    : QWidget(parent)
    , m_log(std::move(log))
    , m_model(new TrafficModel(m_log, {}, {}, this))
    , m_proxy(new TrafficProxy(*m_model, this))
    , m_filter(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_chip(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_table(new WireTable(*m_model, *m_proxy, this))
    , m_empty(new WireEmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_details(new TrafficDetails(this))
    , m_detailsHolder(new QWidget(this))
{
    setObjectName(u"wireView"_s);
    setFocusProxy(m_filter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *detailsLayout = new QVBoxLayout(m_detailsHolder);
    detailsLayout->setContentsMargins(theme::paneMargin, theme::halfUnit, theme::paneMargin, theme::unit);
    detailsLayout->addWidget(m_details);
    m_detailsHolder->hide();

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_detailsHolder);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);

    connect(m_table, &WireTable::allowOriginRequested, this, &WireView::allowOriginRequested);
    connect(m_table, &WireTable::showOnlyRequested, this, &WireView::showOnly);
    connect(m_table, &WireTable::endRequested, this, &WireView::followEnd);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WireView::showCurrent);
    connect(m_details, &TrafficDetails::allowOriginRequested, this, &WireView::allowOriginRequested);
    connect(m_details, &TrafficDetails::closeRequested, this, [this] {
        closeDetails();
        m_table->setCurrentIndex({});
        m_table->clearSelection();
        m_table->setFocus();
    });
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &WireView::refresh);
    m_filterTimer.setInterval(filterDelay);
    m_filterTimer.setSingleShot(true);
    connect(&m_filterTimer, &QTimer::timeout, this, &WireView::applyFilter);
    retranslate();
}

QWidget *WireView::makeBar()
{
    m_filter->setObjectName(u"wireFilter"_s);
    m_group->setObjectName(u"wireGroup"_s);
    m_chip->setObjectName(u"wireConnectionChip"_s);
    m_pause->setObjectName(u"wirePause"_s);
    m_clear->setObjectName(u"wireClear"_s);
    m_filter->setClearButtonEnabled(true);
    for (int i = 0; i < TrafficProxy::groupCount; ++i)
        m_group->addItem(QString());
    m_pause->setCheckable(true);
    setButtonLook(*m_clear, ButtonLook::Quiet);
    setButtonLook(*m_chip, ButtonLook::Chip);
    m_chip->hide();

    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme::paneMargin, theme::unit, theme::paneMargin, theme::unit);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_group);
    layout->addWidget(m_chip);
    layout->addWidget(m_pause);
    layout->addWidget(m_clear);

    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterTimer.start(); });
    connect(m_group, &QComboBox::currentIndexChanged, this, &WireView::applyFilter);
    connect(m_chip, &QPushButton::clicked, this, [this] { showOnly(0); });
    connect(m_pause, &QPushButton::toggled, this, &WireView::refresh);
    connect(m_clear, &QPushButton::clicked, this, &WireView::clearLog);
    return bar;
}

void WireView::showOnly(ConnectionId connection, const QString &name)
{
    TrafficFilter filter;
    if (connection != 0)
        filter.connection = connection;
    m_connectionName = name.isEmpty() ? QString::number(connection) : name;
    m_chip->setHidden(connection == 0);
    m_model->setFilter(filter);
    retranslate();
    followEnd();
}

void WireView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool WireView::isPaused() const
{
    return m_pause->isChecked();
}

void WireView::refresh()
{
    if (!isPaused() && m_table->takeNew())
        QTimer::singleShot(0, this, &WireView::refresh);
    updateState();
}

void WireView::followEnd()
{
    m_pause->setChecked(false);
    closeDetails();
    m_table->followEnd();
    refresh();
}

void WireView::applyFilter()
{
    m_filterTimer.stop();
    m_proxy->setGroup(TrafficProxy::Group(m_group->currentIndex()));
    m_proxy->setText(m_filter->text());
    findShown();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
    else
        m_table->followEnd();
    retranslate();
}

/// A filter takes the current row away without a signal, and another one may bring it back.
void WireView::findShown()
{
    const std::optional<quint64> number = m_details->number();
    if (!number)
        return;
    const QModelIndex row = m_proxy->mapFromSource(m_model->index(m_model->rowOf(*number), 0));
    if (row.isValid() && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(row);
    showCurrent();
}

void WireView::clearLog()
{
    closeDetails();
    m_log->clear();
    m_model->refresh();
    updateState();
}

void WireView::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_details->setGone();
        return;
    }
    m_details->setRecord(m_proxy->record(current.row()), refusedOrigin(current));
    if (!m_detailsHolder->isHidden())
        return;
    m_detailsHolder->show();
    // The table is lower from now on, and the row may have fallen out of sight.
    QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
}

void WireView::closeDetails()
{
    m_detailsHolder->hide();
    m_details->clear();
}

void WireView::updateState()
{
    m_stack->setCurrentIndex(m_proxy->rowCount() == 0 ? 1 : 0);
    const int rows = m_model->rowCount();
    const quint64 known = rows > 0 ? m_model->record(rows - 1).number : m_log->firstNumber() - 1;
    const bool filtered = m_model->filter().connection.has_value();
    m_table->setWithheld(isPaused() && !filtered ? m_log->lastNumber() - known : 0);
}

void WireView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_refreshTimer.start();
}

void WireView::hideEvent(QHideEvent *event)
{
    m_refreshTimer.stop();
    QWidget::hideEvent(event);
}

void WireView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WireView::retranslate()
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
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget all records."));
    m_empty->setFiltering(m_proxy->isFiltering() || m_model->filter().connection.has_value());
    updateState();
}

} // namespace confab
