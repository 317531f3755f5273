#include "ui/views/recorddetails.h"

#include "ui/views/theme.h"
#include "ui/views/trafficdetails.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

RecordDetails::RecordDetails(QWidget *parent)
    : QWidget(parent)
    , m_gone(new WrappedLabel(this))
    , m_details(new TrafficDetails(this))
{
    m_gone->setObjectName(u"recordGone"_s);
    setCaptionLook(*m_gone);
    m_gone->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_gone);
    connect(m_details, &TrafficDetails::allowOriginRequested, this, &RecordDetails::allowOriginRequested);
    connect(m_details, &TrafficDetails::closeRequested, this, &RecordDetails::closeRequested);
    retranslate();
}

void RecordDetails::setRecord(const TrafficRecord &record, const QByteArray &refusedOrigin)
{
    m_isEmpty = false;
    m_gone->hide();
    m_details->setRecord(record, refusedOrigin);
}

void RecordDetails::setGone()
{
    m_gone->setHidden(m_isEmpty);
}

void RecordDetails::clear()
{
    m_isEmpty = true;
    m_gone->hide();
    m_details->clear();
}

void RecordDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecordDetails::retranslate()
{
    m_gone->setText(tr("This record is no longer in the list above."));
}

} // namespace confab
