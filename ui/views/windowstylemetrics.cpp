#include "ui/views/windowstyle.h"

#include "ui/views/theme.h"

#include <QAbstractButton>
#include <QStyleOption>

#include <algorithm>

// What WindowStyle measures; how it draws is in windowstyle.cpp.
namespace confab {

namespace {

constexpr int scrollBarExtent = 12;
/// Between a field's edge and its text, beside Fusion's own two pixels.
constexpr int textPadding = 5;
constexpr int shortestSlider = 4 * theme::unit;

} // namespace

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    if ((control == CC_ComboBox && subControl == SC_ComboBoxEditField) ||
        (control == CC_SpinBox && subControl == SC_SpinBoxEditField))
        return QProxyStyle::subControlRect(control, option, subControl, widget)
            .adjusted(textPadding, 0, 0, 0);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);

    // A scroll bar without arrow buttons: the groove is all of it.
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int sliderLength = length;
    if (range > 0) {
        sliderLength = int(length * qint64(bar->pageStep) / (range + bar->pageStep));
        sliderLength = std::min(length, std::max(shortestSlider, sliderLength));
    }
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - sliderLength, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return horizontal ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                          : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    };
    QRect rect;
    switch (subControl) {
    case SC_ScrollBarSlider:
        rect = piece(start, sliderLength);
        break;
    case SC_ScrollBarSubPage:
        rect = piece(0, start);
        break;
    case SC_ScrollBarAddPage:
        rect = piece(start + sliderLength, length - start - sliderLength);
        break;
    case SC_ScrollBarGroove:
        rect = bar->rect;
        break;
    default:
        break;
    }
    return visualRect(bar->direction, bar->rect, rect);
}

QRect WindowStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int padding = frame && frame->lineWidth > 0 ? textPadding : 0;
        return QProxyStyle::subElementRect(element, option, widget).adjusted(padding, 0, -padding, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (buttonLook(button) == ButtonLook::Chip)
            return {size.width() + 2 * theme::unit, theme::chipHeight};
        const bool iconAlone = button && button->text().isEmpty();
        const int width = iconAlone ? theme::controlHeight : size.width() + 3 * theme::unit;
        return {std::max(width, theme::controlHeight), std::max(result.height(), theme::controlHeight)};
    }
    case CT_ToolButton:
        return result.expandedTo({theme::controlHeight, theme::controlHeight});
    case CT_LineEdit:
    case CT_ComboBox:
        result.rwidth() += 2 * textPadding;
        result.setHeight(std::max(result.height(), theme::controlHeight));
        return result;
    case CT_SpinBox:
        // The size is that of its line edit, which is as high as a control already.
        result.setHeight(size.height());
        result.rwidth() += 2 * textPadding;
        result.setHeight(std::max(result.height(), theme::controlHeight));
        return result;
    case CT_TabBarTab:
        return {size.width() + theme::unit, std::max(result.height(), 5 * theme::unit)};
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), theme::rowHeight));
        return result;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), theme::rowHeight));
        return result;
    default:
        return result;
    }
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 2 * theme::unit;
    case PM_RadioButtonLabelSpacing:
    case PM_CheckBoxLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return theme::unit;
    case PM_TabBarTabHSpace:
        return 3 * theme::unit;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace confab
