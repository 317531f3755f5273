#include "server/replysender.h"

#include "tests/core/link/faketransport.h"

#include <QPointer>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestReplySender : public QObject
{
    Q_OBJECT

private slots:
    void sendsAndEndsItsSide()
    {
        QObject owner;
        auto owned = std::make_unique<FakeTransport>();
        FakeTransport *transport = owned.get();
        const QPointer<ReplySender> sender = new ReplySender(std::move(owned), "reply", &owner);
        QCOMPARE(transport->written, "reply"_ba);
        QVERIFY(transport->writingEnded);
        transport->deliver("a body that nobody wants");
        QCOMPARE(transport->unread(), 0);
        QVERIFY(!sender.isNull());
        transport->end(TransportEnd::PeerEnded);
        QTRY_VERIFY(sender.isNull());
    }

    void sendsAsThePeerReads()
    {
        QObject owner;
        auto owned = std::make_unique<FakeTransport>();
        FakeTransport *transport = owned.get();
        transport->room = 2;
        new ReplySender(std::move(owned), "reply", &owner);
        QCOMPARE(transport->written, "re"_ba);
        QVERIFY(!transport->writingEnded);
        transport->makeRoom(2);
        QCOMPARE(transport->written, "repl"_ba);
        transport->makeRoom(2);
        QCOMPARE(transport->written, "reply"_ba);
        QVERIFY(transport->writingEnded);
    }

    /// Others get their turn between.
    void dropsSoMuchInATurn()
    {
        QObject owner;
        auto owned = std::make_unique<FakeTransport>();
        FakeTransport *transport = owned.get();
        new ReplySender(std::move(owned), "reply", &owner);
        transport->deliver(QByteArray(5 * ReplySender::maxDroppedPerTurn / 2, 'x'));
        QCOMPARE(transport->unread(), 3 * ReplySender::maxDroppedPerTurn / 2);
        transport->deliver("and more"); // has its turn already
        QCOMPARE(transport->unread(), 3 * ReplySender::maxDroppedPerTurn / 2 + 8);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(transport->unread(), ReplySender::maxDroppedPerTurn / 2 + 8);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(transport->unread(), 0);
        transport->deliver("the last");
        QCOMPARE(transport->unread(), 0);
    }

    void diesWithItsOwner()
    {
        auto owner = std::make_unique<QObject>();
        const QPointer<ReplySender> sender =
            new ReplySender(std::make_unique<FakeTransport>(), "reply", owner.get());
        owner.reset();
        QVERIFY(sender.isNull());
    }
};

QTEST_GUILESS_MAIN(TestReplySender)
#include "tst_replysender.moc"
