#include "ui/views/wireview.h"

#include "ui/models/trafficmodel.h"
#include "ui/views/exportstrip.h"
#include "ui/views/refusedorigin.h"
#include "ui/views/theme.h"
#include "ui/views/trafficdetails.h"
#include "ui/views/trafficproxy.h"
#include "ui/views/wirebar.h"
#include "ui/views/wireemptystate.h"
#include "ui/views/wireexport.h"
#include "ui/views/wiretable.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto refreshInterval = 100ms;

} // namespace

WireView::WireView(std::shared_ptr<TrafficLog> log, QWidget *parent)
    : QWidget(parent)
    , m_log(std::move(log))
    , m_model(new TrafficModel(m_log, {}, {}, this))
    , m_proxy(new TrafficProxy(*m_model, this))
    , m_bar(new WireBar(this))
    , m_exportStrip(new ExportStrip(this))
    , m_export(new WireExport(*m_exportStrip, this))
    , m_table(new WireTable(*m_model, *m_proxy, this))
    , m_empty(new WireEmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_details(new TrafficDetails(this))
    , m_detailsHolder(new QWidget(this))
{
    setObjectName(u"wireView"_s);
    setFocusProxy(m_bar);
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
    layout->addWidget(m_bar);
    layout->addWidget(m_exportStrip);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);

    connect(m_bar, &WireBar::filterChanged, this, &WireView::applyFilter);
    connect(m_bar, &WireBar::allRequested, this, [this] { showOnly(0); });
    connect(m_bar, &WireBar::pauseToggled, this, &WireView::refresh);
    connect(m_bar, &WireBar::exportRequested, this, &WireView::exportShown);
    connect(m_bar, &WireBar::clearRequested, this, &WireView::clearLog);
    connect(m_export, &WireExport::runningChanged, this, &WireView::updateState);
    connect(m_export, &WireExport::folderChosen, this, &WireView::exportFolderChosen);
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
    updateState();
}

void WireView::showOnly(ConnectionId connection, const QString &name)
{
    TrafficFilter filter;
    if (connection != 0)
        filter.connection = connection;
    m_bar->setConnectionName(connection == 0  ? QString()
                             : name.isEmpty() ? QString::number(connection)
                                              : name);
    m_model->setFilter(filter);
    updateFiltering();
    followEnd();
}

void WireView::focusFilter()
{
    m_bar->focusFilter();
}

void WireView::exportShown()
{
    m_bar->settle();
    // What the log has by now, but not all that comes meanwhile: there may be no end of that.
    constexpr TrafficModelLimits limits;
    bool hasMore = !isPaused();
    for (int taken = 0; hasMore && taken < limits.maxRows; taken += limits.maxRowsPerRefresh)
        hasMore = m_table->takeNew();
    updateState();
    m_export->ask(m_proxy->shownRows(), m_bar->shownInWords());
}

void WireView::setExportFolder(const QString &folder)
{
    m_export->setFolder(folder);
}

bool WireView::isPaused() const
{
    return m_bar->isPaused();
}

void WireView::refresh()
{
    if (!isPaused() && m_table->takeNew())
        QTimer::singleShot(0, this, &WireView::refresh);
    updateState();
}

void WireView::followEnd()
{
    m_bar->goOn();
    closeDetails();
    m_table->followEnd();
    refresh();
}

void WireView::applyFilter()
{
    m_proxy->setGroup(m_bar->group());
    m_proxy->setText(m_bar->text());
    findShown();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
    else
        m_table->followEnd();
    updateFiltering();
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

void WireView::updateFiltering()
{
    m_empty->setFiltering(m_proxy->isFiltering() || m_model->filter().connection.has_value());
    updateState();
}

void WireView::updateState()
{
    const bool isEmpty = m_proxy->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_bar->setExportEnabled(!isEmpty && !m_export->isRunning());
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

} // namespace confab
