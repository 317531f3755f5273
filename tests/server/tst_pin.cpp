#include "server/pin.h"

#include "core/wire/httphead.h"

#include <QSet>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestPin : public QObject
{
    Q_OBJECT

private slots:
    void isFourToTwelveDigits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("four") << "0000"_ba << true;
        QTest::newRow("twelve") << "012345678901"_ba << true;
        QTest::newRow("three") << "123"_ba << false;
        QTest::newRow("thirteen") << "0123456789012"_ba << false;
        QTest::newRow("none") << ""_ba << false;
        QTest::newRow("a letter") << "12a4"_ba << false;
        QTest::newRow("a blank") << "1234 "_ba << false;
        QTest::newRow("a sign") << "-1234"_ba << false;
        QTest::newRow("a zero octet") << QByteArray("12\0004", 4) << false;
        QTest::newRow("digits that are not ASCII") << QByteArray("٤٥٦٧") << false;
        QTest::newRow("beside the digits") << "123/"_ba << false;
        QTest::newRow("on their other side") << "123:"_ba << false;
    }
    void isFourToTwelveDigits()
    {
        QFETCH(const QByteArray, text);
        QTEST(isPin(text), "expected");
    }

    void makesOnesThatNobodyGuesses()
    {
        QSet<QByteArray> made;
        QSet<char> digits;
        for (int i = 0; i < 200; ++i) {
            const QByteArray pin = makePin();
            QVERIFY(isPin(pin));
            QCOMPARE(pin.size(), PinLength::made);
            made.insert(pin);
            for (const char digit : pin)
                digits.insert(digit);
        }
        QVERIFY(made.size() > 190);
        QCOMPARE(digits.size(), 10);
    }

    void findsItInTheQuery_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("pin");
        QTest::newRow("alone") << "/?pin=1234"_ba
                               << "1234"_ba;
        QTest::newRow("behind others") << "/room/a?x=1&pin=1234&y=2"_ba
                                       << "1234"_ba;
        QTest::newRow("the first of two") << "/?pin=1&pin=2"_ba
                                          << "1"_ba;
        QTest::newRow("absolute-form") << "http://h/?pin=1234"_ba
                                       << "1234"_ba;
        QTest::newRow("empty") << "/?pin="_ba
                               << ""_ba;
        QTest::newRow("none") << "/"_ba
                              << ""_ba;
        QTest::newRow("no value") << "/?pin"_ba
                                  << ""_ba;
        QTest::newRow("another name") << "/?spin=1234&pins=5"_ba
                                      << ""_ba;
        QTest::newRow("in the path") << "/pin=1234"_ba
                                     << ""_ba;
    }
    void findsItInTheQuery()
    {
        QFETCH(const QByteArray, target);
        RequestHead request;
        request.target = target;
        QTEST(pinOfQuery(request), "pin");
    }

    void isNotShown_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("alone") << "/?pin=1234"_ba
                               << "/?pin=*"_ba;
        QTest::newRow("among others") << "/a?x=1&pin=1234&y=2&pin=5"_ba
                                      << "/a?x=1&pin=*&y=2&pin=*"_ba;
        QTest::newRow("none") << "/a?x=1&spin=2"_ba
                              << "/a?x=1&spin=2"_ba;
        QTest::newRow("no query") << "/pin=1234"_ba
                                  << "/pin=1234"_ba;
    }
    void isNotShown()
    {
        QFETCH(const QByteArray, target);
        QTEST(withoutPin(target), "shown");
    }

    void findsItInTheField()
    {
        RequestHead request;
        request.target = "/?pin=1";
        QCOMPARE(pinOfField(request), QByteArray());
        request.headers.append("confab-pin", "1234");
        QCOMPARE(pinOfField(request), "1234"_ba);
    }
};

QTEST_APPLESS_MAIN(TestPin)
#include "tst_pin.moc"
