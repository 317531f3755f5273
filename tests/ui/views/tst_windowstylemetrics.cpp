#include "ui/views/windowstyle.h"

#include "ui/views/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleOptionMenuItem>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

Q_DECLARE_METATYPE(QStyle::PixelMetric)

class TestWindowStyleMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new WindowStyle); }
    void scrollBarIsAllGroove_data();
    void scrollBarIsAllGroove();
    void sliderShowsThePlace();
    void sliderIsMirroredFromRightToLeft();
    void nothingToScrollFillsTheBar();
    void fieldsPadTheirText();
    void framelessFieldsDoNot();
    void buttonsFitTheGrid_data();
    void buttonsFitTheGrid();
    void menusAndListsHaveRowHeight();
    void nothingMovesWhenPressed_data();
    void nothingMovesWhenPressed();
    void hintsSuitTheLook();

private:
    static QStyleOptionSlider scrollBar(Qt::Orientation orientation, int length, int maximum, int position)
    {
        QStyleOptionSlider option;
        const bool horizontal = orientation == Qt::Horizontal;
        option.rect = horizontal ? QRect(0, 0, length, 12) : QRect(0, 0, 12, length);
        option.orientation = orientation;
        option.state.setFlag(QStyle::State_Horizontal, horizontal);
        option.maximum = maximum;
        option.pageStep = 100;
        option.sliderPosition = position;
        return option;
    }
    static QRect part(const QStyleOptionSlider &bar, QStyle::SubControl control)
    {
        return QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &bar, control);
    }
};

void TestWindowStyleMetrics::scrollBarIsAllGroove_data()
{
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::newRow("vertical") << Qt::Vertical;
    QTest::newRow("horizontal") << Qt::Horizontal;
}

void TestWindowStyleMetrics::scrollBarIsAllGroove()
{
    QFETCH(const Qt::Orientation, orientation);
    const QStyleOptionSlider bar = scrollBar(orientation, 200, 300, 150);
    QCOMPARE(part(bar, QStyle::SC_ScrollBarGroove), bar.rect);
    QVERIFY(part(bar, QStyle::SC_ScrollBarAddLine).isEmpty());
    QVERIFY(part(bar, QStyle::SC_ScrollBarSubLine).isEmpty());
    // What is before the slider, the slider and what is behind it make up the bar.
    const QRect before = part(bar, QStyle::SC_ScrollBarSubPage);
    const QRect slider = part(bar, QStyle::SC_ScrollBarSlider);
    const QRect behind = part(bar, QStyle::SC_ScrollBarAddPage);
    QCOMPARE(before | slider | behind, bar.rect);
    QVERIFY(!before.intersects(slider));
    QVERIFY(!slider.intersects(behind));
}

void TestWindowStyleMetrics::sliderShowsThePlace()
{
    // A quarter of everything is seen: of 400, 100.
    const QStyleOptionSlider start = scrollBar(Qt::Vertical, 200, 300, 0);
    QCOMPARE(part(start, QStyle::SC_ScrollBarSlider), QRect(0, 0, 12, 50));
    const QStyleOptionSlider end = scrollBar(Qt::Vertical, 200, 300, 300);
    QCOMPARE(part(end, QStyle::SC_ScrollBarSlider), QRect(0, 150, 12, 50));
    // Of a long list, the slider is as short as may be.
    const QStyleOptionSlider longList = scrollBar(Qt::Vertical, 200, 1'000'000, 0);
    QCOMPARE(part(longList, QStyle::SC_ScrollBarSlider).height(), 4 * theme::unit);
    // A bar that is shorter than that is all slider.
    const QStyleOptionSlider shortBar = scrollBar(Qt::Vertical, 20, 1'000'000, 0);
    QCOMPARE(part(shortBar, QStyle::SC_ScrollBarSlider), shortBar.rect);
}

void TestWindowStyleMetrics::sliderIsMirroredFromRightToLeft()
{
    QStyleOptionSlider bar = scrollBar(Qt::Horizontal, 200, 300, 0);
    QCOMPARE(part(bar, QStyle::SC_ScrollBarSlider).left(), 0);
    bar.direction = Qt::RightToLeft;
    QCOMPARE(part(bar, QStyle::SC_ScrollBarSlider).right(), 199);
}

void TestWindowStyleMetrics::nothingToScrollFillsTheBar()
{
    const QStyleOptionSlider bar = scrollBar(Qt::Vertical, 200, 0, 0);
    QCOMPARE(part(bar, QStyle::SC_ScrollBarSlider), bar.rect);
}

