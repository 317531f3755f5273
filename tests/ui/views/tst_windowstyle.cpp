#include "ui/views/windowstyle.h"

#include "ui/views/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTest>

using namespace confab;

class TestWindowStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new WindowStyle); }
    void controlsInARowAreAsHigh();
    void primaryButtonHasTheAccent_data();
    void primaryButtonHasTheAccent();
    void looksDiffer();
    void checkedIndicatorsDiffer();
    void focusIsVisible();
    void scrollBarHasASliderOfUse_data();
    void scrollBarHasASliderOfUse();
};

void TestWindowStyle::controlsInARowAreAsHigh()
{
    QPushButton button(QStringLiteral("Connect"));
    QLineEdit edit;
    QComboBox combo;
    QSpinBox spin;
    QCOMPARE(edit.sizeHint().height(), button.sizeHint().height());
    QCOMPARE(combo.sizeHint().height(), button.sizeHint().height());
    QCOMPARE(spin.sizeHint().height(), button.sizeHint().height());
    QVERIFY(button.sizeHint().height() >= theme::controlHeight);
}

void TestWindowStyle::primaryButtonHasTheAccent_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestWindowStyle::primaryButtonHasTheAccent()
{
    QFETCH(const QPalette, palette);
    QPushButton button;
    button.setPalette(palette);
    button.resize(100, theme::controlHeight);
    setButtonLook(button, ButtonLook::Primary);
    QCOMPARE(button.grab().toImage().pixelColor(50, 16), palette.color(QPalette::Highlight));
    button.setEnabled(false);
    QCOMPARE(button.grab().toImage().pixelColor(50, 16),
             palette.color(QPalette::Disabled, QPalette::Highlight));
}

void TestWindowStyle::looksDiffer()
{
    QList<QImage> pictures;
    for (const ButtonLook look :
         {ButtonLook::Plain, ButtonLook::Primary, ButtonLook::Quiet, ButtonLook::Chip}) {
        QPushButton button(QStringLiteral("x"));
        button.setPalette(lightPalette());
        button.resize(80, theme::controlHeight);
        setButtonLook(button, look);
        const QImage picture = button.grab().toImage();
        QVERIFY(!pictures.contains(picture));
        pictures.append(picture);
    }
}

void TestWindowStyle::checkedIndicatorsDiffer()
{
    QCheckBox box;
    QRadioButton radio;
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&radio)}) {
        button->setPalette(lightPalette());
        button->resize(button->sizeHint());
        const QImage off = button->grab().toImage();
        button->setChecked(true);
        QVERIFY(button->grab().toImage() != off);
    }
}

void TestWindowStyle::focusIsVisible()
{
    QWidget window;
    QLineEdit first(&window);
    QLineEdit second(&window);
    second.move(0, 50);
    window.resize(200, 100);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second.setFocus();
    QTRY_VERIFY(second.hasFocus());
    const QImage without = first.grab().toImage();
    first.setFocus();
    QTRY_VERIFY(first.hasFocus());
    QVERIFY(first.grab().toImage() != without);
}

void TestWindowStyle::scrollBarHasASliderOfUse_data()
{
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::newRow("vertical") << Qt::Vertical;
    QTest::newRow("horizontal") << Qt::Horizontal;
}

void TestWindowStyle::scrollBarHasASliderOfUse()
{
    QFETCH(const Qt::Orientation, orientation);
    QScrollBar bar(orientation);
    const bool vertical = orientation == Qt::Vertical;
    bar.resize(vertical ? QSize(12, 200) : QSize(200, 12));
    bar.setRange(0, 1'000'000);
    bar.setPageStep(10);
    bar.setValue(bar.maximum());
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = orientation;
    option.state.setFlag(QStyle::State_Horizontal, !vertical);
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.pageStep = bar.pageStep();
    option.sliderPosition = bar.value();
    const QRect slider =
        bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    // However long the list, the slider can be grasped, and at the end it touches the end.
    QVERIFY((vertical ? slider.height() : slider.width()) >= 4 * theme::unit);
    QCOMPARE(vertical ? slider.bottom() : slider.right(), 199);
}

QTEST_MAIN(TestWindowStyle)
#include "tst_windowstyle.moc"
