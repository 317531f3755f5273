#pragma once

#include "core/wire/readystate.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QAbstractButton;
class QApplication;
class QLabel;
class QWidget;

namespace confab {

enum class ThemeChoice { System, Light, Dark };
inline constexpr int themeChoiceCount = int(ThemeChoice::Dark) + 1;

/// The lengths of the 8-pixel grid, in device-independent pixels.
namespace theme {
inline constexpr int unit = 8;
inline constexpr int halfUnit = unit / 2;
inline constexpr int paneMargin = 2 * unit; ///< inside a pane, on each side
inline constexpr int controlHeight = 4 * unit;
inline constexpr int rowHeight = 28;  ///< of a table's row
inline constexpr int radius = 6;      ///< of a control's corner
inline constexpr int chipHeight = 26; ///< of one of many small buttons in a row
} // namespace theme

/// Gives the whole program its style, palette and icons; may be called again while it runs. System follows
/// the desktop's palette at the time of the call.
void applyTheme(QApplication &application, ThemeChoice choice);

/// The palettes that applyTheme() chooses from.
QPalette lightPalette();
QPalette darkPalette();
bool isDark(const QPalette &palette);

/// The colour of a ready state: at least 4.5:1 on Base and Window of both palettes.
QColor stateColor(ReadyState state, const QPalette &palette);
/// Text that steps back: captions, times, hints. On a widget: setForegroundRole(QPalette::PlaceholderText).
QColor secondaryText(const QPalette &palette);
/// The one-pixel line between panes and sections.
QColor hairline(const QPalette &palette);
/// The fill behind selected rows; the text on it keeps its colours.
QColor selectionFill(const QPalette &palette);
/// The fill of a banner, and its edge and title, for something that failed and something that wants a
/// decision.
QColor warningFill(const QPalette &palette);
QColor warningText(const QPalette &palette);
/// The palette for a label whose words, drawn in that role, tell of a problem.
QPalette warningPalette(QPalette palette, QPalette::ColorRole role);

/// The system's fixed font, for payloads, addresses and keys alone.
QFont payloadFont();
/// The three sizes of type are caption, the system font as it is, and title.
QFont captionFont();
QFont titleFont();

/// The icon of that freedesktop name, from the desktop's theme or Breeze.
QIcon themeIcon(const QString &name);

/// How a button looks beside the plain one: the one accented action of a place, one that shows its edges only
/// under the pointer, and a small round one among many.
enum class ButtonLook { Plain, Primary, Quiet, Chip };
void setButtonLook(QAbstractButton &button, ButtonLook look);
ButtonLook buttonLook(const QWidget *button);

/// A caption over a section: small, bold, secondary.
void setSectionLook(QLabel &label);
/// Small and secondary.
void setCaptionLook(QLabel &label);

/// A one-pixel line; owned by parent.
QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent);

} // namespace confab
