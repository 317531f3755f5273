#include "core/link/threadend.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <thread>

#include <pthread.h>

using namespace confab;

namespace {

/// What a library may keep for each thread, and its freeing, which takes until it is let go on.
struct Kept
{
    QSemaphore freeing;
    QSemaphore goOn;
    std::atomic<bool> freed = false;
};

void freeKept(void *value)
{
    auto *kept = static_cast<Kept *>(value);
    kept->freeing.release();
    kept->goOn.acquire();
    kept->freed = true;
}

/// A key of our own among those of all libraries.
class Key
{
public:
    Key() { pthread_key_create(&m_key, &freeKept); }
    ~Key() { pthread_key_delete(m_key); }
    Q_DISABLE_COPY_MOVE(Key)
    void set(Kept &kept) const { pthread_setspecific(m_key, &kept); }

private:
    pthread_key_t m_key{};
};

} // namespace

/// The end of a thread, where a library takes its time.
class TestThreadEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForWhatIsKept_data()
    {
        QTest::addColumn<bool>("keptFirst");
        QTest::newRow("kept before it is watched") << true;
        QTest::newRow("kept later") << false;
    }

    void waitsForWhatIsKept()
    {
        QFETCH(const bool, keptFirst);
        // One key before that of ThreadEnd can exist, and one after it.
        static const Key before;
        ThreadEnd end;
        std::thread([&end] { end.watchCurrentThread(); }).join();
        end.wait();
        static const Key after;
        Kept kept;
        std::atomic<bool> waited = false;
        QSemaphore watched;
        std::thread ending([&] {
            (keptFirst ? before : after).set(kept);
            QVERIFY(end.watchCurrentThread());
            watched.release();
        });
        watched.acquire();
        std::thread waiting([&] {
            end.wait();
            waited = kept.freed.load();
        });
        kept.freeing.acquire();
        kept.goOn.release();
        waiting.join();
        ending.join();
        QVERIFY(waited);
    }

    void doesNotWaitForNobody()
    {
        ThreadEnd end;
        end.wait();
    }

    void canBeUsedAgain()
    {
        ThreadEnd end;
        for (int round = 0; round < 3; ++round) {
            std::thread thread([&end] { QVERIFY(end.watchCurrentThread()); });
            thread.join();
            end.wait();
        }
    }
};

QTEST_GUILESS_MAIN(TestThreadEnd)
#include "tst_threadend.moc"
