#include "core/link/outgoingqueue.h"

#include <QTest>

#include <array>

using namespace confab;
using namespace Qt::StringLiterals;

class TestOutgoingQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gathersInOrder();
    void gathersAsManyAsFit();
    void holdsFramesWithoutCopying();
    void consumesAcrossFrames_data();
    void consumesAcrossFrames();
    void ignoresAnEmptyFrame();
    void dropsUnstartedFrames_data();
    void dropsUnstartedFrames();
    void aRestIsNotDropped();
    void tinyFramesCountForTheirMemory();
};

static QByteArray contents(const OutgoingQueue &queue)
{
    std::array<QByteArrayView, 8> pieces;
    const std::size_t count = queue.gather(pieces);
    QByteArray joined;
    for (std::size_t i = 0; i < count; ++i)
        joined += pieces[i].toByteArray();
    return joined;
}

static OutgoingQueue abcQueue()
{
    OutgoingQueue queue;
    queue.append("aaa"_ba);
    queue.append("bb"_ba);
    queue.append("c"_ba);
    return queue;
}

void TestOutgoingQueue::gathersInOrder()
{
    const OutgoingQueue queue = abcQueue();
    QCOMPARE(contents(queue), "aaabbc"_ba);
    QCOMPARE(queue.size(), 6);
    QCOMPARE(queue.frameCount(), 3);
}

void TestOutgoingQueue::gathersAsManyAsFit()
{
    const OutgoingQueue queue = abcQueue();
    std::array<QByteArrayView, 2> pieces;
    QCOMPARE(queue.gather(pieces), 2u);
    QCOMPARE(pieces[1], QByteArrayView("bb"));
}

void TestOutgoingQueue::holdsFramesWithoutCopying()
{
    const QByteArray frame(1000, 'x');
    OutgoingQueue queue;
    queue.append(frame);
    std::array<QByteArrayView, 1> pieces;
    QCOMPARE(queue.gather(pieces), 1u);
    QCOMPARE(static_cast<const void *>(pieces[0].data()), static_cast<const void *>(frame.constData()));
}

void TestOutgoingQueue::consumesAcrossFrames_data()
{
    QTest::addColumn<int>("octets");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("nothing") << 0 << "aaabbc"_ba;
    QTest::newRow("part of the first") << 2 << "abbc"_ba;
    QTest::newRow("the first") << 3 << "bbc"_ba;
    QTest::newRow("into the second") << 4 << "bc"_ba;
    QTest::newRow("all") << 6 << ""_ba;
}

void TestOutgoingQueue::consumesAcrossFrames()
{
    QFETCH(int, octets);
    QFETCH(QByteArray, rest);
    OutgoingQueue queue = abcQueue();
    for (int i = 0; i < octets; ++i) // one at a time …
        queue.consume(1);
    QCOMPARE(contents(queue), rest);
    OutgoingQueue other = abcQueue();
    other.consume(octets); // … or all at once
    QCOMPARE(contents(other), rest);
    QCOMPARE(other.size(), rest.size());
    QCOMPARE(other.isEmpty(), rest.isEmpty());
}

void TestOutgoingQueue::ignoresAnEmptyFrame()
{
    OutgoingQueue queue;
    queue.append({});
    QVERIFY(queue.isEmpty());
}

void TestOutgoingQueue::dropsUnstartedFrames_data()
{
    QTest::addColumn<int>("consumed");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("none started") << 0 << ""_ba;
    QTest::newRow("the first started") << 1 << "aa"_ba;
    QTest::newRow("the first done") << 3 << ""_ba;
    QTest::newRow("the second started") << 4 << "b"_ba;
}

void TestOutgoingQueue::dropsUnstartedFrames()
{
    QFETCH(int, consumed);
    QFETCH(QByteArray, rest);
    OutgoingQueue queue = abcQueue();
    queue.consume(consumed);
    queue.dropUnstarted();
    QCOMPARE(contents(queue), rest);
    QCOMPARE(queue.size(), rest.size());
    queue.append("next"_ba);
    QCOMPARE(contents(queue), rest + "next"_ba);
}

void TestOutgoingQueue::aRestIsNotDropped()
{
    OutgoingQueue queue;
    queue.appendRest("rest"_ba);
    queue.append("whole"_ba);
    queue.dropUnstarted();
    QCOMPARE(contents(queue), "rest"_ba);
    queue.append("whole"_ba);
    queue.consume(4);
    queue.dropUnstarted(); // what is behind a rest is a frame like others
    QVERIFY(queue.isEmpty());
    queue.appendRest({});
    queue.append("whole"_ba);
    queue.dropUnstarted();
    QVERIFY(queue.isEmpty());
}

void TestOutgoingQueue::tinyFramesCountForTheirMemory()
{
    OutgoingQueue queue;
    for (int i = 0; i < 1000; ++i)
        queue.append("\x8A\x00"_ba);
    QCOMPARE(queue.size(), 2000);
    QCOMPARE(queue.footprint(), 2000 + 1000 * OutgoingQueue::frameOverhead);
    queue.consume(2000);
    QCOMPARE(queue.footprint(), 0);
}

QTEST_APPLESS_MAIN(TestOutgoingQueue)
#include "tst_outgoingqueue.moc"
