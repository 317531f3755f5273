#pragma once

namespace confab {

/// Whether the environment or the command line (-platform) names something to open a window on. Without, Qt
/// ends the program with words of its own while the QApplication is made. True on systems that always have a
/// display. Needs no application object.
bool isDisplayNamed(int argc, const char *const argv[]);

} // namespace confab
