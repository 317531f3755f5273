#include "ui/text/hexbytes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestHexBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void fails_data();
    void fails();
    void everyOctetSurvivesBothForms();
};

void TestHexBytes::parses_data()
{
    QTest::addColumn<BytesFormat>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const BytesFormat hex = BytesFormat::Hex;
    const BytesFormat base64 = BytesFormat::Base64;
    QTest::newRow("nothing") << hex << QString() << QByteArray();
    QTest::newRow("white space alone") << hex << u" \n\t "_s << QByteArray();
    QTest::newRow("pairs") << hex << u"48 65 6c 6C 6F"_s << "Hello"_ba;
    QTest::newRow("one run") << hex << u"48656c6c6f"_s << "Hello"_ba;
    QTest::newRow("0x one run") << hex << u"0x48656c6c6f"_s << "Hello"_ba;
    QTest::newRow("0x each") << hex << u"0x48, 0x65,0X6C"_s << "Hel"_ba;
    QTest::newRow("0x each, no separator") << hex << u"0x480x65"_s << "He"_ba;
    QTest::newRow("backslash x") << hex << u"\\x48\\x65"_s << "He"_ba;
    QTest::newRow("colons") << hex << u"00:ff:7F"_s << QByteArray("\x00\xff\x7f", 3);
    QTest::newRow("lines") << hex << u"48\n65\r\n6c"_s << "Hel"_ba;
    QTest::newRow("base64 nothing") << base64 << QString() << QByteArray();
    QTest::newRow("base64 padded") << base64 << u"SGVsbG8="_s << "Hello"_ba;
    QTest::newRow("base64 two paddings") << base64 << u"SGVsbA=="_s << "Hell"_ba;
    QTest::newRow("base64 unpadded") << base64 << u"SGVsbG8"_s << "Hello"_ba;
    QTest::newRow("base64 folded") << base64 << u"SGVs\n bG8="_s << "Hello"_ba;
    QTest::newRow("base64 +/") << base64 << u"+/8="_s << "\xfb\xff"_ba;
    QTest::newRow("base64url") << base64 << u"-_8"_s << "\xfb\xff"_ba;
}

void TestHexBytes::parses()
{
    QFETCH(BytesFormat, format);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    const ParsedBytes parsed = parseBytes(text, format);
    QCOMPARE(parsed.error, BytesError::None);
    QCOMPARE(parsed.bytes, bytes);
}

void TestHexBytes::fails_data()
{
    QTest::addColumn<BytesFormat>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<BytesError>("error");
    QTest::addColumn<qsizetype>("position");
    const BytesFormat hex = BytesFormat::Hex;
    const BytesFormat base64 = BytesFormat::Base64;
    QTest::newRow("not hex, first") << hex << u"g8"_s << BytesError::NotHexDigit << qsizetype(0);
    QTest::newRow("not hex, second") << hex << u"48 6g"_s << BytesError::NotHexDigit << qsizetype(4);
    QTest::newRow("not hex, fullwidth digit")
        << hex << u"4\uff18"_s << BytesError::NotHexDigit << qsizetype(1);
    QTest::newRow("half at the end") << hex << u"48 6"_s << BytesError::HalfOctet << qsizetype(3);
    QTest::newRow("half in the middle") << hex << u"486 65"_s << BytesError::HalfOctet << qsizetype(2);
    QTest::newRow("0x alone") << hex << u"0x"_s << BytesError::NotHexDigit << qsizetype(1);
    QTest::newRow("0x then space") << hex << u"0x 48"_s << BytesError::NotHexDigit << qsizetype(2);
    QTest::newRow("0x of one digit") << hex << u"0xA"_s << BytesError::HalfOctet << qsizetype(2);
    QTest::newRow("base64 other character")
        << base64 << u"SG!s"_s << BytesError::NotBase64Digit << qsizetype(2);
    QTest::newRow("base64 padding inside")
        << base64 << u"SG==bG8="_s << BytesError::PaddingInside << qsizetype(2);
    QTest::newRow("base64 one digit") << base64 << u"SGVsb"_s << BytesError::Base64Incomplete << qsizetype(4);
    QTest::newRow("base64 too little padding")
        << base64 << u"SGVsbA="_s << BytesError::Base64Incomplete << qsizetype(6);
    QTest::newRow("base64 padding alone") << base64 << u"="_s << BytesError::Base64Incomplete << qsizetype(0);
}

void TestHexBytes::fails()
{
    QFETCH(BytesFormat, format);
    QFETCH(QString, text);
    QFETCH(BytesError, error);
    QFETCH(qsizetype, position);
    const ParsedBytes parsed = parseBytes(text, format);
    QCOMPARE(parsed.error, error);
    QCOMPARE(parsed.position, position);
    QVERIFY(parsed.bytes.isEmpty());
}

void TestHexBytes::everyOctetSurvivesBothForms()
{
    QByteArray all;
    for (int octet = 0; octet < 256; ++octet)
        all.append(char(octet));
    QCOMPARE(parseBytes(QString::fromLatin1(all.toHex(' ')), BytesFormat::Hex).bytes, all);
    QCOMPARE(parseBytes(QString::fromLatin1(all.toBase64()), BytesFormat::Base64).bytes, all);
}

QTEST_APPLESS_MAIN(TestHexBytes)
#include "tst_hexbytes.moc"
