#include "core/link/boundedwriter.h"
#include "faketransport.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestBoundedWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWhenTold();
    void reportsProgress();
    void writesMoreFramesThanFitIntoOneCall();
    void triesToWriteBeforeItOverflows();
    void overflowKeepsTheStartedFrame();
    void tinyFramesOverflowByTheirMemory();
    void oneFrameMayBeLargerThanTheBound();
    void writesAtOnceWhatNothingWaitsBefore();
    void gathersInSharedMemory();
    void copiesWhatIsNotTaken();
    void gathersBehindWhatWaits();
    void gathersBehindWhatWaitsWithinTheBound();
    void gathersNoMoreThanTheBound();
    void keepsTheRestOfWhatWasGathered();
    void writesThroughInOrder_data();
    void writesThroughInOrder();
    void writesThroughNoMoreThanTheBound();
    void theLastFrameGoesBehindWhatWasGathered();
};

void TestBoundedWriter::writesWhenTold()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1000);
    QVERIFY(writer.append("ab"_ba));
    QVERIFY(writer.append("c"_ba));
    QCOMPARE(transport.writeCalls, 0);
    QCOMPARE(writer.bufferedAmount(), 3);
    QVERIFY(writer.write());
    QCOMPARE(transport.written, "abc"_ba);
    QCOMPARE(transport.writeCalls, 1);
    QVERIFY(writer.isEmpty());
}

void TestBoundedWriter::reportsProgress()
{
    FakeTransport transport;
    transport.room = 1;
    BoundedWriter writer(transport, 1000);
    writer.append("ab"_ba);
    QVERIFY(writer.write());
    QVERIFY(!writer.write());
    QCOMPARE(writer.bufferedAmount(), 1);
}

void TestBoundedWriter::writesMoreFramesThanFitIntoOneCall()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1'000'000);
    QByteArray expected;
    for (int i = 0; i < 1000; ++i) {
        writer.append(QByteArray::number(i));
        expected += QByteArray::number(i);
    }
    writer.write();
    QCOMPARE(transport.written, expected);
}

void TestBoundedWriter::triesToWriteBeforeItOverflows()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1000);
    for (int i = 0; i < 50; ++i)
        QVERIFY(writer.append(QByteArray(400, 'x')));
    QVERIFY(!writer.overflowSize());
    QVERIFY(writer.bufferedAmount() <= 1000 + 400); // with the one in front
    QVERIFY(writer.append(QByteArray(5000, 'x')));  // larger than the bound, and taken at once
}

void TestBoundedWriter::overflowKeepsTheStartedFrame()
{
    FakeTransport transport;
    transport.room = 2;
    BoundedWriter writer(transport, 1000);
    writer.append("abcd"_ba);
    writer.write();
    QVERIFY(writer.append("dropped"_ba));
    QVERIFY(!writer.append(QByteArray(1000, 'x')));
    QVERIFY(writer.overflowSize() == 2 + 7 + 1000);
    writer.appendLast("last"_ba);
    transport.makeRoom(1000);
    writer.write();
    QCOMPARE(transport.written, "abcdlast"_ba);
}

void TestBoundedWriter::tinyFramesOverflowByTheirMemory()
{
    FakeTransport transport;
    transport.room = 0;
    BoundedWriter writer(transport, 10'000);
    int queued = 0;
    while (writer.append("\x8A\x00"_ba))
        QVERIFY(++queued < 1000);
    QCOMPARE(queued, 1 + 10'000 / (2 + OutgoingQueue::frameOverhead));
}

void TestBoundedWriter::oneFrameMayBeLargerThanTheBound()
{
    FakeTransport transport;
    transport.room = 10;
    BoundedWriter writer(transport, 1000);
    QVERIFY(writer.append(QByteArray(5000, 'x')));
    writer.write();
    QVERIFY(writer.append(QByteArray(900, 'y')));
    QVERIFY(!writer.append(QByteArray(100, 'z')));
    QVERIFY(writer.overflowSize() == 4990 + 900 + 100);
}

void TestBoundedWriter::writesAtOnceWhatNothingWaitsBefore()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1000);
    QVERIFY(writer.appendAndWrite("ab"_ba));
    QCOMPARE(transport.written, "ab"_ba);
    QVERIFY(writer.isEmpty());
    transport.room = 1;
    QVERIFY(writer.appendAndWrite("cd"_ba));
    QCOMPARE(transport.written, "abc"_ba);
    QCOMPARE(writer.bufferedAmount(), 1);
    QVERIFY(writer.appendAndWrite("ef"_ba)); // behind the rest of the one before
    QCOMPARE(transport.written, "abc"_ba);
    transport.makeRoom(1000);
    writer.write();
    QCOMPARE(transport.written, "abcdef"_ba);
    transport.room = 1;
    QVERIFY(writer.appendAndWrite(QByteArray(2000, 'x'))); // larger than the bound, and nothing behind it
    QVERIFY(!writer.appendAndWrite(QByteArray(1000, 'y')));
    QVERIFY(writer.overflowSize() == 1999 + 1000);
    QCOMPARE(writer.bufferedAmount(), 1999); // a part of it went out: the peer gets the rest
}

