#include "ui/views/controlpainting.h"

#include <QPushButton>
#include <QTest>

#include <functional>

using namespace confab;

namespace {

constexpr int size = 32;

/// What the function paints on a transparent square.
QImage painted(const std::function<void(QPainter &)> &paint)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QStyleOption optionWith(QStyle::State state)
{
    QStyleOption option;
    option.rect = QRect(0, 0, size, size);
    option.palette = lightPalette();
    option.state = state;
    if (!(state & QStyle::State_Enabled))
        option.palette.setCurrentColorGroup(QPalette::Disabled);
    return option;
}

QImage paintedField(QStyle::State state)
{
    return painted([state](QPainter &painter) { drawField(painter, optionWith(state)); });
}

QImage paintedButton(ButtonLook look, QStyle::State state)
{
    QPushButton button;
    setButtonLook(button, look);
    return painted([&](QPainter &painter) { drawButton(painter, optionWith(state), &button); });
}

QImage paintedIndicator(bool round, QStyle::State state)
{
    return painted([&](QPainter &painter) { drawIndicator(painter, optionWith(state), round); });
}

bool isBlank(const QImage &image)
{
    return image == painted([](QPainter &) {});
}

} // namespace

class TestControlPainting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blendsTowardsText();
    void roundedBoxLeavesItsCorners();
    void fieldShowsFocusAndPointer();
    void disabledFieldShowsNeither();
    void primaryButtonDarkensWhenPressed();
    void quietButtonShowsUnderThePointer();
    void plainButtonStaysDownWhileOn();
    void disabledButtonDoesNotReact_data();
    void disabledButtonDoesNotReact();
    void chipIsRounderThanAButton();
    void focusRingSurroundsOnly();
    void chevronPoints_data();
    void chevronPoints();
    void indicatorShowsItsMark_data();
    void indicatorShowsItsMark();
    void painterIsLeftAsItWas();
};

void TestControlPainting::blendsTowardsText()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const QColor ground = palette.color(QPalette::Window);
        const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
        QCOMPARE(towardsText(ground, palette, 0).rgb(), ground.rgb());
        QCOMPARE(towardsText(ground, palette, 1).rgb(), text.rgb());
        const QColor half = towardsText(ground, palette, 0.5);
        QVERIFY(qAbs(half.red() - (ground.red() + text.red()) / 2) <= 1);
        QVERIFY(qAbs(half.green() - (ground.green() + text.green()) / 2) <= 1);
        QVERIFY(qAbs(half.blue() - (ground.blue() + text.blue()) / 2) <= 1);
    }
}

void TestControlPainting::roundedBoxLeavesItsCorners()
{
    const QImage image = painted(
        [](QPainter &painter) { drawRoundedBox(painter, QRect(0, 0, size, size), Qt::red, Qt::blue, 10); });
    QCOMPARE(image.pixelColor(size / 2, size / 2), QColor(Qt::red));
    // The edge lies on whole pixels.
    QCOMPARE(image.pixelColor(size / 2, 0), QColor(Qt::blue));
    QCOMPARE(image.pixelColor(size / 2, 1), QColor(Qt::red));
    QCOMPARE(image.pixelColor(size - 1, size / 2), QColor(Qt::blue));
    for (const QPoint corner : {QPoint(0, 0), QPoint(size - 1, 0), QPoint(0, size - 1)})
        QCOMPARE(image.pixelColor(corner).alpha(), 0);
    const QImage noEdge = painted([](QPainter &painter) {
        drawRoundedBox(painter, QRect(0, 0, size, size), Qt::red, Qt::transparent, 10);
    });
    QCOMPARE(noEdge.pixelColor(size / 2, 0).blue(), 0);
}

void TestControlPainting::fieldShowsFocusAndPointer()
{
    const QPalette palette = lightPalette();
    const QImage resting = paintedField(QStyle::State_Enabled);
    const QImage hovered = paintedField(QStyle::State_Enabled | QStyle::State_MouseOver);
    const QImage focused = paintedField(QStyle::State_Enabled | QStyle::State_HasFocus);
    const QPoint edge(size / 2, 0);
    QCOMPARE(resting.pixelColor(size / 2, size / 2), palette.color(QPalette::Base));
    QVERIFY(hovered.pixelColor(edge).lightness() < resting.pixelColor(edge).lightness());
    QCOMPARE(focused.pixelColor(edge), palette.color(QPalette::Active, QPalette::Link));
    QVERIFY(resting.pixelColor(edge) != focused.pixelColor(edge));
    QCOMPARE(focused.pixelColor(size / 2, size / 2), palette.color(QPalette::Base));
}

