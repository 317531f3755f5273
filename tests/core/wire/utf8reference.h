#pragma once

#include "tests/core/wire/splits.h"

#include <QByteArrayView>

#include <algorithm>

namespace confab::test {

/// The octets of a code point, in the shortest form: for one that UTF-8 does not have as well.
inline QByteArray encoded(char32_t codePoint)
{
    const auto tail = [codePoint](int shift) { return 0x80 | ((codePoint >> shift) & 0x3F); };
    if (codePoint < 0x80)
        return octetsOf({codePoint});
    if (codePoint < 0x800)
        return octetsOf({0xC0 | (codePoint >> 6), tail(0)});
    if (codePoint < 0x10000)
        return octetsOf({0xE0 | (codePoint >> 12), tail(6), tail(0)});
    return octetsOf({0xF0 | (codePoint >> 18), tail(12), tail(6), tail(0)});
}

inline bool isSurrogate(char32_t codePoint)
{
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
}

/// Every character of Unicode, one behind the other.
inline QByteArray everyCharacter()
{
    QByteArray all;
    for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        if (!isSurrogate(codePoint))
            all += encoded(codePoint);
    }
    return all;
}

/// Where the first octet is that cannot continue a valid text, by the grammar of RFC 3629 §4; the size of
/// text if there is none.
inline qsizetype firstImpossible(QByteArrayView text)
{
    struct Form
    {
        int firstFrom, firstTo, secondFrom, secondTo;
        qsizetype size;
    };
    static constexpr Form forms[] = {
        {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    qsizetype at = 0;
    while (at < text.size()) {
        const int first = quint8(text[at]);
        const auto *form = std::find_if(std::begin(forms), std::end(forms), [first](const Form &candidate) {
            return first >= candidate.firstFrom && first <= candidate.firstTo;
        });
        if (form == std::end(forms))
            return at;
        for (qsizetype i = 1; i < form->size && at + i < text.size(); ++i) {
            const int octet = quint8(text[at + i]);
            if (octet < (i == 1 ? form->secondFrom : 0x80) || octet > (i == 1 ? form->secondTo : 0xBF))
                return at + i;
        }
        at += form->size;
    }
    return text.size();
}

/// Texts of these languages and kinds, of this size at the most: whole characters.
inline QList<QByteArray> textsOfSize(qsizetype size)
{
    QList<QByteArray> texts;
    for (const char8_t *words :
         {u8"The quick brown fox jumps over the lazy dog. ", u8"오늘은 날씨가 참 좋아서 산책을 나갔습니다. ",
          u8"ok 그럼 3시에 봐요 :) https://example.com/room/42 링크예요 ", u8"가나다라마바사아자차카타파하",
          u8"Les élèves étaient déjà là, où ça? ", u8"Сегодня хорошая погода. ",
          u8"😀🚀🎉👍🏽❤️🔥😂",
          u8"a😀é한\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"}) {
        const QByteArray unit(reinterpret_cast<const char *>(words));
        QByteArray text = unit.repeated(size / unit.size() + 1);
        qsizetype end = size;
        while ((quint8(text[end]) & 0xC0) == 0x80)
            --end;
        texts.append(text.first(end));
    }
    return texts;
}

/// Octets at which the rules of RFC 3629 change.
inline constexpr quint8 boundaryOctets[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                            0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                                            0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

} // namespace confab::test
