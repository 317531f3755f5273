#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <chrono>

namespace confab {

/// Compares what those who join give for a PIN with the host's, and stops who guesses. Asks no clock. Counts
/// wrong PINs by countedAddress(), this computer's own as one, in minutes that begin with the first of them;
/// who tries the same one again learns nothing by it, and it counts once.
class PinCheck
{
public:
    enum class Verdict {
        Right,
        Missing,
        Wrong,
        WrongAgain,   ///< the same as that address's last one, or none that could be right
        TooManyWrong, ///< nobody knows whether it would have been right
    };
    using TimePoint = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::minutes period{1};
    /// Wrong PINs of one address in a minute.
    static constexpr int maxOfAddress = 10;
    /// Wrong PINs of all addresses in a minute, for who guesses may have many.
    static constexpr int maxOfAll = 1000;

    /// @param pin empty: none is asked for, and everybody is right.
    explicit PinCheck(QByteArray pin = {});

    void setPin(const QByteArray &pin) { m_pin = pin; }
    /// @param given empty: none. @param now must not go backwards.
    Verdict check(const QByteArray &given, const QHostAddress &address, TimePoint now);

private:
    struct Guesses
    {
        int count = 0;
        QByteArray last;
    };

    QByteArray m_pin;
    QHash<QHostAddress, Guesses> m_guesses; ///< of this minute
    int m_count = 0;                        ///< of all of them
    TimePoint m_begin;                      ///< of this minute
};

} // namespace confab
