#include "server/fileclaim.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace confab;
using namespace Qt::StringLiterals;

class TestFileClaim : public QObject
{
    Q_OBJECT

private slots:
    void oneHasAFile()
    {
        std::optional<FileClaim> one = FileClaim::take(u"/a"_s);
        QVERIFY(one);
        QVERIFY(!FileClaim::take(u"/a"_s));
        QVERIFY(FileClaim::take(u"/b"_s));
        one.reset();
        QVERIFY(FileClaim::take(u"/a"_s));
    }

    void canBeHandedOn()
    {
        std::optional<FileClaim> one = FileClaim::take(u"/a"_s);
        {
            const FileClaim other = std::move(*one);
            one.reset();
            QVERIFY(!FileClaim::take(u"/a"_s));
        }
        QVERIFY(FileClaim::take(u"/a"_s));
    }

    void isWaitedFor()
    {
        std::optional<FileClaim> one = FileClaim::await(u"/a"_s); // at once
        QVERIFY(!FileClaim::take(u"/a"_s));
        std::atomic<int> count = 0;
        std::vector<std::thread> others;
        for (int i = 0; i < 3; ++i) {
            others.emplace_back([&count] {
                const FileClaim mine = FileClaim::await(u"/a"_s);
                if (!FileClaim::take(u"/a"_s))
                    ++count;
            });
        }
        const int early = count;
        one.reset();
        for (std::thread &other : others)
            other.join();
        QCOMPARE(early, 0);
        QCOMPARE(count, 3);
    }
};

QTEST_APPLESS_MAIN(TestFileClaim)
#include "tst_fileclaim.moc"
