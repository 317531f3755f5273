#include "app/descriptorlimit.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace confab;

class TestDescriptorLimit : public QObject
{
    Q_OBJECT

private slots:
#ifdef Q_OS_UNIX
    void raisesTheSoftLimitToTheHardOne()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 100);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        const quint64 raised = raiseDescriptorLimit();
        rlimit now{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &now), 0);
        QCOMPARE(raised, quint64(now.rlim_cur));
        QVERIFY(now.rlim_cur > 100 || limit.rlim_max <= 100);
        QCOMPARE(now.rlim_max, limit.rlim_max);
        QCOMPARE(raiseDescriptorLimit(), raised);
    }
#else
    void knowsNoLimitHere()
    {
        QCOMPARE(raiseDescriptorLimit(), 0u);
    }
#endif
};

QTEST_GUILESS_MAIN(TestDescriptorLimit)
#include "tst_descriptorlimit.moc"