void TestControlPainting::disabledFieldShowsNeither()
{
    const QImage disabled = paintedField(QStyle::State_None);
    QCOMPARE(paintedField(QStyle::State_HasFocus | QStyle::State_MouseOver), disabled);
    QCOMPARE(disabled.pixelColor(size / 2, size / 2),
             lightPalette().color(QPalette::Disabled, QPalette::Window));
}

void TestControlPainting::primaryButtonDarkensWhenPressed()
{
    const auto middle = [](QStyle::State state) {
        return paintedButton(ButtonLook::Primary, QStyle::State_Enabled | state)
            .pixelColor(size / 2, size / 2);
    };
    QCOMPARE(middle({}), lightPalette().color(QPalette::Highlight));
    QVERIFY(middle(QStyle::State_MouseOver).lightness() < middle({}).lightness());
    QVERIFY(middle(QStyle::State_Sunken).lightness() < middle(QStyle::State_MouseOver).lightness());
}

void TestControlPainting::quietButtonShowsUnderThePointer()
{
    QVERIFY(isBlank(paintedButton(ButtonLook::Quiet, QStyle::State_Enabled)));
    // What it unfolds is said by its arrow.
    QVERIFY(isBlank(paintedButton(ButtonLook::Quiet, QStyle::State_Enabled | QStyle::State_On)));
    const QImage hovered = paintedButton(ButtonLook::Quiet, QStyle::State_Enabled | QStyle::State_MouseOver);
    const QImage pressed = paintedButton(ButtonLook::Quiet, QStyle::State_Enabled | QStyle::State_Sunken);
    const QPoint middle(size / 2, size / 2);
    QVERIFY(hovered.pixelColor(middle).alpha() > 0);
    QVERIFY(pressed.pixelColor(middle).alpha() > hovered.pixelColor(middle).alpha());
}

void TestControlPainting::plainButtonStaysDownWhileOn()
{
    const QImage up = paintedButton(ButtonLook::Plain, QStyle::State_Enabled);
    const QImage on = paintedButton(ButtonLook::Plain, QStyle::State_Enabled | QStyle::State_On);
    QCOMPARE(on, paintedButton(ButtonLook::Plain, QStyle::State_Enabled | QStyle::State_Sunken));
    QVERIFY(on != up);
    QCOMPARE(up.pixelColor(size / 2, size / 2), lightPalette().color(QPalette::Button));
}

void TestControlPainting::disabledButtonDoesNotReact_data()
{
    QTest::addColumn<ButtonLook>("look");
    QTest::newRow("plain") << ButtonLook::Plain;
    QTest::newRow("primary") << ButtonLook::Primary;
    QTest::newRow("quiet") << ButtonLook::Quiet;
    QTest::newRow("chip") << ButtonLook::Chip;
}

void TestControlPainting::disabledButtonDoesNotReact()
{
    QFETCH(const ButtonLook, look);
    const QImage resting = paintedButton(look, QStyle::State_None);
    QCOMPARE(paintedButton(look, QStyle::State_MouseOver), resting);
    QCOMPARE(paintedButton(look, QStyle::State_Sunken), resting);
    if (look != ButtonLook::Quiet)
        QVERIFY(resting != paintedButton(look, QStyle::State_Enabled));
}

void TestControlPainting::chipIsRounderThanAButton()
{
    const QPoint nearCorner(3, 3);
    QCOMPARE(paintedButton(ButtonLook::Plain, QStyle::State_Enabled).pixelColor(nearCorner).alpha(), 255);
    QCOMPARE(paintedButton(ButtonLook::Chip, QStyle::State_Enabled).pixelColor(nearCorner).alpha(), 0);
}

