#include "ui/views/theme.h"

#include "ui/views/windowstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr char buttonLookProperty[] = "confabButtonLook";

struct Colors
{
    QRgb window, base, alternate, text, secondary, disabled, hairline, button, accent, onAccent, link,
        toolTip;
};

constexpr Colors lightColors{.window = 0xfff6f7f9,
                             .base = 0xffffffff,
                             .alternate = 0xfffafbfc,
                             .text = 0xff1b1f24,
                             .secondary = 0xff5b6470,
                             .disabled = 0xff9aa2ad,
                             .hairline = 0xffdfe3e8,
                             .button = 0xffffffff,
                             .accent = 0xff3157d5,
                             .onAccent = 0xffffffff,
                             .link = 0xff2a4fc9,
                             .toolTip = 0xff1b1f24};

constexpr Colors darkColors{.window = 0xff17191d,
                            .base = 0xff1d2025,
                            .alternate = 0xff202329,
                            .text = 0xffe7e9ec,
                            .secondary = 0xff9fa8b4,
                            .disabled = 0xff666f7b,
                            .hairline = 0xff30353d,
                            .button = 0xff262a31,
                            .accent = 0xff4a6de5,
                            .onAccent = 0xffffffff,
                            .link = 0xff8faaff,
                            .toolTip = 0xff30353d};

QPalette makePalette(const Colors &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor(color));
    };
    set(QPalette::Window, colors.window);
    set(QPalette::WindowText, colors.text);
    set(QPalette::Base, colors.base);
    set(QPalette::AlternateBase, colors.alternate);
    set(QPalette::Text, colors.text);
    set(QPalette::Button, colors.button);
    set(QPalette::ButtonText, colors.text);
    set(QPalette::BrightText, colors.onAccent);
    set(QPalette::PlaceholderText, colors.secondary);
    set(QPalette::Highlight, colors.accent);
    set(QPalette::HighlightedText, colors.onAccent);
    set(QPalette::Link, colors.link);
    set(QPalette::LinkVisited, colors.link);
    set(QPalette::ToolTipBase, colors.toolTip);
    set(QPalette::ToolTipText, 0xffffffff);
    set(QPalette::Light, colors.base);
    set(QPalette::Midlight, colors.hairline);
    set(QPalette::Mid, colors.hairline);
    set(QPalette::Dark, colors.disabled);
    set(QPalette::Shadow, colors.disabled);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colors.hairline));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(colors.disabled));
    return palette;
}

bool desktopIsDark()
{
    // An empty palette brings back the desktop's own.
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette());
}

void addIconFolders()
{
    QStringList paths = QIcon::themeSearchPaths();
    const QStringList folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"icons"_s,
                                                          QStandardPaths::LocateDirectory);
    for (const QString &folder : folders) {
        if (!paths.contains(folder))
            paths.append(folder);
    }
    QIcon::setThemeSearchPaths(paths);
}

} // namespace

QPalette lightPalette()
{
    return makePalette(lightColors);
}

QPalette darkPalette()
{
    return makePalette(darkColors);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    if (!qobject_cast<WindowStyle *>(application.style()))
        application.setStyle(new WindowStyle);
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktopIsDark());
    application.setPalette(dark ? darkPalette() : lightPalette());

    addIconFolders();
    const QString breeze = dark ? u"breeze-dark"_s : u"breeze"_s;
    QIcon::setFallbackThemeName(breeze);
    // A desktop without a theme of its own has none that Qt would fall back from.
    const QString present = QIcon::themeName();
    if (present.isEmpty() || present == "hicolor"_L1 || present.startsWith("breeze"_L1))
        QIcon::setThemeName(breeze);
}

QColor stateColor(ReadyState state, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case ReadyState::Connecting:
        return QColor(dark ? 0xfff2bd42 : 0xff8a5d00);
    case ReadyState::Open:
        return QColor(dark ? 0xff35c9b0 : 0xff00756a);
    case ReadyState::Closing:
        return QColor(dark ? 0xffff8f5c : 0xffb8400a);
    case ReadyState::Closed:
        return secondaryText(palette);
    }
    Q_UNREACHABLE();
}

QColor secondaryText(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

QColor hairline(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Mid);
}

QColor selectionFill(const QPalette &palette)
{
    QColor fill = palette.color(QPalette::Active, QPalette::Highlight);
    fill.setAlphaF(isDark(palette) ? 0.30F : 0.12F);
    return fill;
}

QColor warningFill(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xff33261c : 0xfffdf1e7);
}

QColor warningText(const QPalette &palette)
{
    return stateColor(ReadyState::Closing, palette);
}

QPalette warningPalette(QPalette palette, QPalette::ColorRole role)
{
    palette.setColor(role, warningText(palette));
    return palette;
}

QFont payloadFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

QFont captionFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QFont titleFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    font.setWeight(QFont::DemiBold);
    return font;
}

QIcon themeIcon(const QString &name)
{
    return QIcon::fromTheme(name);
}

void setButtonLook(QAbstractButton &button, ButtonLook look)
{
    button.setProperty(buttonLookProperty, int(look));
    button.update();
}

ButtonLook buttonLook(const QWidget *button)
{
    return button ? ButtonLook(button->property(buttonLookProperty).toInt()) : ButtonLook::Plain;
}

void setSectionLook(QLabel &label)
{
    QFont font = captionFont();
    font.setWeight(QFont::DemiBold);
    label.setFont(font);
    label.setForegroundRole(QPalette::PlaceholderText);
}

void setCaptionLook(QLabel &label)
{
    label.setFont(captionFont());
    label.setForegroundRole(QPalette::PlaceholderText);
}

QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace confab
