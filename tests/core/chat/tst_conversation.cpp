#include "core/chat/conversation.h"

#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

RoomMessage said(const QString &text)
{
    RoomMessage message;
    message.text = text;
    return message;
}

RoomMessage shown(const QByteArray &binary)
{
    RoomMessage message;
    message.kind = RoomMessage::Kind::Binary;
    message.binary = binary;
    return message;
}

QList<quint64> numbers(const QList<Conversation::Entry> &entries)
{
    QList<quint64> result;
    for (const Conversation::Entry &entry : entries)
        result.append(entry.number);
    return result;
}

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const Conversation conversation;
        QCOMPARE(conversation.firstNumber(), 1u);
        QCOMPARE(conversation.lastNumber(), 0u);
        QVERIFY(conversation.since(0, 10).isEmpty());
    }

    void keepsWhatWasAppended()
    {
        Conversation conversation;
        RoomMessage message;
        message.kind = RoomMessage::Kind::Left;
        message.room = u"/room/blue"_s;
        message.seq = 9;
        message.time = 1'767'225'600'456;
        message.author = {.id = 8, .name = u"Sora"_s, .plain = true};
        message.text = u"안녕"_s;
        message.binary = QByteArray::fromHex("00ff");
        message.count = 3;
        message.closeCode = CloseCode::GoingAway;
        conversation.append(message);
        const Conversation::Entry entry = conversation.since(0, 1).constFirst();
        QCOMPARE(entry.number, 1u);
        QCOMPARE(entry.message.kind, message.kind);
        QCOMPARE(entry.message.room, message.room);
        QCOMPARE(entry.message.seq, message.seq);
        QCOMPARE(entry.message.time, message.time);
        QCOMPARE(entry.message.author, message.author);
        QCOMPARE(entry.message.text, message.text);
        QCOMPARE(entry.message.binary, message.binary);
        QCOMPARE(entry.message.count, message.count);
        QCOMPARE(entry.message.closeCode, message.closeCode);
    }

    void givesEntriesAfterANumberInBatches_data()
    {
        QTest::addColumn<quint64>("after");
        QTest::addColumn<qsizetype>("maxCount");
        QTest::addColumn<QList<quint64>>("expected");
        QTest::newRow("before what is kept") << quint64(0) << qsizetype(2) << QList<quint64>{3, 4};
        QTest::newRow("right before what is kept")
            << quint64(2) << qsizetype(9) << QList<quint64>{3, 4, 5, 6};
        QTest::newRow("within") << quint64(4) << qsizetype(9) << QList<quint64>{5, 6};
        QTest::newRow("at the end") << quint64(6) << qsizetype(9) << QList<quint64>{};
        QTest::newRow("past the end") << ~quint64(0) << qsizetype(9) << QList<quint64>{};
        QTest::newRow("none wanted") << quint64(0) << qsizetype(0) << QList<quint64>{};
    }

    void givesEntriesAfterANumberInBatches()
    {
        QFETCH(const quint64, after);
        QFETCH(const qsizetype, maxCount);
        Conversation conversation({.maxEntries = 4, .maxOctets = 1'000});
        for (int i = 0; i < 6; ++i)
            conversation.append(said(u"x"_s));
        QTEST(numbers(conversation.since(after, maxCount)), "expected");
    }

    void dropsTheOldestPastTheEntryLimit()
    {
        Conversation conversation({.maxEntries = 2, .maxOctets = 1'000});
        for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
            conversation.append(said(text));
        QCOMPARE(conversation.firstNumber(), 2u);
        QCOMPARE(conversation.lastNumber(), 3u);
        QCOMPARE(conversation.since(0, 9).constFirst().message.text, u"b"_s);
    }

    void dropsTheOldestPastTheOctetLimit()
    {
        Conversation conversation({.maxEntries = 100, .maxOctets = 10});
        conversation.append(said(u"abc"_s)); // 6 octets as UTF-16
        conversation.append(shown("1234"));
        QCOMPARE(conversation.firstNumber(), 1u);
        conversation.append(shown("5"));
        QCOMPARE(numbers(conversation.since(0, 9)), (QList<quint64>{2, 3}));
    }

    void takesNewLimitsAtOnce()
    {
        Conversation conversation;
        for (int i = 0; i < 10; ++i)
            conversation.append(said(u"four"_s));
        conversation.setLimits({3, 1'000});
        QCOMPARE(conversation.firstNumber(), 8u);
        conversation.setLimits({100, 8});
        QCOMPARE(conversation.firstNumber(), 10u);
    }

    void dropsAnEntryThatIsBiggerThanTheLimit()
    {
        Conversation conversation({.maxEntries = 100, .maxOctets = 10});
        conversation.append(said(u"a"_s));
        conversation.append(shown(QByteArray(11, 'x')));
        QCOMPARE(conversation.firstNumber(), 3u);
        QCOMPARE(conversation.lastNumber(), 2u);
        QVERIFY(conversation.since(0, 9).isEmpty());
        conversation.append(said(u"b"_s));
        QCOMPARE(numbers(conversation.since(2, 9)), QList<quint64>{3});
    }

    void putsWhatAHistoryHasWhereItBelongs()
    {
        const auto at = [](qint64 time, const QString &text, const QString &room = u"/"_s) {
            RoomMessage message = said(text);
            message.room = room;
            message.epoch = 1'000;
            message.seq = quint64(time);
            message.time = time;
            return message;
        };
        const auto textsOf = [](const Conversation &conversation) {
            QStringList texts;
            const auto entries = conversation.since(0, 100);
            for (const Conversation::Entry &entry : entries)
                texts.append(entry.message.text);
            return texts;
        };
        Conversation conversation;
        conversation.bringBack({at(1, u"a"_s), at(3, u"c"_s)});
        QCOMPARE(textsOf(conversation), (QStringList{u"a"_s, u"c"_s}));
        RoomMessage joined;
        joined.kind = RoomMessage::Kind::Joined;
        joined.time = 4;
        conversation.append(joined);
        conversation.append(at(5, u"e"_s));
        // As the next run finds it: nothing twice, but what another room has of the same seq.
        conversation.bringBack({at(1, u"a"_s), at(2, u"b"_s), at(3, u"c"_s), at(3, u"C"_s, u"/room/x"_s),
                                at(5, u"e"_s), at(6, u"f"_s)});
        QCOMPARE(textsOf(conversation),
                 (QStringList{u"a"_s, u"b"_s, u"C"_s, u"c"_s, QString(), u"e"_s, u"f"_s}));
        QCOMPARE(numbers(conversation.since(0, 100)), (QList<quint64>{5, 6, 7, 8, 9, 10, 11}));
        conversation.bringBack({at(1, u"a"_s), at(6, u"f"_s)}); // nothing new
        QCOMPARE(conversation.firstNumber(), 5u);
        QCOMPARE(conversation.lastNumber(), 11u);
        // The newest that there is room for, and none in place of what is there.
        conversation.setLimits({8, 1'000});
        conversation.bringBack({at(0, u"-"_s), at(7, u"g"_s)});
        QCOMPARE(textsOf(conversation).size(), 8);
        QCOMPARE(textsOf(conversation).constLast(), u"g"_s);
        conversation.bringBack({at(8, u"h"_s)});
        QCOMPARE(textsOf(conversation).constLast(), u"g"_s);
        QCOMPARE(conversation.lastNumber(), 19u);
    }

    void forgets()
    {
        Conversation conversation({.maxEntries = 100, .maxOctets = 10});
        conversation.append(shown("1234567"));
        conversation.clear();
        QVERIFY(conversation.since(0, 9).isEmpty());
        QCOMPARE(conversation.firstNumber(), 2u);
        conversation.append(shown("12345678"));
        QCOMPARE(numbers(conversation.since(0, 9)), QList<quint64>{2});
    }

    void isReadWhileItIsWritten()
    {
        constexpr int entryCount = 5'000;
        Conversation conversation;
        const std::unique_ptr<QThread> writer(QThread::create([&conversation] {
            for (int i = 0; i < entryCount; ++i)
                conversation.append(said(QString::number(i)));
        }));
        writer->start();
        quint64 last = 0;
        while (last < entryCount) {
            const QList<Conversation::Entry> batch = conversation.since(last, 100);
            for (const Conversation::Entry &entry : batch) {
                QCOMPARE(entry.number, last + 1);
                QCOMPARE(entry.message.text, QString::number(last));
                last = entry.number;
            }
        }
        QVERIFY(writer->wait());
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
