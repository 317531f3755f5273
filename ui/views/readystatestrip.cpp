#include "ui/views/readystatestrip.h"

#include "ui/text/readystatetext.h"
#include "ui/text/timetext.h"
#include "ui/views/statelamp.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr std::array states{ReadyState::Connecting, ReadyState::Open, ReadyState::Closing,
                            ReadyState::Closed};
constexpr int stateCount = int(states.size());
constexpr int lampSize = 2 * theme::unit;
constexpr int lampGap = theme::unit; ///< between a lamp and the line
constexpr qreal smallestWord = 5;    ///< in points

/// The font of the states' words: captions, or as large as the longest one fits into the width.
QFont wordFont(bool emphasised, qreal width)
{
    QFont font = captionFont();
    font.setWeight(emphasised ? QFont::DemiBold : QFont::Normal);
    const auto fits = [&font, width] {
        return QFontMetricsF(font).horizontalAdvance(readyStateWord(ReadyState::Connecting)) <= width;
    };
    while (font.pointSizeF() > smallestWord && !fits())
        font.setPointSizeF(font.pointSizeF() - 0.25);
    return font;
}

} // namespace

ReadyStateStrip::ReadyStateStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"readyStateStrip"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void ReadyStateStrip::setStates(std::optional<ReadyState> present, const std::array<qint64, 4> &entered)
{
    if (present == m_present && entered == m_entered)
        return;
    m_present = present;
    m_entered = entered;
    describe();
    update();
}

void ReadyStateStrip::setOutcome(const QString &outcome)
{
    if (outcome == m_outcome)
        return;
    m_outcome = outcome;
    describe();
    update();
}

QString ReadyStateStrip::timeText(ReadyState state) const
{
    const qint64 entered = m_entered[std::size_t(state)];
    const qint64 start = m_entered[std::size_t(ReadyState::Connecting)];
    if (entered == 0 || start == 0)
        return {};
    return durationText(qMax(qint64(0), entered - start));
}

QString ReadyStateStrip::outcomeText() const
{
    if (m_outcome.isEmpty())
        return {};
    return readyStateWord(ReadyState::Closed) + u' ' + m_outcome;
}

QSize ReadyStateStrip::sizeHint() const
{
    const int caption = QFontMetrics(captionFont()).height();
    return {45 * theme::unit, lampSize + theme::halfUnit + 2 * caption + theme::halfUnit + caption};
}

QSize ReadyStateStrip::minimumSizeHint() const
{
    return {35 * theme::unit, sizeHint().height()};
}

QRectF ReadyStateStrip::cell(int index) const
{
    const qreal width = qreal(this->width()) / stateCount;
    return {index * width, 0, width, qreal(height())};
}

void ReadyStateStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor secondary = secondaryText(palette());
    constexpr qreal lampCentre = lampSize / 2.0;

    for (int i = 0; i < stateCount; ++i) {
        const ReadyState state = states[std::size_t(i)];
        const bool entered = m_entered[std::size_t(i)] != 0;
        const bool isPresent = m_present == state;
        const QRectF area = cell(i);
        const qreal centre = area.center().x();

        if (i + 1 < stateCount) {
            const bool passed = entered && m_present && int(*m_present) > i;
            painter.setPen(QPen(passed ? secondary : hairline(palette()), passed ? 1.5 : 1.0));
            painter.drawLine(QPointF(centre + lampSize / 2.0 + lampGap, lampCentre),
                             QPointF(cell(i + 1).center().x() - lampSize / 2.0 - lampGap, lampCentre));
        }

        // The present state's lamp is larger and stands in a soft halo; states that were not entered step
        // back.
        if (isPresent) {
            QColor halo = stateColor(state, palette());
            halo.setAlphaF(0.16F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(halo);
            painter.drawEllipse(QPointF(centre, lampCentre), lampSize / 2.0, lampSize / 2.0);
        }
        const qreal lamp = isPresent ? lampSize - 5 : lampSize - 6;
        painter.setOpacity(entered || isPresent ? 1.0 : 0.45);
        paintStateLamp(painter, QRectF(centre - lamp / 2, lampCentre - lamp / 2, lamp, lamp), state,
                       palette());
        painter.setOpacity(1.0);

        const QFont font = wordFont(isPresent, area.width());
        const QFontMetricsF wordMetrics(font);
        QRectF line(area.left(), lampSize + theme::halfUnit, area.width(), wordMetrics.height());
        painter.setFont(font);
        painter.setPen(isPresent ? stateColor(state, palette()) : secondary);
        painter.drawText(line, Qt::AlignHCenter | Qt::AlignTop, readyStateWord(state));

        painter.setFont(captionFont());
        line.moveTop(line.bottom());
        line.setHeight(QFontMetricsF(captionFont()).height());
        painter.setPen(isPresent ? palette().color(QPalette::WindowText) : secondary);
        painter.drawText(line, Qt::AlignHCenter | Qt::AlignTop, timeText(state));
    }

    if (!m_outcome.isEmpty()) {
        QFont font = captionFont();
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect line(0, height() - metrics.height(), width(), metrics.height());
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom,
                         metrics.elidedText(outcomeText(), Qt::ElideRight, width()));
    }
}

void ReadyStateStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ReadyStateStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = qBound(0, help->pos().x() * stateCount / qMax(1, width()), stateCount - 1);
        const ReadyState state = states[std::size_t(index)];
        QStringList lines{readyStateWord(state) + u" — "_s + readyStateExplanation(state)};
        if (const qint64 entered = m_entered[std::size_t(index)])
            lines += tr("Entered: %1").arg(dateTimeText(entered));
        if (state == ReadyState::Closed && !m_outcome.isEmpty())
            lines += outcomeText();
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    return QWidget::event(event);
}

void ReadyStateStrip::retranslate()
{
    setAccessibleName(tr("Ready state"));
    describe();
    update();
}

void ReadyStateStrip::describe()
{
    QStringList parts;
    parts += m_present ? readyStateWord(*m_present) : tr("Not connected yet");
    for (const ReadyState state : states) {
        const QString time = timeText(state);
        if (!time.isEmpty())
            parts += readyStateWord(state) + u' ' + time;
    }
    if (!m_outcome.isEmpty())
        parts += outcomeText();
    setAccessibleDescription(parts.join(u", "_s));
}

} // namespace confab
