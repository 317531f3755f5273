#include "core/wire/utf8.h"
#include "tests/core/wire/splits.h"
#include "tests/core/wire/utf8reference.h"

#include <QStringDecoder>
#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

/// How many octets are taken before one is impossible; all of them if none is.
qsizetype possibleOctets(const QByteArray &octets)
{
    Utf8Validator validator;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        if (!validator.feed(QByteArrayView(octets).sliced(i, 1)))
            return i;
    }
    return octets.size();
}

} // namespace

class TestUtf8 : public QObject
{
    Q_OBJECT

private slots:
    void rows_data()
    {
        // possible: the octets before the first impossible one; all of them in a text that is only
        // unfinished.
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("possible");
        QTest::addColumn<bool>("valid");
        const auto valid = [](const char *name, const char *octets) {
            QTest::newRow(name) << hex(octets) << int(hex(octets).size()) << true;
        };
        const auto unfinished = [](const char *name, const char *octets) {
            QTest::newRow(name) << hex(octets) << int(hex(octets).size()) << false;
        };
        const auto impossible = [](const char *name, const char *octets, int possible) {
            QTest::newRow(name) << hex(octets) << possible << false;
        };
        valid("empty", "");
        valid("kosme", "ce ba e1 bd b9 cf 83 ce bc ce b5");
        valid("Korean", "ec 95 88 eb 85 95");
        valid("NUL", "00");
        valid("byte order mark", "ef bb bf");
        valid("two byte order marks", "ef bb bf ef bb bf");
        valid("U+007F", "7f");
        valid("U+0080", "c2 80");
        valid("U+07FF", "df bf");
        valid("U+0800", "e0 a0 80");
        valid("U+D7FF", "ed 9f bf");
        valid("U+E000", "ee 80 80");
        valid("U+FFFD", "ef bf bd");
        valid("U+FFFE", "ef bf be");
        valid("U+FFFF", "ef bf bf");
        valid("U+10000", "f0 90 80 80");
        valid("U+10FFFF", "f4 8f bf bf");
        valid("emoji", "f0 9f 9a 80");
        unfinished("1 of 2", "c2");
        unfinished("1 of 3", "e1");
        unfinished("2 of 3", "e1 80");
        unfinished("1 of 4", "f1");
        unfinished("2 of 4", "f1 80");
        unfinished("3 of 4", "f1 80 80");
        unfinished("after text", "61 62 63 f4 8f bf");
        impossible("lone 80", "80", 0);
        impossible("lone BF", "61 bf", 1);
        impossible("continuation after a character", "c2 80 80", 2);
        impossible("2 octets, ASCII second", "c2 20", 1);
        impossible("3 octets, ASCII third", "e1 80 20", 2);
        impossible("4 octets, ASCII fourth", "f1 80 80 20", 3);
        impossible("a first octet for a second", "c2 c2", 1);
        impossible("C0", "c0 80", 0);
        impossible("C1", "c1 bf", 0);
        impossible("overlong of 3", "e0 80 80", 1);
        impossible("largest overlong of 3", "e0 9f bf", 1);
        impossible("overlong of 4", "f0 80 80 80", 1);
        impossible("largest overlong of 4", "f0 8f bf bf", 1);
        impossible("U+D800", "ed a0 80", 1);
        impossible("U+DFFF", "ed bf bf", 1);
        impossible("surrogate pair", "61 ed a0 80 ed b0 80", 2);
        impossible("U+110000", "f4 90 80 80", 1);
        impossible("F5", "f5 80 80 80", 0);
        impossible("F8", "f8 88 80 80 80", 0);
        impossible("FC", "fc 84 80 80 80 80", 0);
        impossible("FE", "fe", 0);
        impossible("FF", "61 62 ff", 2);
        impossible("kosme, then a surrogate, then text", "ce ba e1 bd b9 cf 83 ce bc ce b5 ed a0 80 65 64",
                   12);
    }

