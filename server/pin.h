#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace confab {

struct RequestHead;

/// What a host may ask of everybody who joins: 4 to 12 digits.
struct PinLength
{
    static constexpr int min = 4;
    static constexpr int max = 12;
    static constexpr int made = 6; ///< of makePin()
};

/// What precedes it in a query or a fragment.
inline constexpr QByteArrayView pinParameter("pin=");

bool isPin(QByteArrayView text);

/// A new one, of the system's random numbers.
QByteArray makePin();

/// What a request to upgrade has for a PIN: the value of "pin" in its target's query, for browsers can add no
/// header field to it. Empty if it has none; not decoded, for digits need no encoding.
QByteArray pinOfQuery(const RequestHead &request);

/// The same of a plain request, in a field that pages of other origins cannot send without asking.
QByteArray pinOfField(const RequestHead &request);

/// A request's target for being shown: with "*" in place of every PIN in its query.
QByteArray withoutPin(const QByteArray &target);

} // namespace confab
