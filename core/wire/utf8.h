#pragma once

#include <QByteArrayView>
#include <QString>

namespace confab {

/// Checks UTF-8 (RFC 3629) that arrives in pieces, and fails at the first octet that cannot continue a valid
/// text: surrogates, overlong forms and code points past U+10FFFF included. Keeps one word of state, no text.
/// Long pieces are checked in wide steps (utf8wide.h) where the machine has them.
class Utf8Validator
{
public:
    /// False from the first impossible octet on; stays false until reset().
    bool feed(QByteArrayView bytes);
    /// The same without wide steps: what feed() does on any machine, and to what is short.
    bool feedNarrow(QByteArrayView bytes);
    /// Whether what was fed so far ends at the end of a character.
    bool isComplete() const { return m_state == Accept; }
    void reset() { m_state = Accept; }

private:
    static constexpr quint32 Accept = 0;
    quint32 m_state = Accept;
};

/// Whether the whole of bytes is valid UTF-8.
bool isValidUtf8(QByteArrayView bytes);

/// The text that a peer sent, as it is: QString::fromUtf8() would drop a byte order mark at its beginning.
/// What is not valid becomes U+FFFD.
QString textFromUtf8(QByteArrayView utf8);

/// The first octets of valid UTF-8 without those of a character that was cut at their end.
QByteArrayView wholeCharacters(QByteArrayView utf8);

} // namespace confab
