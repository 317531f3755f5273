#include "client/sendbudget.h"

#include <QTest>

using namespace confab;

class TestSendBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boundsWhatIsGivenAndQueued()
    {
        constexpr qint64 most = 1000;
        constexpr qint64 largest = most - SendBudget::overhead;
        SendBudget budget(most);
        QVERIFY(!budget.fits(largest + 1));
        QVERIFY(!budget.take(largest + 1));
        QVERIFY(budget.take(largest));
        QVERIFY(!budget.fits(0));
        budget.setQueued(most); // before it is given back: never is it less than what waits
        budget.giveBack(largest);
        QVERIFY(!budget.take(0));
        budget.setQueued(100);
        QVERIFY(!budget.take(largest - 99));
        QVERIFY(budget.take(largest - 100));
    }

    void countsEmptyMessages()
    {
        SendBudget budget(1000);
        int taken = 0;
        while (budget.take(0))
            QVERIFY(++taken < 1000);
        QVERIFY(taken > 0);
    }
};

QTEST_APPLESS_MAIN(TestSendBudget)
#include "tst_sendbudget.moc"
