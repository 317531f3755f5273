#include "core/link/epolldispatcher.h"
#include "descriptorpair.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>

#include <utility>

#include <unistd.h>

using namespace confab;

class TestEpollDispatcherNotifiers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notifiersAreLevelTriggered();
    void notifiersOfBothKindsOnOneDescriptor();
    void aDisabledNotifierIsSilent();
    void notifiersMayGoDuringDelivery();
    void aDescriptorsNumberMayBeUsedAgain();
    void endsReachTheNotifier();
    void excludesNotifiers();

private:
    static void receiveAndCount(QSocketNotifier &notifier, const DescriptorPair &pair, int &activated)
    {
        connect(&notifier, &QSocketNotifier::activated, &notifier, [&pair, &activated] {
            ++activated;
            pair.receive();
        });
    }
    static EpollDispatcher &dispatcher() { return *EpollDispatcher::current(); }
};

void TestEpollDispatcherNotifiers::notifiersAreLevelTriggered()
{
    const DescriptorPair pair;
    QVERIFY(pair.opened);
    QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    int activated = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] { ++activated; });
    QCoreApplication::processEvents();
    QCOMPARE(activated, 0);
    pair.send();
    QTRY_VERIFY(activated >= 3); // as long as nobody reads
    pair.receive();
    QCoreApplication::processEvents();
    const int before = activated;
    QCoreApplication::processEvents();
    QCOMPARE(activated, before);
}

void TestEpollDispatcherNotifiers::notifiersOfBothKindsOnOneDescriptor()
{
    const DescriptorPair pair;
    QSocketNotifier reads(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier writes(pair.ends[0], QSocketNotifier::Write);
    int readable = 0;
    int writable = 0;
    connect(&reads, &QSocketNotifier::activated, this, [&] {
        ++readable;
        pair.receive();
    });
    connect(&writes, &QSocketNotifier::activated, this, [&] {
        ++writable;
        writes.setEnabled(false);
    });
    pair.send();
    QTRY_COMPARE(readable, 1);
    QCOMPARE(writable, 1);
    pair.send();
    QTRY_COMPARE(readable, 2);
    QCOMPARE(writable, 1);
    writes.setEnabled(true);
    QTRY_COMPARE(writable, 2);
}

void TestEpollDispatcherNotifiers::aDisabledNotifierIsSilent()
{
    const DescriptorPair pair;
    QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    int activated = 0;
    receiveAndCount(notifier, pair, activated);
    notifier.setEnabled(false);
    pair.send();
    QCoreApplication::processEvents();
    QCOMPARE(activated, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(activated, 1);
}

void TestEpollDispatcherNotifiers::notifiersMayGoDuringDelivery()
{
    const DescriptorPair first;
    const DescriptorPair second;
    QList<QSocketNotifier *> notifiers;
    int activated = 0;
    for (const DescriptorPair *pair : {&first, &second}) {
        auto *notifier = new QSocketNotifier(pair->ends[0], QSocketNotifier::Read);
        notifiers.append(notifier);
        connect(notifier, &QSocketNotifier::activated, this, [&, notifier] {
            ++activated;
            for (QSocketNotifier *other : std::exchange(notifiers, {})) {
                if (other != notifier)
                    delete other;
            }
            notifier->setEnabled(false);
            notifier->deleteLater();
        });
        pair->send();
    }
    QTRY_COMPARE(activated, 1);
    QCoreApplication::processEvents();
    QCOMPARE(activated, 1);
}

void TestEpollDispatcherNotifiers::aDescriptorsNumberMayBeUsedAgain()
{
    int activated = 0;
    for (int i = 0; i < 3; ++i) {
        const DescriptorPair pair;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        receiveAndCount(notifier, pair, activated);
        pair.send();
        QTRY_COMPARE(activated, i + 1);
    }
}

void TestEpollDispatcherNotifiers::endsReachTheNotifier()
{
    DescriptorPair pair;
    QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    int activated = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++activated;
        notifier.setEnabled(false);
    });
    ::close(std::exchange(pair.ends[1], -1));
    QTRY_COMPARE(activated, 1);
}

void TestEpollDispatcherNotifiers::excludesNotifiers()
{
    const DescriptorPair pair;
    QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
    int activated = 0;
    receiveAndCount(notifier, pair, activated);
    pair.send();
    dispatcher().processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(activated, 0);
    QTRY_COMPARE(activated, 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcherNotifiers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatchernotifiers.moc"
