#include "ui/views/clienttrafficview.h"

#include "ui/models/trafficmodel.h"
#include "ui/text/timetext.h"
#include "ui/views/copyrecords.h"
#include "ui/views/latepage.h"
#include "ui/views/quietfocus.h"
#include "ui/views/readingplace.h"
#include "ui/views/spokentraffic.h"
#include "ui/views/theme.h"
#include "ui/views/trafficdetails.h"
#include "ui/views/trafficlinedelegate.h"
#include "ui/views/wrappedlabel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

/// Records of no connection at all: before the first one has a number.
constexpr ConnectionId noConnection = std::numeric_limits<ConnectionId>::max();

TrafficFilter filterOf(ConnectionId connection)
{
    return {TrafficSource::Client, connection == 0 ? noConnection : connection};
}

} // namespace

ClientTrafficView::ClientTrafficView(std::shared_ptr<TrafficLog> log, QWidget *parent)
    : QWidget(parent)
    , m_model(new TrafficModel(std::move(log), filterOf(0), {}, this))
    , m_list(new QuietFocus<QListView>(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_title(new WrappedLabel(this))
    , m_text(new WrappedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_detailsPage(new LatePage([this](QWidget *page) { return makeDetails(page); }, this))
{
    setObjectName(u"clientTraffic"_s);
    m_list->setObjectName(u"clientTrafficList"_s);
    auto *spoken = new SpokenTraffic(this);
    spoken->setSourceModel(m_model);
    setModelWithoutSuccession(*m_list, *spoken);
    m_list->setItemDelegate(new TrafficLineDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(9 * theme::unit);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(makeEmptyState());
    m_detailsPage->hide();

    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_detailsPage);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClientTrafficView::showCurrent);
    m_refreshTimer.setInterval(100ms);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ClientTrafficView::refresh);
    retranslate();
}

QWidget *ClientTrafficView::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(theme::unit, 0, theme::unit, 0);
    layout->setSpacing(theme::unit);
    layout->addStretch(1);
    for (QLabel *label : {m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(u"clientTrafficTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(u"clientConnecting"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(20 * theme::unit, theme::halfUnit);
    layout->addWidget(m_title);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_text);
    layout->addStretch(1);
    return empty;
}

QWidget *ClientTrafficView::makeDetails(QWidget *parent)
{
    auto *details = new TrafficDetails(parent);
    connect(details, &TrafficDetails::closeRequested, this, [this] {
        closeDetails();
        m_list->setCurrentIndex({});
        m_list->setFocus();
    });
    return details;
}

TrafficDetails *ClientTrafficView::details() const
{
    return static_cast<TrafficDetails *>(m_detailsPage->content());
}

void ClientTrafficView::setConnection(ConnectionId connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_model->setFilter(filterOf(connection));
    closeDetails();
    refresh();
}

void ClientTrafficView::setConnecting(const QString &server, std::chrono::seconds timeout)
{
    m_server = server;
    m_timeout = timeout;
    retranslate();
}

void ClientTrafficView::refresh()
{
    const QScrollBar *bar = m_list->verticalScrollBar();
    const bool follow = bar->value() >= bar->maximum() && !m_list->currentIndex().isValid();
    const ReadingPlace place(*m_list);
    const bool more = m_model->refresh();
    if (follow)
        m_list->scrollToBottom();
    else
        place.restore();
    updateState();
    if (more)
        QTimer::singleShot(0, this, &ClientTrafficView::refresh);
}

QSize ClientTrafficView::sizeHint() const
{
    // What it needs: it takes all the height that the rest of the pane leaves.
    return {40 * theme::unit, (m_detailsPage->isHidden() ? 14 : 32) * theme::unit};
}

void ClientTrafficView::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        if (m_detailsPage->isMade())
            details()->setGone();
        return;
    }
    const bool appears = m_detailsPage->isHidden();
    m_detailsPage->show();
    updateGeometry();
    if (appears) {
        m_splitter->setSizes({m_splitter->height() / 2, m_splitter->height() / 2});
        // The list is lower from now on, and the line may have fallen out of sight.
        QTimer::singleShot(0, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
    }
    details()->setRecord(m_model->record(current.row()));
}

void ClientTrafficView::closeDetails()
{
    m_detailsPage->hide();
    updateGeometry();
    if (m_detailsPage->isMade())
        details()->clear();
}

void ClientTrafficView::updateState()
{
    const bool connecting = !m_server.isEmpty();
    m_stack->setCurrentIndex(connecting || m_model->rowCount() == 0 ? 1 : 0);
    m_progress->setVisible(connecting);
}

void ClientTrafficView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_refreshTimer.start();
}

void ClientTrafficView::hideEvent(QHideEvent *event)
{
    m_refreshTimer.stop();
    QWidget::hideEvent(event);
}

void ClientTrafficView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ClientTrafficView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copySelectedRecords(*m_list->selectionModel());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ClientTrafficView::retranslate()
{
    m_list->setAccessibleName(tr("Sent and received"));
    if (m_server.isEmpty()) {
        m_title->setText(tr("Nothing sent or received yet"));
        m_text->setText(tr("Connect, and each message, ping and close of this connection will appear here."));
    } else {
        m_title->setText(tr("Connecting to %1…").arg(m_server));
        m_text->setText(tr("Gives up after %n second(s).", nullptr, int(m_timeout.count())));
    }
    m_list->viewport()->update();
    updateState();
}

} // namespace confab
