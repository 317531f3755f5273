#pragma once

#include <QtGlobal>

namespace confab {

/// Who collects something while a link takes what it has read.
class ReadObserver
{
public:
    /// A link of this thread begins to take what it has read at once. May come again before the end, if that
    /// makes another link read.
    virtual void readStarts() = 0;
    /// It has taken it, and nothing that it answers is on its way yet.
    virtual void readEnds() = 0;

protected:
    ReadObserver() = default;
    ~ReadObserver() = default;
    Q_DISABLE_COPY_MOVE(ReadObserver)
};

} // namespace confab
