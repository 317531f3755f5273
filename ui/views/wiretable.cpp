#include "ui/views/wiretable.h"

#include "ui/models/trafficmodel.h"
#include "ui/text/sizetext.h"
#include "ui/views/copyrecords.h"
#include "ui/views/readingplace.h"
#include "ui/views/refusedorigin.h"
#include "ui/views/theme.h"
#include "ui/views/trafficdelegate.h"
#include "ui/views/trafficproxy.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int margins = theme::unit + theme::halfUnit; // of a cell
constexpr int previewLength = 24;                      // characters that a narrow table keeps for the preview

} // namespace

WireTable::WireTable(TrafficModel &model, TrafficProxy &proxy, QWidget *parent)
    : QuietFocus(parent)
    , m_traffic(model)
    , m_proxy(proxy)
    , m_follow(new QPushButton(this))
{
    setObjectName(u"wireTable"_s);
    setModelWithoutSuccession(*this, proxy);
    auto *delegate = new TrafficDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &TrafficDelegate::allowOriginRequested, this, &WireTable::allowOriginRequested);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setUpColumns();

    m_follow->setObjectName(u"wireFollow"_s);
    m_follow->setCursor(Qt::ArrowCursor);
    setButtonLook(*m_follow, ButtonLook::Primary);
    m_follow->hide();
    connect(m_follow, &QPushButton::clicked, this, &WireTable::endRequested);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WireTable::showFollowButton);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &WireTable::showFollowButton);
    retranslate();
}

void WireTable::setUpColumns()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(3 * theme::unit);
    const auto setWidth = [&](TrafficModel::Column column, const QString &widest, int rest) {
        header->resizeSection(column, fontMetrics().horizontalAdvance(widest) + rest);
    };
    setWidth(TrafficModel::Number, u"1,000,000"_s, margins + theme::halfUnit);
    setWidth(TrafficModel::Time, u"00:00:00.000"_s, margins);
    setWidth(TrafficModel::Peer, u"192.168.100.100"_s, margins);
    setWidth(TrafficModel::Direction, u"↓"_s, margins);
    setWidth(TrafficModel::Kind, u"Response"_s, margins);
    header->resizeSection(TrafficModel::Preview, 8 * theme::unit); // at least
    m_sizeWidth = fullSizeWidth();
    header->resizeSection(TrafficModel::Size, m_sizeWidth);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column == TrafficModel::Size)
            showSizeTitle();
    });
}

/// A size that is longer goes without what it took on the wire.
int WireTable::fullSizeWidth() const
{
    return fontMetrics().horizontalAdvance(u"999.9 KiB"_s) + margins + theme::unit +
           TrafficDelegate::wireSizeWidth();
}

/// In a narrow table the preview comes before the sizes on the wire, which a record's details have too.
void WireTable::fitSizeColumn()
{
    QHeaderView *header = horizontalHeader();
    if (header->sectionSize(TrafficModel::Size) != m_sizeWidth)
        return; // a person has chosen it
    const int full = fullSizeWidth();
    const int others = header->sectionPosition(TrafficModel::Preview) - m_sizeWidth;
    const int preview = QFontMetrics(payloadFont()).averageCharWidth() * previewLength;
    const bool hasRoom = viewport()->width() >= others + full + preview;
    m_sizeWidth = hasRoom ? full : full - TrafficDelegate::wireSizeWidth();
    header->resizeSection(TrafficModel::Size, m_sizeWidth);
}

bool WireTable::takeNew()
{
    const bool follow = isAtEnd() && !selectionModel()->hasSelection();
    // Rows above may be dropped; what is being read must not move.
    const ReadingPlace place(*this);
    const bool more = m_traffic.refresh();
    if (follow)
        scrollToBottom();
    else
        place.restore();
    if (follow && m_traffic.rowCount() > 0)
        m_seenNumber = m_traffic.record(m_traffic.rowCount() - 1).number;
    showFollowButton();
    return more;
}

void WireTable::followEnd()
{
    setCurrentIndex({});
    clearSelection();
    scrollToBottom();
    if (m_traffic.rowCount() > 0)
        m_seenNumber = m_traffic.record(m_traffic.rowCount() - 1).number;
    showFollowButton();
}

bool WireTable::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void WireTable::setWithheld(quint64 count)
{
    m_withheld = count;
    showFollowButton();
}

quint64 WireTable::rowsAfter(quint64 number) const
{
    int first = 0;
    int last = m_proxy.rowCount();
    const int total = last;
    while (first < last) {
        const int middle = first + (last - first) / 2;
        if (m_proxy.record(middle).number > number)
            last = middle;
        else
            first = middle + 1;
    }
    return quint64(total - first);
}

void WireTable::showFollowButton()
{
    const quint64 unseen = m_withheld > 0 ? m_withheld : isAtEnd() ? 0 : rowsAfter(m_seenNumber);
    m_follow->setVisible(unseen > 0);
    if (unseen == 0)
        return;
    m_follow->setText(tr("↓ %1 new").arg(countText(unseen)));
    m_follow->resize(m_follow->sizeHint());
    m_follow->move((width() - m_follow->width()) / 2, height() - m_follow->height() - 2 * theme::unit);
}

void WireTable::copySelection() const
{
    copySelectedRecords(*selectionModel());
}

void WireTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_End || event->key() == Qt::Key_Escape)
        Q_EMIT endRequested();
    else
        QuietFocus::keyPressEvent(event);
}

void WireTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    const TrafficRecord record = m_proxy.record(index.row());
    const QByteArray origin = refusedOrigin(index);
    QMenu menu(this);
    menu.addAction(tr("Copy"), QKeySequence::Copy, this, &WireTable::copySelection);
    if (record.connection != 0)
        menu.addAction(tr("Show only this connection"), this,
                       [&] { Q_EMIT showOnlyRequested(record.connection, record.peer); });
    if (!origin.isEmpty())
        menu.addAction(tr("Allow this origin"), this, [&] { Q_EMIT allowOriginRequested(origin); });
    menu.exec(event->globalPos());
}

void WireTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitSizeColumn();
    showFollowButton();
}

void WireTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableView::changeEvent(event);
}

void WireTable::setTitle(int column, const QString &title, Qt::AlignmentFlag alignment)
{
    // No-break spaces keep a title that is aligned to the right off the next column, as its cells are.
    m_traffic.setHeaderData(column, Qt::Horizontal,
                            title + (alignment == Qt::AlignRight ? u"\u00a0\u00a0"_s : QString()));
    m_traffic.setHeaderData(column, Qt::Horizontal, int(alignment | Qt::AlignVCenter), Qt::TextAlignmentRole);
}

void WireTable::showSizeTitle()
{
    const bool hasWireSize = horizontalHeader()->sectionSize(TrafficModel::Size) >= fullSizeWidth();
    setTitle(TrafficModel::Size, hasWireSize ? tr("Size → wire") : tr("Size"), Qt::AlignRight);
}

void WireTable::retranslate()
{
    setAccessibleName(tr("Traffic log"));
    m_follow->setToolTip(tr("Go to the newest record and follow (End)."));
    setTitle(TrafficModel::Number, tr("No."), Qt::AlignRight);
    setTitle(TrafficModel::Time, tr("Time"));
    setTitle(TrafficModel::Peer, tr("Peer"));
    setTitle(TrafficModel::Direction, {});
    setTitle(TrafficModel::Kind, tr("Kind"));
    setTitle(TrafficModel::Preview, tr("Preview"));
    showSizeTitle();
    viewport()->update();
    showFollowButton();
}

} // namespace confab
