#include "ui/views/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace confab;

namespace {

/// The contrast of WCAG 2 between two opaque colours.
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double channel) {
            return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void colorsAreReadable_data();
    void colorsAreReadable();
    void statesHaveDifferentColors();
    void choiceSetsThePalette();
    void themeIconsExist();
    void buttonLookIsKept();
};

void TestTheme::colorsAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestTheme::colorsAreReadable()
{
    QFETCH(const QPalette, palette);
    constexpr double enough = 4.5;
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window}) {
        const QColor back = palette.color(ground);
        QVERIFY(contrast(palette.color(QPalette::Text), back) >= enough);
        QVERIFY(contrast(palette.color(QPalette::Link), back) >= enough);
        QVERIFY(contrast(secondaryText(palette), back) >= enough);
        for (int state = 0; state < 4; ++state)
            QVERIFY2(contrast(stateColor(ReadyState(state), palette), back) >= enough,
                     qPrintable(QString::number(state)));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= enough);
    QVERIFY(contrast(warningText(palette), warningFill(palette)) >= enough);
    QVERIFY(contrast(palette.color(QPalette::Text), warningFill(palette)) >= enough);
}

void TestTheme::statesHaveDifferentColors()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (int one = 0; one < 4; ++one) {
            for (int other = one + 1; other < 4; ++other)
                QVERIFY(stateColor(ReadyState(one), palette) != stateColor(ReadyState(other), palette));
        }
    }
}

void TestTheme::choiceSetsThePalette()
{
    applyTheme(*qApp, ThemeChoice::Dark);
    QVERIFY(isDark(QApplication::palette()));
    applyTheme(*qApp, ThemeChoice::Light);
    QVERIFY(!isDark(QApplication::palette()));
    QCOMPARE(QApplication::palette().color(QPalette::Base), lightPalette().color(QPalette::Base));
}

void TestTheme::themeIconsExist()
{
    applyTheme(*qApp, ThemeChoice::Light);
    QCOMPARE(QIcon::fallbackThemeName(), QStringLiteral("breeze"));
    applyTheme(*qApp, ThemeChoice::Dark);
    QCOMPARE(QIcon::fallbackThemeName(), QStringLiteral("breeze-dark"));
    for (const QString &name : {QStringLiteral("edit-copy"), QStringLiteral("application-menu"),
                                QStringLiteral("view-barcode-qr"), QStringLiteral("sidebar-collapse-left")})
        QVERIFY2(!themeIcon(name).pixmap(16).isNull(), qPrintable(name));
}

void TestTheme::buttonLookIsKept()
{
    QPushButton button;
    QCOMPARE(buttonLook(&button), ButtonLook::Plain);
    setButtonLook(button, ButtonLook::Primary);
    QCOMPARE(buttonLook(&button), ButtonLook::Primary);
    QCOMPARE(buttonLook(nullptr), ButtonLook::Plain);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
