#include "core/wire/closepayload.h"
#include "core/wire/frameencoder.h"
#include "tests/core/wire/splits.h"

#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

class TestClosePayload : public QObject
{
    Q_OBJECT

private slots:
    void legal_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<CloseCode>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << ""_ba << CloseCode::NoStatusReceived << u""_s;
        QTest::newRow("1000") << hex("03 e8") << CloseCode::NormalClosure << u""_s;
        QTest::newRow("1012") << hex("03 f4") << CloseCode::ServiceRestart << u""_s;
        QTest::newRow("4999, ASCII") << hex("13 87 62 79 65") << CloseCode(4999) << u"bye"_s;
        QTest::newRow("4001, Korean") << hex("0f a1 ec 95 88 eb 85 95") << CloseCode(4001) << u"안녕"_s;
        QTest::newRow("emoji") << hex("0b b8 f0 9f 9a 80") << CloseCode(3000) << u"🚀"_s;
        QTest::newRow("BOM") << hex("03 e8 ef bb bf 78") << CloseCode::NormalClosure << u"\uFEFFx"_s;
        QTest::newRow("NUL") << hex("03 e8 61 00 62") << CloseCode::NormalClosure << u"a\0b"_s;
        QTest::newRow("123 octets") << hex("03 e8") + QByteArray(123, 'x') << CloseCode::NormalClosure
                                    << u"x"_s.repeated(123);
    }

    void legal()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const CloseCode, code);
        QFETCH(const QString, reason);
        CloseStatus status{CloseCode::GoingAway, u"stale"_s};
        QCOMPARE(parseClosePayload(octets, status), WireError::None);
        QCOMPARE(status.code, code);
        QCOMPARE(status.reason, reason);
        QCOMPARE(encodeClosePayload(status), octets);
    }

    void illegal_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<WireError>("error");
        QTest::newRow("one octet") << hex("03") << WireError::ClosePayloadOneOctet;
        QTest::newRow("0") << hex("00 00") << WireError::CloseCodeInvalid;
        QTest::newRow("1004") << hex("03 ec") << WireError::CloseCodeInvalid;
        QTest::newRow("1005") << hex("03 ed") << WireError::CloseCodeInvalid;
        QTest::newRow("1006") << hex("03 ee") << WireError::CloseCodeInvalid;
        QTest::newRow("1015") << hex("03 f7") << WireError::CloseCodeInvalid;
        QTest::newRow("5000") << hex("13 88") << WireError::CloseCodeInvalid;
        QTest::newRow("code before reason") << hex("13 88 ff") << WireError::CloseCodeInvalid;
        QTest::newRow("reason FF") << hex("03 e8 ff") << WireError::CloseReasonNotUtf8;
        QTest::newRow("reason cut in a character") << hex("03 e8 ea b0") << WireError::CloseReasonNotUtf8;
        QTest::newRow("reason with a surrogate") << hex("03 e8 ed a0 80") << WireError::CloseReasonNotUtf8;
    }

    void illegal()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const WireError, error);
        const CloseStatus before{CloseCode::GoingAway, u"kept"_s};
        CloseStatus status = before;
        QCOMPARE(parseClosePayload(octets, status), error);
        QVERIFY(status == before);
    }

    void everyCode()
    {
        for (quint32 code = 0; code <= 0xFFFF; ++code) {
            CloseStatus status;
            const WireError error = parseClosePayload(octetsOf({code >> 8, code}), status);
            QCOMPARE(error == WireError::None, mayAppearOnWire(CloseCode(code)));
        }
    }
};

QTEST_APPLESS_MAIN(TestClosePayload)
#include "tst_closepayload.moc"
