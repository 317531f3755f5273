#pragma once

#include <thread>

namespace confab {

/// Has fonts looked up by a thread of its own, so that the first text need not wait for it. Chooses no font
/// and draws nothing.
class FontsAhead
{
public:
    enum class Step {
        /// Read the system's list of fonts (fontconfig's, where that is what Qt asks), while the program
        /// connects to the display: begun before the QApplication is made.
        Files,
        /// Have Qt take it over: when the files are read, and over before the QApplication ends.
        Families,
    };

    explicit FontsAhead(Step step);
    /// Waits until it is done.
    ~FontsAhead();

    FontsAhead(const FontsAhead &) = delete;
    FontsAhead &operator=(const FontsAhead &) = delete;

    /// Waits until it is done. Whoever needs a font without it looks the files up once more; Qt itself waits
    /// for the families.
    void wait();

private:
    std::thread m_thread;
};

} // namespace confab
