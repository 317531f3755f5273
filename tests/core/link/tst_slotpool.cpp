#include "core/link/slotpool.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <cstring>
#include <set>
#include <thread>
#include <vector>

using namespace confab;

namespace {

/// What the system knows of the memory at an address (proc(5), VmFlags).
QByteArrayList memoryFlags(const void *address)
{
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    bool found = false;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList range = line.left(line.indexOf(' ')).split('-');
        if (range.size() == 2) {
            const auto at = reinterpret_cast<quintptr>(address);
            found = at >= range[0].toULongLong(nullptr, 16) && at < range[1].toULongLong(nullptr, 16);
        } else if (found && line.startsWith("VmFlags:")) {
            return line.mid(8).simplified().split(' ');
        }
    }
    return {};
}

} // namespace

class TestSlotPool : public QObject
{
    Q_OBJECT

private slots:
    void givesEachItsOwnLines_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("distance");
        QTest::newRow("1") << 1 << 64;
        QTest::newRow("64") << 64 << 64;
        QTest::newRow("65") << 65 << 128;
        QTest::newRow("1000") << 1000 << 1024;
    }
    void givesEachItsOwnLines()
    {
        QFETCH(const int, size);
        QFETCH(const int, distance);
        SlotPool pool{std::size_t(size)};
        QCOMPARE(pool.slotsPerChunk(), (2'097'152u - 64) / std::size_t(distance));
        auto *first = static_cast<char *>(pool.allocate());
        auto *second = static_cast<char *>(pool.allocate());
        QCOMPARE(reinterpret_cast<quintptr>(first) % 64, 0u);
        QCOMPARE(second - first, distance);
        pool.release(first);
        pool.release(second);
    }

    void usesWhatWasReleased()
    {
        SlotPool pool(100);
        void *first = pool.allocate();
        void *second = pool.allocate();
        pool.release(first);
        QVERIFY(pool.allocate() == first);
        pool.release(second);
        pool.release(first);
        QVERIFY(pool.allocate() == first);
        QVERIFY(pool.allocate() == second);
        pool.release(first);
        pool.release(second);
    }

    void growsByChunksAndGivesThemBack()
    {
        SlotPool pool(60'000);
        QCOMPARE(pool.slotsPerChunk(), 34u);
        QCOMPARE(pool.chunkCount(), 0u);
        std::vector<char *> taken;
        for (int i = 0; i < 3 * 34 + 1; ++i) {
            taken.push_back(static_cast<char *>(pool.allocate()));
            std::memset(taken.back(), i, 60'000);
            QCOMPARE(pool.chunkCount(), std::size_t(i / 34 + 1));
        }
        QCOMPARE(std::set<char *>(taken.begin(), taken.end()).size(), taken.size());
        for (std::size_t i = 0; i < taken.size(); ++i)
            QVERIFY(taken[i][0] == char(i) && taken[i][59'999] == char(i));

        // The last one is empty and the only one that has room: it stays.
        pool.release(taken[102]);
        QCOMPARE(pool.chunkCount(), 4u);
        // Until another has room when it is empty again.
        pool.release(taken[0]);
        QCOMPARE(pool.chunkCount(), 4u);
        for (int i = 34; i < 68; ++i)
            pool.release(taken[std::size_t(i)]);
        QCOMPARE(pool.chunkCount(), 3u);
        for (int i = 1; i < 34; ++i)
            pool.release(taken[std::size_t(i)]);
        QCOMPARE(pool.chunkCount(), 2u);
        for (int i = 68; i < 102; ++i)
            pool.release(taken[std::size_t(i)]);
        QCOMPARE(pool.chunkCount(), 1u);
    }

    void asksForLargePagesBehindTheFirstChunk()
    {
        SlotPool pool(1'000'000);
        std::vector<void *> taken{pool.allocate(), pool.allocate(), pool.allocate()};
        QCOMPARE(pool.chunkCount(), 2u);
        if (!QFile::exists(QStringLiteral("/sys/kernel/mm/transparent_hugepage/enabled")))
            QSKIP("This system has no transparent large pages.");
        QVERIFY(!memoryFlags(taken[0]).contains("hg"));
        QVERIFY(memoryFlags(taken[2]).contains("hg"));
        for (void *slot : taken)
            pool.release(slot);
    }

    void servesManyThreads()
    {
        SlotPool pool(5000);
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (int number = 1; number <= 4; ++number) {
            threads.emplace_back([&pool, &wrong, number] {
                std::vector<char *> taken;
                for (int i = 0; i < 20'000; ++i) {
                    if (i % 3 < 2 || taken.empty()) {
                        taken.push_back(static_cast<char *>(pool.allocate()));
                        std::memset(taken.back(), number, 5000);
                    } else {
                        wrong += taken.back()[0] != char(number) || taken.back()[4999] != char(number);
                        pool.release(taken.back());
                        taken.pop_back();
                    }
                    if (taken.size() > 900) {
                        for (char *slot : taken) {
                            wrong += slot[0] != char(number);
                            pool.release(slot);
                        }
                        taken.clear();
                    }
                }
                for (char *slot : taken)
                    pool.release(slot);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(pool.chunkCount(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestSlotPool)
#include "tst_slotpool.moc"
