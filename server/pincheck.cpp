#include "server/pincheck.h"

#include "server/addressledger.h"
#include "server/pin.h"

namespace confab {

PinCheck::PinCheck(QByteArray pin)
    : m_pin(std::move(pin))
{}

PinCheck::Verdict PinCheck::check(const QByteArray &given, const QHostAddress &address, TimePoint now)
{
    if (m_pin.isEmpty())
        return Verdict::Right;
    if (given.isEmpty())
        return Verdict::Missing;
    if (!isPin(given))
        return Verdict::WrongAgain; // which it is whatever the PIN: no guess
    if (m_count > 0 && now - m_begin >= period) {
        m_guesses.clear();
        m_count = 0;
    }
    // This computer has very many addresses.
    const QHostAddress counted =
        address.isLoopback() ? QHostAddress(QHostAddress::LocalHost) : countedAddress(address);
    const Guesses before = m_guesses.value(counted);
    if (given == before.last && given != m_pin)
        return Verdict::WrongAgain;
    if (before.count >= maxOfAddress || m_count >= maxOfAll)
        return Verdict::TooManyWrong;
    if (given == m_pin)
        return Verdict::Right;
    if (m_count++ == 0)
        m_begin = now;
    m_guesses.insert(counted, {before.count + 1, given});
    return Verdict::Wrong;
}

} // namespace confab
