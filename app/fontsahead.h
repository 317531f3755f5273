#pragma once

#include <thread>

namespace confab {

/// Has the system's fonts looked up by a thread of its own while the program connects to the display, so that
/// the first text need not wait for it. Chooses no font and draws nothing; does nothing where the system
/// brings its fonts along.
class FontsAhead
{
public:
    /// Made before the QApplication.
    FontsAhead();
    /// Waits until the fonts are known.
    ~FontsAhead();

    FontsAhead(const FontsAhead &) = delete;
    FontsAhead &operator=(const FontsAhead &) = delete;

    /// Waits until the fonts are known: before anything is measured or drawn, which would look them up once
    /// more.
    void wait();

private:
    std::thread m_thread;
};

} // namespace confab
