#include "ui/text/hexdump.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestHexDump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dumps_data();
    void dumps();
    void readsItsOwnBack();
    void readsOthers_data();
    void readsOthers();
    void takesNothingElseForADump_data();
    void takesNothingElseForADump();
};

void TestHexDump::dumps_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("octetsPerLine");
    QTest::addColumn<QString>("dump");
    QTest::newRow("nothing") << QByteArray() << 8 << QString();
    QTest::newRow("one line of 8") << "Hello\x00\x7f\xff"_ba << 8
                                   << u"000000  48 65 6c 6c 6f 00 7f ff  Hello..."_s;
    QTest::newRow("short line is padded") << "Hi"_ba << 4 << u"000000  48 69        Hi"_s;
    QTest::newRow("second line has its offset")
        << "abcdef"_ba << 4 << u"000000  61 62 63 64  abcd\n000004  65 66        ef"_s;
    QTest::newRow("gap after eight of 16")
        << "0123456789abcdef"_ba << 16
        << u"000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef"_s;
}

void TestHexDump::dumps()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, octetsPerLine);
    QTEST(hexDump(bytes, octetsPerLine), "dump");
}

void TestHexDump::readsItsOwnBack()
{
    QByteArray all;
    for (int octet = 0; octet < 256; ++octet)
        all.append(char(octet));
    for (const int octetsPerLine : {8, 16}) {
        for (qsizetype size = 1; size <= all.size(); ++size)
            QCOMPARE(dumpedBytes(hexDump(all.first(size), octetsPerLine)), std::optional(all.first(size)));
    }
    QCOMPARE(dumpedBytes(hexDump("  |a|  b  ") + u'\n'), std::optional("  |a|  b  "_ba));
}

void TestHexDump::readsOthers_data()
{
    QTest::addColumn<QString>("dump");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("xxd") << u"00000000: 4865 6c6c 6f2c 2077 6f72 6c64 210a 00ff  Hello, world!...\n"
                            "00000010: 31                                       1\n"_s
                         << "Hello, world!\n\x00\xff\x31"_ba;
    QTest::newRow("hexdump -C")
        << u"00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 ff  |Hello, world!...|\n"
           "00000010  31                                                |1|\n00000011\n"_s
        << "Hello, world!\n\x00\xff\x31"_ba;
}

void TestHexDump::readsOthers()
{
    QFETCH(const QString, dump);
    QFETCH(const QByteArray, bytes);
    QCOMPARE(dumpedBytes(dump), std::optional(bytes));
}

void TestHexDump::takesNothingElseForADump_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an offset alone") << u"000000"_s;
    QTest::newRow("octets") << u"000000 61 62 63"_s;
    QTest::newRow("octets with a gap") << u"000000  61 62 63"_s;
    QTest::newRow("octets that look like it") << u"000000  ab  ab"_s; // 0xab is no letter
    QTest::newRow("another text on the right") << u"000000  61 62 63  abd"_s;
    QTest::newRow("another offset") << u"000001  61 62 63  abc"_s;
    QTest::newRow("a gap in the offsets") << u"000000  61 62  ab\n000003  63  c"_s;
    QTest::newRow("no offset") << u"61 62 63  abc"_s;
    QTest::newRow("too long an offset") << u"00000000000000000000000000061  61  a"_s;
}

void TestHexDump::takesNothingElseForADump()
{
    QFETCH(const QString, text);
    QVERIFY(!dumpedBytes(text));
}

QTEST_APPLESS_MAIN(TestHexDump)
#include "tst_hexdump.moc"
