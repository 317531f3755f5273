#include "core/wire/closecode.h"

#include <QStringDecoder>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestCloseCode : public QObject
{
    Q_OBJECT

private slots:
    void everyCode()
    {
        // The IANA registry, and the ranges of RFC 6455 §7.4.2 for libraries (3000) and applications (4000).
        const QList<int> registered{1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014};
        for (int code = 0; code <= 0xFFFF; ++code) {
            const bool expected = registered.contains(code) || code / 1000 == 3 || code / 1000 == 4;
            QVERIFY2(mayAppearOnWire(CloseCode(code)) == expected, QByteArray::number(code).constData());
        }
    }

    void trimmedReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QByteArray>("octets");
        const QByteArray ga("\xEA\xB0\x80");
        const QByteArray rocket("\xF0\x9F\x9A\x80");
        QTest::newRow("empty") << u""_s << ""_ba;
        QTest::newRow("short") << u"bye"_s << "bye"_ba;
        QTest::newRow("123 ASCII") << u"x"_s.repeated(123) << QByteArray(123, 'x');
        QTest::newRow("124 ASCII") << u"x"_s.repeated(124) << QByteArray(123, 'x');
        QTest::newRow("Korean that fits") << u"가"_s.repeated(41) << ga.repeated(41);
        QTest::newRow("Korean, one too many") << u"가"_s.repeated(42) << ga.repeated(41);
        QTest::newRow("Korean, cut after 1 of 3") << u"xx"_s + u"가"_s.repeated(41) << "xx" + ga.repeated(40);
        QTest::newRow("Korean, cut after 2 of 3") << u"x"_s + u"가"_s.repeated(41) << "x" + ga.repeated(40);
        QTest::newRow("emoji that fits") << u"xxx"_s + u"🚀"_s.repeated(30) << "xxx" + rocket.repeated(30);
        QTest::newRow("emoji, cut after 1 of 4")
            << u"xx"_s + u"🚀"_s.repeated(31) << "xx" + rocket.repeated(30);
        QTest::newRow("emoji, cut after 2 of 4") << u"x"_s + u"🚀"_s.repeated(31) << "x" + rocket.repeated(30);
        QTest::newRow("emoji, cut after 3 of 4") << u"🚀"_s.repeated(31) << rocket.repeated(30);
        QTest::newRow("BOM and NUL") << u"\uFEFF\0x"_s << "\xEF\xBB\xBF\0x"_ba;
    }

    void trimmedReason()
    {
        QFETCH(const QString, reason);
        QFETCH(const QByteArray, octets);
        QCOMPARE(trimmedCloseReason(reason), octets);
    }

    void trimmedReasonIsAlwaysUtf8()
    {
        const QString mixed = u"aé가🚀"_s.repeated(20) + QChar(0xD800) + u"b"_s.repeated(200);
        for (qsizetype skip = 0; skip < mixed.size(); ++skip) {
            const QByteArray octets = trimmedCloseReason(QStringView(mixed).sliced(skip));
            QVERIFY(octets.size() <= maxCloseReasonSize);
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString decoded = decoder(octets);
            QVERIFY(!decoder.hasError() && !decoded.isEmpty());
        }
    }

    void anEmptyCloseHasNoStatus()
    {
        QCOMPARE(CloseStatus{}.code, CloseCode::NoStatusReceived);
        QVERIFY(CloseStatus{}.reason.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestCloseCode)
#include "tst_closecode.moc"
