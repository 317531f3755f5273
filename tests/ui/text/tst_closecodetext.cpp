#include "tests/ui/text/language.h"
#include "ui/text/closecodetext.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

class TestCloseCodeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        QTest::newRow("below all") << 999 << u"Not a close code"_s << u"종료 코드가 아님"_s;
        QTest::newRow("1000") << 1000 << u"Normal closure"_s << u"정상 종료"_s;
        QTest::newRow("1001") << 1001 << u"Going away"_s << u"떠남"_s;
        QTest::newRow("1002") << 1002 << u"Protocol error"_s << u"프로토콜 오류"_s;
        QTest::newRow("1003") << 1003 << u"Unsupported data"_s << u"지원하지 않는 데이터"_s;
        QTest::newRow("1004") << 1004 << u"Reserved"_s << u"예약됨"_s;
        QTest::newRow("1005") << 1005 << u"No code given"_s << u"코드 없음"_s;
        QTest::newRow("1006") << 1006 << u"Connection lost"_s << u"연결 끊김"_s;
        QTest::newRow("1007") << 1007 << u"Invalid data"_s << u"잘못된 데이터"_s;
        QTest::newRow("1008") << 1008 << u"Policy violation"_s << u"정책 위반"_s;
        QTest::newRow("1009") << 1009 << u"Message too big"_s << u"너무 큰 메시지"_s;
        QTest::newRow("1010") << 1010 << u"Extension missing"_s << u"확장 없음"_s;
        QTest::newRow("1011") << 1011 << u"Internal error"_s << u"내부 오류"_s;
        QTest::newRow("1012") << 1012 << u"Service restart"_s << u"서비스 다시 시작"_s;
        QTest::newRow("1013") << 1013 << u"Try again later"_s << u"나중에 다시 시도"_s;
        QTest::newRow("1014") << 1014 << u"Bad gateway"_s << u"잘못된 게이트웨이"_s;
        QTest::newRow("1015") << 1015 << u"TLS handshake failed"_s << u"TLS 핸드셰이크 실패"_s;
        QTest::newRow("1016") << 1016 << u"Reserved for the protocol"_s << u"프로토콜용으로 예약됨"_s;
        QTest::newRow("2999") << 2999 << u"Reserved for the protocol"_s << u"프로토콜용으로 예약됨"_s;
        QTest::newRow("3000") << 3000 << u"Unauthorized"_s << u"인증 필요"_s;
        QTest::newRow("3003") << 3003 << u"Forbidden"_s << u"허용되지 않음"_s;
        QTest::newRow("3008") << 3008 << u"Timeout"_s << u"시간 초과"_s;
        QTest::newRow("3999") << 3999 << u"Library or framework code"_s << u"라이브러리·프레임워크 코드"_s;
        QTest::newRow("4000") << 4000 << u"Application code"_s << u"응용 프로그램 코드"_s;
        QTest::newRow("4999") << 4999 << u"Application code"_s << u"응용 프로그램 코드"_s;
        QTest::newRow("above all") << 5000 << u"Not a close code"_s << u"종료 코드가 아님"_s;
    }

    void namesEveryCode()
    {
        QFETCH(const int, code);
        {
            const Language language(u"en"_s);
            QTEST(closeCodeText(CloseCode(code)), "english");
            QVERIFY(isEnglish(closeCodeExplanation(CloseCode(code))));
        }
        const Language language(u"ko"_s);
        QTEST(closeCodeText(CloseCode(code)), "korean");
        QVERIFY(isKorean(closeCodeExplanation(CloseCode(code))));
    }

    /// A code of the standard has words of its own, not those of its range.
    void explainsEachCodeOfTheStandardApart()
    {
        std::set<QString> explanations;
        for (int code = 1000; code <= 1015; ++code)
            explanations.insert(closeCodeExplanation(CloseCode(code)));
        QCOMPARE(explanations.size(), std::size_t(16));
    }

    void writesAStatusInOneLine_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("expected");
        QTest::newRow("without reason") << 1005 << QString() << u"1005 · No code given"_s;
        QTest::newRow("with reason") << 4001 << u"그만"_s << u"4001 · Application code · “그만”"_s;
        QTest::newRow("reason of two lines") << 1000 << u"a\nb"_s << u"1000 · Normal closure · “a↵b”"_s;
    }

    void writesAStatusInOneLine()
    {
        QFETCH(const int, code);
        QFETCH(const QString, reason);
        QTEST(closeStatusText({CloseCode(code), reason}), "expected");
    }
};

QTEST_GUILESS_MAIN(TestCloseCodeText)
#include "tst_closecodetext.moc"