void TestWindowStyleMetrics::fieldsPadTheirText()
{
    QLineEdit edit;
    edit.resize(200, theme::controlHeight);
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = 1;
    const QRect contents = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
    QVERIFY(contents.left() >= 5);
    QVERIFY(contents.right() <= edit.width() - 1 - 5);
    const QSize text(100, 10);
    const QSize size = edit.style()->sizeFromContents(QStyle::CT_LineEdit, &option, text, &edit);
    QVERIFY(size.width() >= text.width() + 2 * 5);
    QCOMPARE(size.height(), theme::controlHeight);
}

void TestWindowStyleMetrics::framelessFieldsDoNot()
{
    QLineEdit edit;
    edit.setFrame(false);
    edit.resize(200, 20);
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = 0;
    const QRect contents = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
    QCOMPARE(contents.left(), 0);
    QCOMPARE(contents.right(), 199);
}

void TestWindowStyleMetrics::buttonsFitTheGrid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ButtonLook>("look");
    QTest::addColumn<int>("height");
    QTest::newRow("plain") << u"Connect"_s << ButtonLook::Plain << theme::controlHeight;
    QTest::newRow("primary") << u"연결하기"_s << ButtonLook::Primary << theme::controlHeight;
    QTest::newRow("short") << u"+"_s << ButtonLook::Quiet << theme::controlHeight;
    QTest::newRow("chip") << u"echo"_s << ButtonLook::Chip << theme::chipHeight;
    QTest::newRow("icon") << QString() << ButtonLook::Quiet << theme::controlHeight;
}

void TestWindowStyleMetrics::buttonsFitTheGrid()
{
    QFETCH(const QString, text);
    QFETCH(const ButtonLook, look);
    QFETCH(const int, height);
    QPushButton button(text);
    setButtonLook(button, look);
    const QSize size = button.sizeHint();
    QCOMPARE(size.height(), height);
    QVERIFY(size.width() >= button.fontMetrics().horizontalAdvance(text) + 2 * theme::unit);
    if (text.isEmpty())
        QCOMPARE(size.width(), theme::controlHeight);
}

void TestWindowStyleMetrics::menusAndListsHaveRowHeight()
{
    const QStyle *style = QApplication::style();
    const QSize small(50, 5);
    const QStyleOptionViewItem row;
    QCOMPARE(style->sizeFromContents(QStyle::CT_ItemViewItem, &row, small).height(), theme::rowHeight);
    QStyleOptionMenuItem item;
    item.menuItemType = QStyleOptionMenuItem::Normal;
    QCOMPARE(style->sizeFromContents(QStyle::CT_MenuItem, &item, small).height(), theme::rowHeight);
    item.menuItemType = QStyleOptionMenuItem::Separator;
    QVERIFY(style->sizeFromContents(QStyle::CT_MenuItem, &item, small).height() < theme::rowHeight);
}

void TestWindowStyleMetrics::nothingMovesWhenPressed_data()
{
    QTest::addColumn<QStyle::PixelMetric>("metric");
    QTest::addColumn<int>("pixels");
    QTest::newRow("button, sideways") << QStyle::PM_ButtonShiftHorizontal << 0;
    QTest::newRow("button, down") << QStyle::PM_ButtonShiftVertical << 0;
    QTest::newRow("tab, sideways") << QStyle::PM_TabBarTabShiftHorizontal << 0;
    QTest::newRow("tab, down") << QStyle::PM_TabBarTabShiftVertical << 0;
    QTest::newRow("splitter") << QStyle::PM_SplitterWidth << 1;
    QTest::newRow("indicator") << QStyle::PM_IndicatorWidth << 2 * theme::unit;
    QTest::newRow("scroll bar") << QStyle::PM_ScrollBarExtent << 12;
}

void TestWindowStyleMetrics::nothingMovesWhenPressed()
{
    QFETCH(const QStyle::PixelMetric, metric);
    QFETCH(const int, pixels);
    QCOMPARE(QApplication::style()->pixelMetric(metric), pixels);
}

void TestWindowStyleMetrics::hintsSuitTheLook()
{
    const QStyle *style = QApplication::style();
    QCOMPARE(style->styleHint(QStyle::SH_ItemView_ShowDecorationSelected), 1);
    QCOMPARE(style->styleHint(QStyle::SH_ComboBox_Popup), 0);
    QCOMPARE(style->styleHint(QStyle::SH_EtchDisabledText), 0);
}

QTEST_MAIN(TestWindowStyleMetrics)
#include "tst_windowstylemetrics.moc"
