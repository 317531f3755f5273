#include "app/terminalqrcode.h"

#include "ui/models/qrcode.h"

#include <QStringList>

#include <sys/ioctl.h>
#include <unistd.h>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

// Black on white of the 256 colours, which themes leave as they are, unlike the first 16.
constexpr QLatin1StringView blackOnWhite("\x1b[38;5;16;48;5;231m");
constexpr QLatin1StringView whiteOnBlack("\x1b[7m");
constexpr QLatin1StringView blackAgain("\x1b[27m");
constexpr QLatin1StringView ownColours("\x1b[0m");

/// A row of modules and the one below it. What is dark in both is a reversed space: glyphs of blocks leave
/// gaps between lines in many fonts.
QString twoRows(const QrCode &code, int y)
{
    QString drawn = blackOnWhite;
    bool isReversed = false;
    for (int x = -QrCode::quietZone; x < code.size() + QrCode::quietZone; ++x) {
        const bool upper = code.isDark(x, y);
        const bool lower = code.isDark(x, y + 1);
        if ((upper && lower) != isReversed) {
            isReversed = !isReversed;
            drawn += isReversed ? whiteOnBlack : blackAgain;
        }
        drawn += upper == lower ? u' ' : (upper ? u'▀' : u'▄');
    }
    return drawn + ownColours;
}

} // namespace

int terminalColumns(int descriptor)
{
    winsize size{};
    return ::isatty(descriptor) && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

QString terminalQrCode(const QString &text, int columns)
{
    const std::optional<QrCode> code = QrCode::of(text);
    if (!code || code->size() + 2 * QrCode::quietZone > columns)
        return {};
    QStringList lines;
    for (int y = -QrCode::quietZone; y < code->size() + QrCode::quietZone; y += 2)
        lines.append(twoRows(*code, y));
    return lines.join(u'\n');
}

} // namespace confab