    void rows()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, possible);
        QFETCH(const bool, valid);
        QCOMPARE(possibleOctets(octets), possible);
        QCOMPARE(isValidUtf8(octets), valid);
        // Behind text of every length up to past the widest step, and at every split.
        for (qsizetype ahead = 0; ahead <= 70; ++ahead) {
            const QByteArray text = QByteArray(ahead, 'a') + octets;
            QCOMPARE(possibleOctets(text), ahead + possible);
            QCOMPARE(isValidUtf8(text), valid);
            QCOMPARE(isValidUtf8(text + QByteArray(70, 'b')), valid);
        }
        // A character that was begun is not forgotten over the text of the next piece.
        Utf8Validator piecewise;
        piecewise.feed(octets);
        QCOMPARE(piecewise.feed(QByteArray(64, 'b')), valid);

        const QByteArray text = QByteArray(40, 'a') + octets + QByteArray(valid ? 40 : 0, 'b');
        const auto splits = splitsOf(text);
        for (const Pieces &pieces : splits) {
            Utf8Validator validator;
            bool fed = true;
            for (const QByteArray &piece : pieces)
                fed = validator.feed(piece) && fed;
            QCOMPARE(fed, possible == octets.size());
            QCOMPARE(fed && validator.isComplete(), valid);
        }
    }

    void everyCodePoint()
    {
        for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
            const QByteArray octets = encoded(codePoint);
            if (isValidUtf8(octets) == isSurrogate(codePoint))
                QFAIL(octets.toHex().constData());
        }
        const QByteArray all = everyCharacter();
        QVERIFY(isValidUtf8(all));
        QVERIFY(!isValidUtf8(all.chopped(1)));
        Utf8Validator narrow;
        QVERIFY(narrow.feedNarrow(all) && narrow.isComplete());
    }

    void narrowAndWide_data()
    {
        QTest::addColumn<bool (*)(Utf8Validator &, QByteArrayView)>("feed");
        using Feed = bool (*)(Utf8Validator &, QByteArrayView);
        QTest::newRow("wide") << Feed([](Utf8Validator &v, QByteArrayView bytes) { return v.feed(bytes); });
        QTest::newRow("narrow") << Feed(
            [](Utf8Validator &v, QByteArrayView bytes) { return v.feedNarrow(bytes); });
    }

    // Texts of several wide steps, whole and with a fault at each place, in two pieces cut at each place: the
    // piece that has the first impossible octet fails.
    void narrowAndWide()
    {
        using Feed = bool (*)(Utf8Validator &, QByteArrayView);
        QFETCH(const Feed, feed);
        const auto isTakenAtEachCut = [feed](const QByteArray &text) {
            const qsizetype impossible = firstImpossible(text);
            const bool complete = impossible == text.size() && firstImpossible(text + 'a') > text.size();
            for (qsizetype cut = 0; cut <= text.size(); ++cut) {
                Utf8Validator validator;
                if (feed(validator, QByteArrayView(text).first(cut)) != (impossible >= cut) ||
                    feed(validator, QByteArrayView(text).sliced(cut)) != (impossible == text.size()) ||
                    validator.isComplete() != complete)
                    return false;
            }
            return true;
        };
        for (const QByteArray &text : textsOfSize(3 * 64 + 5)) {
            QVERIFY(isTakenAtEachCut(text));
            for (qsizetype place = 0; place < text.size(); ++place) {
                QVERIFY(isTakenAtEachCut(text.first(place)));
                QByteArray spoilt = text;
                for (const char octet : {'a', '\x80', '\xBF', '\xC1', '\xC3', '\xED', '\xF4', '\xFF'}) {
                    spoilt[place] = octet;
                    if (!isTakenAtEachCut(spoilt))
                        QFAIL(spoilt.toHex().constData());
                }
            }
        }
    }

    void codePointsPastTheLast()
    {
        for (char32_t codePoint = 0x110000; codePoint <= 0x1FFFFF; codePoint += 0x0FFF)
            QVERIFY(possibleOctets(encoded(codePoint)) < 2);
    }

    void agreesWithQt()
    {
        const auto agrees = [](const QByteArray &octets) {
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = decoder(octets);
            return (!decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter)) ==
                   isValidUtf8(octets);
        };
        for (quint32 first = 0; first < 256; ++first) {
            for (quint32 second = 0; second < 256; ++second) {
                const QByteArray two = octetsOf({first, second});
                if (!agrees(two))
                    QFAIL(two.toHex().constData());
                for (const char third : {'\x7F', '\x80', '\xB0', '\xC0'}) {
                    const QByteArray three = two + third;
                    if (first >= 0xE0 && !agrees(three))
                        QFAIL(three.toHex().constData());
                }
            }
        }
    }

    void textIsAsItWasSent_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("Korean, emoji, NUL") << "안녕 😀\0"_ba << QString(u"안녕 😀\0"_s);
        QTest::newRow("byte order mark") << "\uFEFFa"_ba << u"\uFEFFa"_s;
        QTest::newRow("nothing but byte order marks") << "\uFEFF\uFEFF"_ba << u"\uFEFF\uFEFF"_s;
        QTest::newRow("byte order mark inside") << "a\uFEFFa"_ba << u"a\uFEFFa"_s;
        QTest::newRow("not valid") << "a\xFFz"_ba << u"a\uFFFDz"_s;
        QTest::newRow("ends inside a character") << "a안"_ba.chopped(1) << u"a\uFFFD\uFFFD"_s;
    }
    void textIsAsItWasSent()
    {
        QFETCH(const QByteArray, octets);
        QTEST(textFromUtf8(octets), "text");
    }

    /// Whatever the last character, and wherever it was cut.
    void cutCharacterIsLeftOut()
    {
        for (const QByteArray &character : {"a"_ba, "é"_ba, "안"_ba, "😀"_ba, "\0"_ba}) {
            for (const QByteArray &before : {""_ba, "한"_ba}) {
                const QByteArray whole = before + character;
                QCOMPARE(wholeCharacters(whole).toByteArray(), whole);
                for (qsizetype kept = 1; kept < character.size(); ++kept)
                    QCOMPARE(wholeCharacters(before + character.first(kept)).toByteArray(), before);
            }
        }
        QVERIFY(wholeCharacters({}).isEmpty());
    }

    void staysFailedUntilReset()
    {
        Utf8Validator validator;
        QVERIFY(validator.feed("fine"));
        QVERIFY(!validator.feed("\xFF"));
        QVERIFY(!validator.feed("fine"));
        QVERIFY(!validator.feed(""));
        QVERIFY(!validator.isComplete());
        validator.reset();
        QVERIFY(validator.isComplete());
        QVERIFY(validator.feed("fine"));
    }
};

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
