#include "core/wire/utf8.h"

#include "core/wire/utf8wide.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cstring>

namespace confab {

namespace {

// A state machine whose whole row of next states for one octet is a single 64-bit word: a state is the
// position of its six bits in that word, so one step is one shift. The states are what may follow (RFC 3629
// §4).
constexpr quint32 bitsPerState = 6;
enum State : quint32 {
    Accept = 0 * bitsPerState,    // the first octet of a character
    Reject = 1 * bitsPerState,    // nothing: stays here
    OneMore = 2 * bitsPerState,   // 80–BF
    TwoMore = 3 * bitsPerState,   // 80–BF, then OneMore
    ThreeMore = 4 * bitsPerState, // 80–BF, then TwoMore
    AfterE0 = 5 * bitsPerState,   // A0–BF, then OneMore: no overlong forms
    AfterED = 6 * bitsPerState,   // 80–9F, then OneMore: no surrogates
    AfterF0 = 7 * bitsPerState,   // 90–BF, then TwoMore: no overlong forms
    AfterF4 = 8 * bitsPerState,   // 80–8F, then TwoMore: nothing past U+10FFFF
    StateEnd = 9 * bitsPerState,
};
static_assert(StateEnd <= 64);

constexpr quint32 stateMask = (1U << bitsPerState) - 1;

constexpr State afterFirst(unsigned octet)
{
    if (octet <= 0x7F)
        return Accept;
    if (octet >= 0xC2 && octet <= 0xDF)
        return OneMore;
    if (octet == 0xE0)
        return AfterE0;
    if (octet == 0xED)
        return AfterED;
    if (octet >= 0xE1 && octet <= 0xEF)
        return TwoMore;
    if (octet == 0xF0)
        return AfterF0;
    if (octet >= 0xF1 && octet <= 0xF3)
        return ThreeMore;
    if (octet == 0xF4)
        return AfterF4;
    return Reject;
}

constexpr quint64 row(unsigned octet)
{
    quint64 word = 0;
    const auto set = [&word](State from, State to) { word |= quint64(to) << from; };
    const auto within = [octet](unsigned low, unsigned high) { return octet >= low && octet <= high; };
    set(Accept, afterFirst(octet));
    set(Reject, Reject);
    set(OneMore, within(0x80, 0xBF) ? Accept : Reject);
    set(TwoMore, within(0x80, 0xBF) ? OneMore : Reject);
    set(ThreeMore, within(0x80, 0xBF) ? TwoMore : Reject);
    set(AfterE0, within(0xA0, 0xBF) ? OneMore : Reject);
    set(AfterED, within(0x80, 0x9F) ? OneMore : Reject);
    set(AfterF0, within(0x90, 0xBF) ? TwoMore : Reject);
    set(AfterF4, within(0x80, 0x8F) ? TwoMore : Reject);
    return word;
}

constexpr std::array<quint64, 256> makeRows()
{
    std::array<quint64, 256> rows{};
    for (unsigned octet = 0; octet < rows.size(); ++octet)
        rows[octet] = row(octet);
    return rows;
}

constexpr std::array<quint64, 256> rows = makeRows();

constexpr qsizetype blockSize = 32;

bool isAsciiBlock(const char *data)
{
    std::array<quint64, blockSize / sizeof(quint64)> words;
    std::memcpy(words.data(), data, blockSize);
    quint64 all = 0;
    for (const quint64 word : words)
        all |= word;
    return (all & 0x8080808080808080U) == 0;
}

/// One step.
inline quint64 next(quint64 state, char octet)
{
    return (rows[quint8(octet)] >> state) & stateMask;
}

/// The state after octets, one at a time but for blocks of ASCII.
inline quint64 stateAfter(quint64 state, QByteArrayView octets)
{
    const char *data = octets.data();
    qsizetype left = octets.size();
    while (left > 0 && state != State::Reject) {
        if (state == State::Accept) {
            while (left >= blockSize && isAsciiBlock(data)) {
                data += blockSize;
                left -= blockSize;
            }
        }
        const qsizetype size = std::min(left, blockSize);
        for (qsizetype i = 0; i < size; ++i)
            state = next(state, data[i]);
        data += size;
        left -= size;
    }
    return state;
}

/// How many octets at the end of a text are of a character that does not end there. But for its last octet,
/// the text is known to be possible.
qsizetype unfinishedOctets(QByteArrayView text)
{
    const auto fromEnd = [text](qsizetype place) { return quint8(text[text.size() - place]); };
    if (fromEnd(1) < 0x80)
        return 0;
    return fromEnd(1) >= 0xC0 ? 1 : fromEnd(2) >= 0xE0 ? 2 : fromEnd(3) >= 0xF0 ? 3 : 0;
}

/// What this machine has; nothing until this file is initialised.
const std::span<const WideUtf8Check> wideChecks = wideUtf8Checks();

} // namespace

bool Utf8Validator::feed(QByteArrayView bytes)
{
    static_assert(Accept == State::Accept);
    quint64 state = m_state;
    while (state > State::Reject && !bytes.isEmpty()) {
        state = next(state, bytes.front());
        bytes = bytes.sliced(1);
    }
    if (state == State::Accept && bytes.size() >= leastWideSize && !wideChecks.empty()) {
        if (!wideChecks.front().isPossible(bytes)) {
            m_state = State::Reject;
            return false;
        }
        bytes = bytes.last(unfinishedOctets(bytes));
    }
    m_state = quint32(stateAfter(state, bytes));
    return m_state != State::Reject;
}

bool Utf8Validator::feedNarrow(QByteArrayView bytes)
{
    m_state = quint32(stateAfter(m_state, bytes));
    return m_state != State::Reject;
}

bool isValidUtf8(QByteArrayView bytes)
{
    Utf8Validator validator;
    return validator.feed(bytes) && validator.isComplete();
}

QString textFromUtf8(QByteArrayView utf8)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::ConvertInitialBom | Flag::Stateless);
    return decoder(utf8);
}

QByteArrayView wholeCharacters(QByteArrayView utf8)
{
    const auto continues = [](char octet) { return (quint8(octet) & 0xC0) == 0x80; };
    qsizetype lead = utf8.size() - 1;
    while (lead > 0 && utf8.size() - lead < 4 && continues(utf8.at(lead)))
        --lead;
    if (lead < 0)
        return utf8;
    const auto octet = quint8(utf8.at(lead));
    const qsizetype length = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : octet >= 0xC0 ? 2 : 1;
    return utf8.size() - lead < length ? utf8.first(lead) : utf8;
}

} // namespace confab
