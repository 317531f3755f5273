#include "core/wire/utf8wide.h"
#include "tests/core/wire/utf8reference.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

using namespace confab;
using namespace confab::test;

namespace {

/// A check may miss an octet that never is in UTF-8 in the last place, and there alone.
bool mayBeMissed(QByteArrayView text, qsizetype impossible)
{
    const auto octet = quint8(text.back());
    return impossible == text.size() - 1 && (octet == 0xC0 || octet == 0xC1 || octet >= 0xF5);
}

bool agrees(const WideUtf8Check &check, QByteArrayView text)
{
    const qsizetype impossible = firstImpossible(text);
    return mayBeMissed(text, impossible) || check.isPossible(text) == (impossible == text.size());
}

/// Where every place in a step of 32 octets, in the two that a turn of the loop takes, and in the last one
/// comes up.
constexpr qsizetype severalSteps = 3 * 64 + 3;

} // namespace

/// Each check that this machine has, not only the one that is used.
class TestUtf8Wide : public QObject
{
    Q_OBJECT

private:
    static WideUtf8Check fetchCheck()
    {
        QFETCH_GLOBAL(const int, check);
        return wideUtf8Checks()[std::size_t(check)];
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("check");
        const auto checks = wideUtf8Checks();
        for (std::size_t i = 0; i < checks.size(); ++i)
            QTest::newRow(checks[i].instructions) << int(i);
        // Nothing that the processor has is passed over, as far as Linux tells.
        QFile processors(QStringLiteral("/proc/cpuinfo"));
        if (processors.open(QFile::ReadOnly)) {
            const QByteArrayList words = processors.readAll().simplified().split(' ');
            for (const char *instructions : {"AVX2", "SSSE3"}) {
                const bool isThere =
                    std::any_of(checks.begin(), checks.end(), [=](const WideUtf8Check &check) {
                        return std::strcmp(check.instructions, instructions) == 0;
                    });
                QCOMPARE(isThere, words.contains(QByteArray(instructions).toLower()));
            }
        }
        if (checks.empty())
            QSKIP("There are no wide steps for this machine.");
    }

    void everySize()
    {
        const WideUtf8Check check = fetchCheck();
        for (const QByteArray &text : textsOfSize(300)) {
            for (qsizetype size = leastWideSize; size <= text.size(); ++size) {
                // In memory of just this size, so that a sanitizer sees what is read beyond.
                const std::vector<char> octets(text.begin(), text.begin() + size);
                QVERIFY(check.isPossible(QByteArrayView(octets.data(), size)));
            }
        }
    }

    void everyCharacterAtEveryPlace()
    {
        const WideUtf8Check check = fetchCheck();
        const QByteArray all = everyCharacter();
        QCOMPARE(all.size(), 128 + 2 * 1920 + 3 * 61440 + 4 * 1048576);
        for (qsizetype ahead = 0; ahead < 64; ++ahead)
            QVERIFY(check.isPossible(QByteArray(ahead, 'a') + all));
        // The last character too is one of the text, so that nothing is due behind it.
        for (qsizetype missing = 1; missing <= 3; ++missing)
            QVERIFY(!check.isPossible(all.chopped(missing) + QByteArray(40, 'a')));
    }