void TestControlPainting::focusRingSurroundsOnly()
{
    const QImage image =
        painted([](QPainter &painter) { drawFocusRing(painter, QRect(0, 0, size, size), darkPalette()); });
    const QColor ring = darkPalette().color(QPalette::Active, QPalette::Link);
    for (const QPoint side : {QPoint(size / 2, 0), QPoint(size / 2, 1), QPoint(0, size / 2),
                              QPoint(size - 1, size / 2), QPoint(size / 2, size - 1)})
        QCOMPARE(image.pixelColor(side), ring);
    QCOMPARE(image.pixelColor(size / 2, size / 2).alpha(), 0);
}

void TestControlPainting::chevronPoints_data()
{
    QTest::addColumn<Qt::ArrowType>("direction");
    QTest::addColumn<QPoint>("tip");
    QTest::addColumn<QPoint>("open");
    constexpr int middle = size / 2;
    QTest::newRow("down") << Qt::DownArrow << QPoint(middle, middle + 1) << QPoint(middle, middle - 2);
    QTest::newRow("up") << Qt::UpArrow << QPoint(middle, middle - 2) << QPoint(middle, middle + 1);
    QTest::newRow("right") << Qt::RightArrow << QPoint(middle + 1, middle) << QPoint(middle - 2, middle);
    QTest::newRow("left") << Qt::LeftArrow << QPoint(middle - 2, middle) << QPoint(middle + 1, middle);
}

void TestControlPainting::chevronPoints()
{
    QFETCH(const Qt::ArrowType, direction);
    QFETCH(const QPoint, tip);
    QFETCH(const QPoint, open);
    const QImage image = painted([direction](QPainter &painter) {
        drawChevron(painter, QRect(0, 0, size, size), direction, Qt::red);
    });
    QVERIFY2(image.pixelColor(tip).alpha() > 128, qPrintable(image.pixelColor(tip).name()));
    QVERIFY(image.pixelColor(tip).red() > 250);
    QCOMPARE(image.pixelColor(open).alpha(), 0);
}

void TestControlPainting::indicatorShowsItsMark_data()
{
    QTest::addColumn<bool>("round");
    QTest::newRow("check box") << false;
    QTest::newRow("radio button") << true;
}

void TestControlPainting::indicatorShowsItsMark()
{
    QFETCH(const bool, round);
    const QPalette palette = lightPalette();
    const QImage off = paintedIndicator(round, QStyle::State_Enabled);
    const QImage on = paintedIndicator(round, QStyle::State_Enabled | QStyle::State_On);
    const QPoint middle(size / 2, size / 2);
    const QPoint besideTheMark(size / 2, size / 4);
    QCOMPARE(off.pixelColor(middle), palette.color(QPalette::Base));
    QCOMPARE(on.pixelColor(besideTheMark), palette.color(QPalette::Highlight));
    if (round) {
        QCOMPARE(on.pixelColor(middle), palette.color(QPalette::HighlightedText));
        QCOMPARE(on.pixelColor(2, 2).alpha(), 0);
    } else {
        QVERIFY(on.pixelColor(2, 2).alpha() > 0);
    }
    QCOMPARE(paintedIndicator(round, QStyle::State_Enabled | QStyle::State_NoChange), on);
    QVERIFY(paintedIndicator(round, QStyle::State_None) != off);
    QVERIFY(paintedIndicator(round, QStyle::State_Enabled | QStyle::State_MouseOver) != off);
}

void TestControlPainting::painterIsLeftAsItWas()
{
    painted([](QPainter &painter) {
        painter.setPen(Qt::green);
        painter.setBrush(Qt::yellow);
        const QRect rect(0, 0, size, size);
        drawRoundedBox(painter, rect, Qt::red, Qt::blue);
        drawFocusRing(painter, rect, lightPalette());
        drawChevron(painter, rect, Qt::UpArrow, Qt::red);
        drawIndicator(painter, optionWith(QStyle::State_Enabled | QStyle::State_On), true);
        QCOMPARE(painter.pen().color(), QColor(Qt::green));
        QCOMPARE(painter.brush().color(), QColor(Qt::yellow));
        QVERIFY(painter.transform().isIdentity());
    });
}

QTEST_MAIN(TestControlPainting)
#include "tst_controlpainting.moc"
