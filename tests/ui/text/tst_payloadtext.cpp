#include "ui/text/payloadtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestPayloadText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneLineOfText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("maxLength");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, qsizetype maxLength,
                            const QString &expected) {
            QTest::newRow(name) << text << maxLength << expected;
        };
        row("empty", {}, 5, {});
        row("short", u"hello"_s, 5, u"hello"_s);
        row("cut", u"hello!"_s, 5, u"hell…"_s);
        row("no room", u"hello"_s, 1, u"…"_s);
        row("Korean", u"안녕하세요"_s, 3, u"안녕…"_s);
        row("control characters", QString(u"\0\t\n\r\x1b\x7f"_s), 30, u"‹NUL›⇥↵‹CR›‹ESC›‹DEL›"_s);
        row("control characters by number", QString(u"\x01\x08\x0b\x0e\x10\x17\x1e\x1f"_s), 50,
            u"‹SOH›‹BS›‹VT›‹SO›‹DLE›‹ETB›‹RS›‹US›"_s);
        row("a name is not split", u"a\x1b\x1b"_s, 8, u"a‹ESC›…"_s);
        row("C1 control character", u"a\u0085"_s, 20, u"a‹U+0085›"_s);
        row("direction of writing", u"\u202Eabc"_s, 20, u"‹U+202E›abc"_s);
        row("line and paragraph separators", u"\u2028\u2029"_s, 20, u"‹U+2028›‹U+2029›"_s);
        row("byte order mark", u"\uFEFFa"_s, 20, u"‹U+FEFF›a"_s);
        row("joiners stay", u"👨\u200D👩"_s, 20, u"👨\u200D👩"_s);
        row("emoji fits", u"ab😀"_s, 4, u"ab😀"_s);
        row("emoji is not split", u"ab😀c"_s, 4, u"ab…"_s);
        row("lone surrogate", QString(QChar(0xD83D)), 4, QString(QChar(0xD83D)));
        row("Hangul filler", u"\u3164"_s, 20, u"‹U+3164›"_s);
        row("beyond the first plane", QString::fromUcs4(U"a\U000E0001", 2), 20, u"a‹U+E0001›"_s);
        row("noncharacters", u"\uFDD0\uFDEF\uFFFE\uFFFF"_s, 40, u"‹U+FDD0›‹U+FDEF›‹U+FFFE›‹U+FFFF›"_s);
        row("noncharacters beyond the first plane", QString::fromUcs4(U"\U0001FFFE\U0010FFFF", 2), 40,
            u"‹U+1FFFE›‹U+10FFFF›"_s);
        row("a symbol is not split", u"\u202E!"_s, 8, u"…"_s);
    }

    void makesOneLineOfText()
    {
        QFETCH(const QString, text);
        QFETCH(const qsizetype, maxLength);
        const QString line = oneLine(text, maxLength);
        QTEST(line, "expected");
        QVERIFY(line.size() <= maxLength);
    }

    void showsThatTextGoesOn()
    {
        QCOMPARE(oneLine(u"abc", 10, true), u"abc…"_s);
        QCOMPARE(oneLine(u"abc", 3, true), u"ab…"_s);
        QCOMPARE(oneLine(u"", 3, true), u"…"_s);
    }

    void namesControlCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("nothing to name") << u"안녕 😀"_s << u"안녕 😀"_s;
        QTest::newRow("by name") << QString(u"\0\x1b[1m\x7f"_s) << u"‹NUL›‹ESC›[1m‹DEL›"_s;
        QTest::newRow("by number") << u"a\u0080\u0085\u009f\u00a0"_s << u"a‹U+0080›‹U+0085›‹U+009F›\u00a0"_s;
        QTest::newRow("noncharacters") << u"\uFDCF\uFDD0\uFDEF\uFDF0\uFFFD\uFFFE\uFFFF"_s
                                       << u"\uFDCF‹U+FDD0›‹U+FDEF›\uFDF0\uFFFD‹U+FFFE›‹U+FFFF›"_s;
        QTest::newRow("noncharacters beyond the first plane")
            << QString::fromUcs4(U"\U0001FFFE😀\U0010FFFF", 3) << u"‹U+1FFFE›😀‹U+10FFFF›"_s;
        QTest::newRow("tabs and line ends stay") << u"a\tb\nc"_s << u"a\tb\nc"_s;
        QTest::newRow("line ends of other systems") << u"a\r\nb\rc\r\r\n"_s << u"a\nb\nc\n\n"_s;
        QTest::newRow("writing from right to left") << u"\u200F\u202Aאב\u202C"_s << u"\u200F\u202Aאב\u202C"_s;
    }

    void namesControlCharacters()
    {
        QFETCH(const QString, text);
        QTEST(withNamedControls(text).text, "expected");
        QCOMPARE(withNamedControls(text).leftOut, 0);
    }

    void cutsTextOnSeveralLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<qsizetype>("leftOut");
        const auto row = [](const char *name, const QString &text, const QString &expected,
                            qsizetype leftOut) { QTest::newRow(name) << text << expected << leftOut; };
        row("fits", u"abcdef"_s, u"abcdef"_s, 0);
        row("one too many", u"abcdefg"_s, u"abcdef"_s, 1);
        row("a name is not split", u"ab\x1b!"_s, u"ab"_s, 2);
        row("an emoji is not split", u"abcde😀"_s, u"abcde"_s, 1);
        row("an emoji counts once", u"abcdef😀😀"_s, u"abcdef"_s, 2);
        row("line ends count as one", u"abc\r\nde"_s, u"abc\nde"_s, 0);
    }

    void cutsTextOnSeveralLines()
    {
        QFETCH(const QString, text);
        const ShownText shown = withNamedControls(text, 6);
        QTEST(shown.text, "expected");
        QTEST(shown.leftOut, "leftOut");
    }

    void makesOneLineOfUtf8_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        QTest::addColumn<quint64>("wholeSize");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QByteArray() << quint64(0) << QString();
        QTest::newRow("whole") << "a안"_ba << quint64(4) << u"a안"_s;
        QTest::newRow("goes on") << "a안"_ba << quint64(5) << u"a안…"_s;
        QTest::newRow("cut inside two octets") << "aé"_ba.chopped(1) << quint64(9) << u"a…"_s;
        QTest::newRow("cut after one of three octets") << "a안"_ba.chopped(2) << quint64(9) << u"a…"_s;
        QTest::newRow("cut after two of three octets") << "a안"_ba.chopped(1) << quint64(9) << u"a…"_s;
        QTest::newRow("cut after three of four octets") << "a😀"_ba.chopped(1) << quint64(9) << u"a…"_s;
        QTest::newRow("nothing but a cut character") << "안"_ba.chopped(1) << quint64(9) << u"…"_s;
        QTest::newRow("nothing kept") << QByteArray() << quint64(9) << u"…"_s;
        QTest::newRow("byte order mark") << "\uFEFFa"_ba << quint64(4) << u"‹U+FEFF›a"_s;
        QTest::newRow("not UTF-8") << "a\xFF"_ba << quint64(2) << u"a\uFFFD"_s;
        QTest::newRow("continuations alone")
            << "\x80\x80\x80\x80\x80"_ba << quint64(9) << u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD…"_s;
    }

    void makesOneLineOfUtf8()
    {
        QFETCH(const QByteArray, utf8);
        QFETCH(const quint64, wholeSize);
        QTEST(oneLine(utf8, 20, wholeSize), "expected");
    }

    void cutsLongUtf8()
    {
        QCOMPARE(oneLine(QByteArray("안").repeated(10'000), 5, 30'000), u"안안안안…"_s);
        QCOMPARE(oneLine(QByteArray("😀").repeated(10'000), 5, 40'000), u"😀😀…"_s);
        QCOMPARE(oneLine(QByteArray(10'000, 'x'), 5, 10'000), u"xxxx…"_s);
    }

    void writesHex_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<quint64>("wholeSize");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QByteArray() << quint64(0) << QString();
        QTest::newRow("one") << "H"_ba << quint64(1) << u"48"_s;
        QTest::newRow("as many as fit") << "\x00\xff\x7f"_ba << quint64(3) << u"00 ff 7f"_s;
        QTest::newRow("one more") << "abcd"_ba << quint64(4) << u"61 62 63 …"_s;
        QTest::newRow("more elsewhere") << "ab"_ba << quint64(9) << u"61 62 …"_s;
        QTest::newRow("all elsewhere") << QByteArray() << quint64(9) << u"…"_s;
    }

    void writesHex()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const quint64, wholeSize);
        QTEST(hexLine(octets, 3, wholeSize), "expected");
    }
};

QTEST_GUILESS_MAIN(TestPayloadText)
#include "tst_payloadtext.moc"
