#include "ui/views/wireemptystate.h"

#include "ui/views/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

WireEmptyState::WireEmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * theme::unit, 0, 4 * theme::unit, 0);
    layout->setSpacing(theme::unit);
    layout->addStretch(2);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch(3);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(u"wireEmptyTitle"_s);
    m_text->setObjectName(u"wireEmptyText"_s);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    retranslate();
}

void WireEmptyState::setFiltering(bool filtering)
{
    m_filtering = filtering;
    retranslate();
}

void WireEmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WireEmptyState::retranslate()
{
    m_title->setText(m_filtering ? tr("Nothing matches the filter") : tr("Nothing on the wire yet"));
    m_text->setText(
        m_filtering
            ? tr("Records that match will appear here as they are seen.")
            : tr("Each handshake, message, ping and close will appear here, in both directions, as soon as "
                 "someone connects."));
}

} // namespace confab
