#include "app/filesizelimit.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace confab;
using namespace Qt::StringLiterals;

class TestFileSizeLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnErrorOfTheFile()
    {
#ifdef Q_OS_UNIX
        surviveFileSizeLimit();
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 100;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        qint64 atTheLimit = 0;
        qint64 beyond = 0;
        {
            const auto restored = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
            atTheLimit = file.write(QByteArray(100, 'x'));
            beyond = file.write("x");
        }
        QCOMPARE(atTheLimit, 100);
        QCOMPARE(beyond, -1);
        QVERIFY(!file.errorString().isEmpty());
#else
        QSKIP("This system has no such limit.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestFileSizeLimit)
#include "tst_filesizelimit.moc"
