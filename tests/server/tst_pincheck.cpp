#include "server/pincheck.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verdict = PinCheck::Verdict;

class TestPinCheck : public QObject
{
    Q_OBJECT

private slots:
    void withoutAPinEverybodyIsRight()
    {
        PinCheck check;
        QCOMPARE(check.check({}, m_one, m_start), Verdict::Right);
        QCOMPARE(check.check("1234", m_one, m_start), Verdict::Right);
    }

    void compares()
    {
        PinCheck check("4711");
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::Right);
        QCOMPARE(check.check({}, m_one, m_start), Verdict::Missing);
        for (const char *wrong : {"4712", "47110", "04711"})
            QCOMPARE(check.check(wrong, m_one, m_start), Verdict::Wrong);
        for (const char *none : {"471", "047 11", "x", "4711 "})
            QCOMPARE(check.check(none, m_one, m_start), Verdict::WrongAgain);
    }

    void anotherPinHoldsFromThenOn()
    {
        PinCheck check("4711");
        QCOMPARE(check.check("0815", m_one, m_start), Verdict::Wrong);
        check.setPin("0815");
        QCOMPARE(check.check("0815", m_one, m_start), Verdict::Right);
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::Wrong);
        check.setPin({});
        QCOMPARE(check.check({}, m_one, m_start), Verdict::Right);
    }

    void stopsWhoGuesses()
    {
        PinCheck check("4711");
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            QCOMPARE(check.check(guess(i), m_one, m_start + i * 1s), Verdict::Wrong);
        QCOMPARE(check.check(guess(10), m_one, m_start + 59s), Verdict::TooManyWrong);
        QCOMPARE(check.check("4711", m_one, m_start + 59s), Verdict::TooManyWrong); // or it would be told
        QCOMPARE(check.check("4711", m_other, m_start + 59s), Verdict::Right);
        QCOMPARE(check.check("4711", m_one, m_start + 60s), Verdict::Right);
        QCOMPARE(check.check(guess(11), m_one, m_start + 60s), Verdict::Wrong);
    }

    void theSameOneAgainCountsOnce()
    {
        PinCheck check("4711");
        QCOMPARE(check.check("0815", m_one, m_start), Verdict::Wrong);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(check.check("0815", m_one, m_start), Verdict::WrongAgain);
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::Right);
        for (int i = 1; i < PinCheck::maxOfAddress; ++i)
            QCOMPARE(check.check(guess(i), m_one, m_start), Verdict::Wrong);
        QCOMPARE(check.check("0815", m_one, m_start), Verdict::TooManyWrong);
        QCOMPARE(check.check(guess(PinCheck::maxOfAddress - 1), m_one, m_start), Verdict::WrongAgain);
    }

    void thisComputerIsOneAddress()
    {
        PinCheck check("4711");
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            QCOMPARE(check.check(guess(i), QHostAddress(u"127.0.1.%1"_s.arg(i)), m_start), Verdict::Wrong);
        QCOMPARE(check.check("4711", QHostAddress(u"127.0.0.1"_s), m_start), Verdict::TooManyWrong);
        QCOMPARE(check.check("4711", QHostAddress(u"::1"_s), m_start), Verdict::TooManyWrong);
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::Right);
    }

    /// A PIN that was wrong and repeated is not told to be right once nothing more is looked at.
    void aPinThatBecomesRightIsLookedAtLikeOthers()
    {
        PinCheck check("4711");
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            check.check(guess(i), m_one, m_start);
        check.setPin(guess(PinCheck::maxOfAddress - 1));
        QCOMPARE(check.check(guess(PinCheck::maxOfAddress - 1), m_one, m_start), Verdict::TooManyWrong);
    }

    void whatIsNoPinIsNotCounted()
    {
        PinCheck check("4711");
        for (int i = 0; i < 100; ++i)
            QCOMPARE(check.check(QByteArray::number(i), m_one, m_start), Verdict::WrongAgain);
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::Right);
    }

    void countsAnAddressHoweverItIsWritten()
    {
        PinCheck check("4711");
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            check.check(guess(i), QHostAddress(u"::ffff:192.0.2.1"_s), m_start);
        QCOMPARE(check.check("4711", m_one, m_start), Verdict::TooManyWrong);
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            check.check(guess(i), QHostAddress(u"2001:db8::%1"_s.arg(i + 1)), m_start);
        QCOMPARE(check.check("4711", QHostAddress(u"2001:db8::99"_s), m_start), Verdict::TooManyWrong);
        QCOMPARE(check.check("4711", QHostAddress(u"2001:db8:0:1::1"_s), m_start), Verdict::Right);
    }

    void boundsWhatManyAddressesGuess()
    {
        PinCheck check("4711");
        for (int i = 0; i < PinCheck::maxOfAll; ++i)
            QCOMPARE(check.check(guess(i), QHostAddress(quint32(0x0a00'0000 + i)), m_start), Verdict::Wrong);
        QCOMPARE(check.check("4711", m_one, m_start + 59s), Verdict::TooManyWrong);
        QCOMPARE(check.check({}, m_one, m_start + 59s), Verdict::Missing);
        QCOMPARE(check.check("4711", m_one, m_start + 60s), Verdict::Right);
    }

private:
    /// Different ones, none of them the right one.
    static QByteArray guess(int number) { return "99" + QByteArray::number(1000 + number); }

    const PinCheck::TimePoint m_start{1000s};
    const QHostAddress m_one{u"192.0.2.1"_s};
    const QHostAddress m_other{u"192.0.2.2"_s};
};

QTEST_APPLESS_MAIN(TestPinCheck)
#include "tst_pincheck.moc"
