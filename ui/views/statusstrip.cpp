#include "ui/views/statusstrip.h"

#include "ui/text/sizetext.h"
#include "ui/views/sparkline.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace confab {

StatusStrip::StatusStrip(RoomServer &server, std::shared_ptr<TrafficLog> log, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_log(std::move(log))
    , m_clients(addCounter(u"statusClients"_s))
    , m_messages(addCounter(u"statusMessages"_s))
    , m_sparkline(new Sparkline(this))
    , m_octets(addCounter(u"statusOctets"_s))
    , m_history(addCounter(u"statusHistory"_s))
    , m_records(addCounter(u"statusRecords"_s))
{
    setObjectName(u"statusStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::paneMargin, theme::halfUnit + 1, theme::paneMargin, theme::halfUnit);
    layout->setSpacing(3 * theme::unit);
    layout->addWidget(m_clients);
    layout->addWidget(m_messages);
    layout->addWidget(m_sparkline);
    layout->addWidget(m_octets);
    layout->addStretch();
    layout->addWidget(m_history);
    layout->addWidget(m_records);
    m_since.start();
    connect(&m_server, &RoomServer::historyMeasured, this, [this](qint64 size) {
        m_historySize = size;
        showCounters();
    });
    retranslate();
}

void StatusStrip::refresh()
{
    m_rates = m_meter.update(m_server.roster()->members(), std::chrono::milliseconds(m_since.restart()));
    m_sparkline->append(m_rates.messagesReceived + m_rates.messagesSent);
    if (m_server.keepsHistory())
        m_server.measureHistory();
    showCounters();
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, hairline(palette()));
}

QLabel *StatusStrip::addCounter(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    setCaptionLook(*label);
    return label;
}

void StatusStrip::setCounter(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setMinimumWidth(std::max(label.minimumWidth(), label.sizeHint().width()));
}

void StatusStrip::showCounters()
{
    const auto perSecond = [](double rate) { return countText(quint64(std::llround(rate))); };
    setCounter(*m_clients, tr("%n client(s)", nullptr, m_server.roster()->liveCount()));
    setCounter(*m_messages,
               tr("%1 messages/s").arg(perSecond(m_rates.messagesReceived + m_rates.messagesSent)));
    m_messages->setToolTip(tr("Received %1, sent %2 in the last second")
                               .arg(perSecond(m_rates.messagesReceived), perSecond(m_rates.messagesSent)));
    setCounter(*m_octets,
               u"↓ %1   ↑ %2"_s.arg(rateText(m_rates.octetsReceived), rateText(m_rates.octetsSent)));
    if (!m_server.keepsHistory())
        m_historySize.reset();
    m_history->setVisible(m_historySize.has_value());
    if (m_historySize) {
        setCounter(*m_history, tr("History %1").arg(sizeText(quint64(*m_historySize))));
        m_history->setToolTip(tr("What was said is kept in %1").arg(m_server.policy().historyFile));
    }
    const quint64 last = m_log->lastNumber();
    const quint64 kept = last + 1 - std::min(last + 1, m_log->firstNumber());
    setCounter(*m_records, tr("Log %1 records").arg(countText(kept)));
}

void StatusStrip::retranslate()
{
    for (QLabel *label : {m_clients, m_messages, m_octets, m_history, m_records})
        label->setMinimumWidth(0);
    m_clients->setToolTip(tr("WebSocket connections that are not CLOSED"));
    m_octets->setToolTip(tr("Payload of messages received and sent in the last second"));
    m_records->setToolTip(tr(
        "Handshakes, messages, pings and closes that the Wire tab can show; the oldest are dropped first"));
    m_sparkline->setToolTip(tr("Messages in each of the last seconds"));
    m_sparkline->setAccessibleName(m_sparkline->toolTip());
    showCounters();
}

} // namespace confab
