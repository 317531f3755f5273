#include "ui/views/panesplitter.h"

#include "ui/views/theme.h"

#include <QDataStream>
#include <QResizeEvent>

namespace confab {

namespace {

constexpr int widthForClientPane = 1200;
constexpr int widthForHostPane = 1000;
constexpr quint32 layoutVersion = 1;

} // namespace

PaneSplitter::PaneSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

void PaneSplitter::setPanes(QWidget *host, QWidget *centre, QWidget *client)
{
    m_host = {host, widthForHostPane};
    m_client = {client, widthForClientPane};
    for (QWidget *pane : {host, centre, client})
        addWidget(pane);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    setSizes({37 * theme::unit, 78 * theme::unit, 45 * theme::unit});
}

void PaneSplitter::setPaneShown(QWidget *pane, bool shown)
{
    setShown(pane == m_host.widget ? m_host : m_client, shown);
}

QByteArray PaneSplitter::savePanes() const
{
    QByteArray panes;
    QDataStream stream(&panes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << saveState() << isWanted(m_host) << isWanted(m_client);
    return panes;
}

void PaneSplitter::restorePanes(const QByteArray &panes)
{
    QDataStream stream(panes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray sizes;
    bool hostWanted = true;
    bool clientWanted = true;
    stream >> version >> sizes >> hostWanted >> clientWanted;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    restoreState(sizes);
    setShown(m_host, hostWanted);
    setShown(m_client, clientWanted);
    if (!isVisible())
        return; // it has no width yet; the first resizeEvent() tells
    fold(m_client, QWIDGETSIZE_MAX, width());
    fold(m_host, QWIDGETSIZE_MAX, width());
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    const int before = event->oldSize().isValid() ? event->oldSize().width() : QWIDGETSIZE_MAX;
    fold(m_client, before, event->size().width());
    fold(m_host, before, event->size().width());
    QSplitter::resizeEvent(event);
}

bool PaneSplitter::isWanted(const OuterPane &pane) const
{
    return !pane.widget->isHidden() || pane.folded;
}

void PaneSplitter::setShown(OuterPane &pane, bool shown)
{
    pane.folded = false;
    pane.widget->setVisible(shown);
    Q_EMIT paneShown(pane.widget, shown);
}

void PaneSplitter::fold(OuterPane &pane, int before, int now)
{
    if (before >= pane.enough && now < pane.enough && !pane.widget->isHidden()) {
        setShown(pane, false);
        pane.folded = true;
    } else if (before < pane.enough && now >= pane.enough && pane.folded) {
        setShown(pane, true);
    }
}

} // namespace confab
