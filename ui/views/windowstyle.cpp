#include "ui/views/windowstyle.h"

#include "ui/views/controlpainting.h"
#include "ui/views/theme.h"

#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// A copy of the option in which one role of the palette has another colour.
template <typename Option>
Option recolored(const Option &option, QPalette::ColorRole role, const QColor &color)
{
    Option copy(option);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        copy.palette.setColor(group, role, color);
    return copy;
}

void drawTab(QPainter &painter, const QStyleOptionTab &tab)
{
    if (tab.state & QStyle::State_Selected) {
        const QRect line(tab.rect.left() + theme::unit, tab.rect.bottom() - 1,
                         tab.rect.width() - 2 * theme::unit, 2);
        painter.fillRect(line, tab.palette.color(QPalette::Link));
    }
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &slider)
{
    if (bar.maximum <= bar.minimum)
        return;
    QColor color = secondaryText(bar.palette);
    color.setAlphaF(bar.state & QStyle::State_Sunken      ? 0.8F
                    : bar.state & QStyle::State_MouseOver ? 0.6F
                                                          : 0.35F);
    const QRectF thumb = QRectF(slider).adjusted(3, 3, -3, -3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(thumb, 3, 3);
    painter.restore();
}

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStyleFactory::create(u"fusion"_s))
{}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*painter, *option, widget);
        return;
    case PE_PanelButtonTool: {
        const bool on = (option->state & State_On) && buttonLook(widget) != ButtonLook::Quiet;
        if (on || option->state & (State_MouseOver | State_Sunken)) {
            QColor fill = palette.color(QPalette::WindowText);
            fill.setAlphaF(on || option->state & State_Sunken ? 0.12F : 0.06F);
            drawRoundedBox(*painter, option->rect, fill, Qt::transparent);
        }
        return;
    }
    case PE_IndicatorArrowDown:
        drawChevron(*painter, option->rect, Qt::DownArrow, secondaryText(palette));
        return;
    case PE_IndicatorArrowUp:
        drawChevron(*painter, option->rect, Qt::UpArrow, secondaryText(palette));
        return;
    case PE_IndicatorArrowRight:
        drawChevron(*painter, option->rect, Qt::RightArrow, secondaryText(palette));
        return;
    case PE_IndicatorArrowLeft:
        drawChevron(*painter, option->rect, Qt::LeftArrow, secondaryText(palette));
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            drawFocusRing(*painter, option->rect, palette);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(*painter, *option);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        drawRoundedBox(*painter, option->rect, Qt::transparent,
                       option->state & State_HasFocus ? palette.color(QPalette::Highlight)
                                                      : hairline(palette));
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(*painter, *option, true);
        return;
    case PE_IndicatorCheckBox:
        drawIndicator(*painter, *option, false);
        return;
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        return;
    case PE_FrameMenu:
        painter->setPen(hairline(palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          hairline(palette));
        return;
    case PE_PanelItemViewItem:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, selectionFill(palette));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && buttonLook(widget) == ButtonLook::Primary) {
            const auto copy =
                recolored(*button, QPalette::ButtonText, palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(*painter, *tab);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
            tab && !(tab->state & (State_Selected | State_MouseOver))) {
            const auto copy = recolored(*tab, QPalette::WindowText, secondaryText(palette));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            const auto copy = recolored(*item, QPalette::HighlightedText, palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          hairline(palette));
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // The versioned option of Qt 6 is cast by its own style; a plain copy would lose it.
            const auto *second = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option);
            if (second) {
                const auto copy = recolored(*second, QPalette::ButtonText, secondaryText(palette));
                QProxyStyle::drawControl(element, &copy, painter, widget);
            } else {
                const auto copy = recolored(*header, QPalette::ButtonText, secondaryText(palette));
                QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, hairline(palette));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->editable)
                drawField(*painter, *combo);
            else if (combo->frame)
                drawButton(*painter, *combo, widget);
            if (!combo->editable && combo->state & State_HasFocus && combo->state & State_KeyboardFocusChange)
                drawFocusRing(*painter, combo->rect, combo->palette);
            drawChevron(*painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget),
                        Qt::DownArrow, secondaryText(combo->palette));
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            // A button that is nothing but a menu needs no arrow to say so.
            QStyleOptionToolButton copy(*button);
            copy.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
            QProxyStyle::drawComplexControl(control, &copy, painter, widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                drawField(*painter, *spin);
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                const QColor color = secondaryText(spin->palette);
                drawChevron(*painter, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                            Qt::UpArrow, color);
                drawChevron(*painter, proxy()->subControlRect(control, option, SC_SpinBoxDown, widget),
                            Qt::DownArrow, color);
            }
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(*painter, *bar,
                          proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace confab
