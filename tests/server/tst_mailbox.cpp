#include "server/mailbox.h"

#include "core/link/networkthread.h"

#include <QSemaphore>
#include <QTest>

#include <chrono>
#include <semaphore>

using namespace confab;
using namespace Qt::StringLiterals;

class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void doesAllInOrder()
    {
        Mailbox mailbox([] {});
        QList<int> done;
        QVERIFY(mailbox.post({[&done] { done.append(1); }, 0}));
        std::vector<Mailbox::Letter> letters;
        for (int i = 2; i <= 4; ++i)
            letters.push_back({[&done, i] { done.append(i); }, 0});
        QVERIFY(mailbox.post(std::move(letters)));
        QVERIFY(mailbox.post(std::vector<Mailbox::Letter>{}));
        QVERIFY(done.isEmpty());
        QTRY_COMPARE(done, (QList<int>{1, 2, 3, 4}));
    }

    void givesOthersATurn()
    {
        Mailbox mailbox([] {});
        QStringList done;
        mailbox.post({[&] {
                          done.append(u"first"_s);
                          QMetaObject::invokeMethod(
                              &mailbox, [&done] { done.append(u"other"_s); }, Qt::QueuedConnection);
                          mailbox.post({[&done] { done.append(u"second"_s); }, 0});
                      },
                      0});
        QTRY_COMPARE(done, (QStringList{u"first"_s, u"other"_s, u"second"_s}));
    }

    void tellsWhenItIsTooMuchAndWhenNotAnyMore()
    {
        int relieved = 0;
        int done = 0;
        Mailbox mailbox([&relieved] { ++relieved; });
        const Mailbox::Letter half{[&] {
                                       ++done;
                                       QCOMPARE(relieved, 0);
                                   },
                                   Mailbox::bound / 2};
        QVERIFY(mailbox.post(half));
        QVERIFY(!mailbox.post(half));
        QVERIFY(!mailbox.post(half)); // taken all the same
        QTRY_COMPARE(done, 3);
        QCOMPARE(relieved, 1);
        QVERIFY(mailbox.post({[] {}, Mailbox::bound / 2}));
    }

    void waitsWhileItIsHeld()
    {
        Mailbox mailbox([] {});
        QList<int> done;
        mailbox.post({[&] {
                          done.append(1);
                          mailbox.setHeld(true);
                      },
                      0});
        mailbox.post({[&done] { done.append(2); }, 0});
        QTRY_COMPARE(done.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(done, QList<int>{1});
        mailbox.post({[&done] { done.append(3); }, 0});
        QCoreApplication::processEvents();
        QCOMPARE(done, QList<int>{1});
        mailbox.setHeld(false);
        QTRY_COMPARE(done, (QList<int>{1, 2, 3}));
    }

    void isEmptiedAtOnce()
    {
        Mailbox mailbox([] {});
        QList<int> done;
        mailbox.setHeld(true);
        mailbox.post({[&] {
                          done.append(1);
                          mailbox.post({[&done] { done.append(2); }, 0});
                      },
                      0});
        mailbox.empty();
        QCOMPARE(done, QList<int>{1}); // and not what comes meanwhile
        mailbox.setHeld(false);
        QTRY_COMPARE(done, (QList<int>{1, 2}));
    }

    /// Two threads post as fast as they can, and hold back when they are told to.
    void keepsToItsBoundBetweenThreads()
    {
        constexpr int count = 20'000;
        constexpr qint64 size = 4 * 1024;
        QSemaphore relief;
        std::atomic<qint64> waiting = 0;
        qint64 mostWaiting = 0;
        std::array<QList<int>, 2> done;
        Mailbox mailbox([&relief] { relief.release(2); });
        {
            std::array<NetworkThread, 2> threads{NetworkThread(u"one"_s), NetworkThread(u"other"_s)};
            std::array<std::unique_ptr<QObject>, 2> posters;
            std::atomic<int> finished = 0;
            for (std::size_t who = 0; who < threads.size(); ++who) {
                posters[who] = std::make_unique<QObject>();
                posters[who]->moveToThread(&threads[who]);
                QMetaObject::invokeMethod(
                    posters[who].get(),
                    [&, who] {
                        for (int i = 0; i < count; ++i) {
                            waiting += size;
                            const bool within = mailbox.post({[&, who, i] {
                                                                  mostWaiting =
                                                                      std::max<qint64>(mostWaiting, waiting);
                                                                  waiting -= size;
                                                                  done[who].append(i);
                                                              },
                                                              size});
                            if (!within)
                                relief.acquire();
                        }
                        ++finished;
                    },
                    Qt::QueuedConnection);
            }
            QTRY_VERIFY_WITH_TIMEOUT(finished == 2, 60'000);
            for (NetworkThread &thread : threads) {
                thread.quit();
                thread.wait();
            }
        }
        QTRY_COMPARE(done[0].size(), count);
        QTRY_COMPARE(done[1].size(), count);
        for (const QList<int> &order : done)
            QVERIFY(std::is_sorted(order.begin(), order.end()));
        // Each relief lets both go on: a few letters more than the bound, not more.
        QVERIFY2(mostWaiting <= 2 * Mailbox::bound, QByteArray::number(mostWaiting).constData());
    }

    /// Also who posts on, of what is so large that taking one letter ends the pressure.
    void relievesWhoeverWasToldToHoldBack()
    {
        constexpr int count = 20'000;
        std::counting_semaphore relief(0);
        std::counting_semaphore emptied(0);
        Mailbox mailbox([&relief] { relief.release(); });
        NetworkThread thread(u"taker"_s);
        mailbox.moveToThread(&thread);
        bool wasRelieved = true;
        for (int i = 0; i < count && wasRelieved; ++i) {
            const bool first = mailbox.post({[] {}, Mailbox::bound + 1});
            const bool second = mailbox.post({[] {}, Mailbox::bound + 1});
            if (!first || !second)
                wasRelieved = relief.try_acquire_for(std::chrono::seconds(20));
            mailbox.post({[&emptied] { emptied.release(); }, 0});
            emptied.acquire();
            while (relief.try_acquire()) {
            }
        }
        thread.quit();
        thread.wait();
        QVERIFY(wasRelieved);
    }
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
