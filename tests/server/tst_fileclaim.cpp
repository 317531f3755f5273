#include "server/fileclaim.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
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
        std::vector<std::unique_ptr<QThread>> others;
        for (int i = 0; i < 3; ++i) {
            others.emplace_back(QThread::create([&count] {
                const FileClaim mine = FileClaim::await(u"/a"_s);
                if (!FileClaim::take(u"/a"_s))
                    ++count;
            }));
            others.back()->start();
        }
        QCOMPARE(count, 0);
        one.reset();
        for (const auto &other : others)
            QVERIFY(other->wait());
        QCOMPARE(count, 3);
    }
};

QTEST_APPLESS_MAIN(TestFileClaim)
#include "tst_fileclaim.moc"
