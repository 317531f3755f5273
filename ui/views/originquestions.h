#pragma once

#include "server/refusal.h"

#include <QList>
#include <QSet>

namespace confab {

/// About which refused origin to ask the host: one at a time, in the order they came. What was put off is not
/// asked again. Shows nothing.
class OriginQuestions
{
public:
    /// Of more than these none is kept: a page can claim as many origins as it likes.
    static constexpr qsizetype maxPending = 8;

    /// Does nothing if its origin is pending or was put off, or if too many are pending.
    void add(const Refusal &refusal);
    /// The question to ask, which others that come leave alone; nullptr if there is none.
    const Refusal *current() const { return m_pending.isEmpty() ? nullptr : &m_pending.constFirst(); }
    /// Ends the question there is. @return its origin.
    QString takeCurrent();
    /// Ends the question there is and does not ask it again.
    void putOffCurrent();
    /// Forgets what is pending and what was put off.
    void clear();

private:
    QList<Refusal> m_pending;
    QSet<QString> m_putOff; ///< origins
};

} // namespace confab
