#pragma once

#include <stdexcept>

namespace confab::bench {

/// What ends a run without a figure: the server broke a promise, or could not be reached.
class Failure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace confab::bench
