#include "ui/views/byteserrortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestBytesErrorText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachErrorHasWords_data();
    void eachErrorHasWords();
    void noneHasNone();
};

void TestBytesErrorText::eachErrorHasWords_data()
{
    QTest::addColumn<BytesFormat>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("mentions");
    QTest::newRow("NotHexDigit") << BytesFormat::Hex << u"48 6g"_s << QStringList{u"“g”"_s, u"5"_s};
    QTest::newRow("HalfOctet") << BytesFormat::Hex << u"48 6"_s << QStringList{u"4"_s, u"06"_s};
    QTest::newRow("NotBase64Digit") << BytesFormat::Base64 << u"SG!s"_s << QStringList{u"“!”"_s, u"3"_s};
    QTest::newRow("PaddingInside") << BytesFormat::Base64 << u"SG==bG8="_s << QStringList{u"3"_s};
    QTest::newRow("Base64Incomplete") << BytesFormat::Base64 << u"SGVsb"_s << QStringList{u"base64"_s};
}

void TestBytesErrorText::eachErrorHasWords()
{
    QFETCH(BytesFormat, format);
    QFETCH(QString, text);
    QFETCH(QStringList, mentions);
    const QString sentence = bytesErrorText(parseBytes(text, format), text);
    for (const QString &mention : mentions)
        QVERIFY2(sentence.contains(mention), qPrintable(sentence));
}

void TestBytesErrorText::noneHasNone()
{
    QCOMPARE(bytesErrorText({}, {}), QString());
}

QTEST_APPLESS_MAIN(TestBytesErrorText)
#include "tst_byteserrortext.moc"
