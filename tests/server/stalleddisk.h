#pragma once

namespace confab {

/// While it lives, what this process writes to files waits: what a disk does that does not answer.
class StalledDisk
{
public:
    StalledDisk();
    ~StalledDisk();
    StalledDisk(const StalledDisk &) = delete;
    StalledDisk &operator=(const StalledDisk &) = delete;
};

} // namespace confab
