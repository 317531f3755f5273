#pragma once

#include "core/link/linkloop.h"

#include <functional>
#include <utility>

namespace confab {

/// Calls something when it is settled.
class Settling final : public TurnBatch
{
public:
    explicit Settling(std::function<void()> call)
        : m_call(std::move(call))
    {}
    void settle() override { m_call(); }

private:
    std::function<void()> m_call;
};

} // namespace confab