    void everyForbiddenForm()
    {
        const WideUtf8Check check = fetchCheck();
        QByteArray text(severalSteps, 'a');
        qsizetype place = 0;
        const auto isRefused = [&](std::initializer_list<quint32> octets) {
            place = (place + 1) % (text.size() - 4);
            const QByteArray form = octetsOf(octets);
            std::memcpy(text.data() + place, form.data(), std::size_t(form.size()));
            const bool refused = !check.isPossible(text);
            std::memset(text.data() + place, 'a', std::size_t(form.size()));
            return refused && check.isPossible(text);
        };
        const auto tail = [](quint32 code, int shift) { return 0x80 | ((code >> shift) & 0x3F); };
        for (quint32 code = 0xD800; code <= 0xDFFF; ++code)
            QVERIFY(isRefused({0xE0 | (code >> 12), tail(code, 6), tail(code, 0)}));
        for (quint32 code = 0; code < 0x80; ++code)
            QVERIFY(isRefused({0xC0 | (code >> 6), tail(code, 0)}));
        for (quint32 code = 0; code < 0x800; ++code)
            QVERIFY(isRefused({0xE0, tail(code, 6), tail(code, 0)}));
        for (quint32 code = 0; code < 0x10000; ++code)
            QVERIFY(isRefused({0xF0, tail(code, 12), tail(code, 6), tail(code, 0)}));
        for (quint32 code = 0x110000; code < 0x200000; code += 7)
            QVERIFY(isRefused({0xF0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0)}));
    }

    void everyOctetSpoilt()
    {
        const WideUtf8Check check = fetchCheck();
        for (const QByteArray &text : textsOfSize(severalSteps)) {
            QByteArray spoilt = text;
            for (qsizetype place = 0; place < text.size(); ++place) {
                for (int octet = 0; octet < 256; ++octet) {
                    spoilt[place] = char(octet);
                    if (!agrees(check, spoilt))
                        QFAIL(spoilt.toHex().constData());
                }
                spoilt[place] = text[place];
            }
        }
    }

    void boundarySequences_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("in ASCII") << QByteArray("aaa");
        QTest::newRow("in Korean") << QByteArray("한");
    }

    void boundarySequences()
    {
        const WideUtf8Check check = fetchCheck();
        QFETCH(const QByteArray, unit);
        QCOMPARE(unit.size(), 3);
        const QByteArray around = unit.repeated(37);
        // At the beginning, over the borders of 16, 32, 64 and 96 octets, and over that of the last step.
        for (const qsizetype place : {0, 15, 30, 33, 63, 93, 111 - 33, 111 - 18, 111 - 3}) {
            QByteArray text = around;
            for (const quint8 first : boundaryOctets) {
                for (const quint8 second : boundaryOctets) {
                    for (const quint8 third : boundaryOctets) {
                        // With what comes behind, these are the sequences of two and three too.
                        text.replace(place, 3, octetsOf({first, second, third}));
                        QVERIFY(agrees(check, QByteArrayView(text)));
                        if (place + 4 > text.size())
                            continue;
                        // What is ahead is known to be possible, and this is asked a third of a million
                        // times.
                        const char kept = text[place + 3];
                        for (const quint8 fourth : boundaryOctets) {
                            text[place + 3] = char(fourth);
                            const bool possible =
                                firstImpossible(QByteArrayView(text).sliced(place)) == text.size() - place;
                            if (check.isPossible(text) != possible)
                                QFAIL(text.sliced(place, 4).toHex().constData());
                        }
                        text[place + 3] = kept;
                    }
                }
            }
        }
    }

    void randomTexts()
    {
        const WideUtf8Check check = fetchCheck();
        std::mt19937 random(3629);
        const auto below = [&random](quint32 bound) { return quint32(random() % bound); };
        const QList<QByteArray> texts = textsOfSize(400);
        int possible = 0;
        constexpr int rounds = 100'000;
        for (int round = 0; round < rounds; ++round) {
            QByteArray text;
            const quint32 wanted = quint32(leastWideSize) + below(200);
            while (quint32(text.size()) < wanted) {
                if (below(3) == 0) {
                    const char32_t codePoint = below(0x110000) >> below(20);
                    text += isSurrogate(codePoint) ? QByteArray("-") : encoded(codePoint);
                } else {
                    const QByteArray &from = texts[qsizetype(below(quint32(texts.size())))];
                    text += from.first(qsizetype(below(40)));
                    while (!text.isEmpty() && firstImpossible(text + 'a') != text.size() + 1)
                        text.chop(1);
                }
            }
            for (quint32 faults = below(3); faults > 0; --faults) {
                const auto place = qsizetype(below(quint32(text.size())));
                if (below(2) == 0)
                    text[place] = char(boundaryOctets[below(std::size(boundaryOctets))]);
                else if (text.size() > leastWideSize)
                    text.remove(place, 1);
            }
            possible += check.isPossible(text) ? 1 : 0;
            if (!agrees(check, text))
                QFAIL(text.toHex().constData());
        }
        QVERIFY(possible > rounds / 5 && possible < rounds * 4 / 5); // both kinds came up
    }
};

QTEST_APPLESS_MAIN(TestUtf8Wide)
#include "tst_utf8wide.moc"
