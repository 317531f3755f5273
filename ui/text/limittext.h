#pragma once

#include "server/limits.h"

#include <QString>

namespace confab {

/// A few words that name the limit, for a row of a form.
QString limitLabel(Limit limit);
/// What is bounded, and what happens to who exceeds it: one or two sentences.
QString limitExplanation(Limit limit);
/// A value of the limit in words: "16,777,216 bytes", "no limit".
QString limitValueText(const LimitRule &rule, qint64 value);
/// What stands behind the number, with a space before it; empty for plain counts.
QString limitSuffix(LimitUnit unit);
/// What 0 means, if the limit can be 0.
QString limitZeroText(Limit limit);

} // namespace confab