void TestBoundedWriter::gathersInSharedMemory()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    QVERIFY(!writer.gatheringPlace(1));
    writer.gatherIn(&memory);
    QVERIFY(writer.append("ab"_ba));
    QVERIFY(writer.gatheringPlace(10) == &memory);
    memory += "cd";
    QVERIFY(writer.hasGathered() && !writer.isEmpty());
    QCOMPARE(writer.bufferedAmount(), 4);
    QVERIFY(writer.appendAndWrite("ef"_ba)); // not before them
    QCOMPARE(transport.writeCalls, 0);
    QVERIFY(writer.write());
    QCOMPARE(transport.written, "abcdef"_ba);
    QCOMPARE(transport.writeCalls, 1);
    QVERIFY(memory.isEmpty() && writer.isEmpty());
    writer.append("dropped"_ba);
    writer.clear();
    writer.gatherIn(nullptr);
    QVERIFY(memory.isEmpty() && !writer.gatheringPlace(1));
}

void TestBoundedWriter::copiesWhatIsNotTaken()
{
    FakeTransport transport;
    transport.room = 3;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.gatherIn(&memory);
    writer.append("abcdef"_ba);
    QVERIFY(writer.write());
    QCOMPARE(transport.writeCalls, 1);
    QVERIFY(memory.isEmpty() && !writer.isEmpty());
    QCOMPARE(writer.bufferedAmount(), 3);
    writer.gatherIn(nullptr);
    memory = "another's";
    transport.makeRoom(1000);
    writer.write();
    QCOMPARE(transport.written, "abcdef"_ba);
}

/// Or else each of very many tiny answers would take the memory of a frame.
void TestBoundedWriter::gathersBehindWhatWaits()
{
    FakeTransport transport;
    transport.room = 3;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.append("abcdef"_ba);
    writer.write();
    writer.gatherIn(&memory);
    for (int i = 0; i < 100; ++i)
        QVERIFY(writer.append("gh"_ba));
    QCOMPARE(memory.size(), 200);
    QVERIFY(!writer.mayWriteThrough()); // not before them
    QCOMPARE(writer.bufferedAmount(), 203);
    QCOMPARE(writer.load(), 203 + OutgoingQueue::frameOverhead);
    QVERIFY(!writer.write());
    QVERIFY(memory.isEmpty());
    QCOMPARE(writer.load(), 203 + 2 * OutgoingQueue::frameOverhead);
    writer.gatherIn(nullptr);
    transport.makeRoom(1000);
    QVERIFY(writer.write());
    QCOMPARE(transport.written, "abcdef"_ba + "gh"_ba.repeated(100));
    QCOMPARE(writer.load(), 0);
}

void TestBoundedWriter::gathersBehindWhatWaitsWithinTheBound()
{
    FakeTransport transport;
    transport.room = 3;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.append("abcdef"_ba);
    writer.write();
    writer.gatherIn(&memory);
    constexpr qsizetype left = 1000 - 3 - 2 * OutgoingQueue::frameOverhead;
    QVERIFY(writer.gatheringPlace(left) && !writer.gatheringPlace(left + 1));
    QVERIFY(writer.append(QByteArray(left, 'x')));
    QVERIFY(!writer.append(QByteArray(100, 'y')));
    QVERIFY(writer.overflowSize() == 3 + left + 100);
    QCOMPARE(writer.bufferedAmount(), 3); // the peer has a part of that
}

