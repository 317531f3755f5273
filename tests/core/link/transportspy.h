#pragma once

#include "core/link/transport.h"

#include <QList>

#include <functional>

namespace confab {

/// Counts what a transport tells, and may do something about it.
struct TransportSpy final : TransportListener
{
    int readable = 0;
    int writable = 0;
    QList<TransportEnd> ended;
    std::function<void()> onReadable = [] {};
    std::function<void()> onWritable = [] {};
    std::function<void()> onEnded = [] {};

    void transportReadable() override
    {
        ++readable;
        onReadable();
    }
    void transportWritable() override
    {
        ++writable;
        onWritable();
    }
    void transportEnded(TransportEnd end) override
    {
        ended.append(end);
        onEnded();
    }
};

} // namespace confab
