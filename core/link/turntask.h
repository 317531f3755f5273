#pragma once

#include <QtGlobal>

namespace confab {

/// Something to be done once at the end of a turn of the event loop.
class TurnTask
{
public:
    virtual void takeTurn() = 0;

protected:
    TurnTask() = default;
    ~TurnTask() = default;
    Q_DISABLE_COPY_MOVE(TurnTask)
};

} // namespace confab