void TestBoundedWriter::gathersNoMoreThanTheBound()
{
    FakeTransport transport;
    transport.room = 0;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.gatherIn(&memory);
    QVERIFY(writer.append(QByteArray(600, 'x')));
    QVERIFY(!writer.gatheringPlace(401) && writer.gatheringPlace(400));
    QVERIFY(!writer.append(QByteArray(1000, 'y')));
    QVERIFY(writer.overflowSize() == 1600);
    QVERIFY(memory.isEmpty() && writer.isEmpty());
    BoundedWriter wide(transport, 1'000'000'000);
    wide.gatherIn(&memory);
    QVERIFY(!wide.gatheringPlace(1'000'000)); // would be copied for nothing
}

/// A frame that the peer has begun to read is not followed by another one before its end.
void TestBoundedWriter::keepsTheRestOfWhatWasGathered()
{
    FakeTransport transport;
    transport.room = 3;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.gatherIn(&memory);
    writer.append("abcdef"_ba);
    writer.write();
    writer.gatherIn(nullptr);
    QVERIFY(!writer.append(QByteArray(2000, 'x')));
    writer.appendLast("last"_ba);
    transport.makeRoom(1000);
    writer.write();
    QCOMPARE(transport.written, "abcdeflast"_ba);
}

void TestBoundedWriter::writesThroughInOrder_data()
{
    QTest::addColumn<int>("room");
    for (int room = 0; room <= 9; ++room)
        QTest::addRow("%d octets at once", room) << room;
}

void TestBoundedWriter::writesThroughInOrder()
{
    QFETCH(const int, room);
    FakeTransport transport;
    transport.room = room;
    BoundedWriter writer(transport, 1000);
    QVERIFY(!writer.mayWriteThrough());
    QByteArray memory;
    writer.gatherIn(&memory);
    writer.append("abc"_ba);
    QVERIFY(writer.mayWriteThrough());
    QByteArray payload = "PAYL"_ba;
    QVERIFY(writer.writeThrough("hd", payload));
    payload.fill('!'); // its memory is used again
    QCOMPARE(transport.writeCalls, 1);
    QCOMPARE(transport.written, "abchdPAYL"_ba.first(room));
    QVERIFY(memory.isEmpty());
    QCOMPARE(writer.bufferedAmount(), 9 - room);
    QCOMPARE(writer.mayWriteThrough(), room == 9);
    writer.append("end"_ba);
    transport.makeRoom(1000);
    writer.write();
    QCOMPARE(transport.written, "abchdPAYLend"_ba);
}

void TestBoundedWriter::writesThroughNoMoreThanTheBound()
{
    FakeTransport transport;
    transport.room = 0;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.gatherIn(&memory);
    QVERIFY(writer.writeThrough("hd", QByteArray(1000, 'x'))); // nothing waits behind it
    QVERIFY(!writer.append(QByteArray(1000, 'y')));
    QVERIFY(writer.overflowSize() == 2002);
    QVERIFY(writer.isEmpty());
    transport.room = 3; // a part of it goes out: the peer gets the rest
    BoundedWriter other(transport, 1000);
    other.gatherIn(&memory);
    QVERIFY(other.writeThrough("hd", QByteArray(1100, 'x')));
    QVERIFY(!other.append(QByteArray(1000, 'y')));
    QCOMPARE(other.bufferedAmount(), 1099);
}

void TestBoundedWriter::theLastFrameGoesBehindWhatWasGathered()
{
    FakeTransport transport;
    BoundedWriter writer(transport, 1000);
    QByteArray memory;
    writer.gatherIn(&memory);
    writer.append("ab"_ba);
    writer.appendLast("last"_ba);
    QVERIFY(!writer.hasGathered());
    writer.write();
    QCOMPARE(transport.written, "ablast"_ba);
}

QTEST_APPLESS_MAIN(TestBoundedWriter)
#include "tst_boundedwriter.moc"
