#include "ui/models/conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

RoomMessage said(const QString &text, const QString &room = u"/"_s)
{
    RoomMessage message;
    message.text = text;
    message.room = room;
    return message;
}

QStringList texts(const ConversationModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row).data().toString());
    return result;
}

/// A conversation with its model, watched by QAbstractItemModelTester.
struct Watched
{
    explicit Watched(ConversationLimits limits = {})
        : conversation(std::make_shared<Conversation>(limits))
        , model(conversation)
    {}

    std::shared_ptr<Conversation> conversation;
    ConversationModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
};

} // namespace

class TestConversationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyUntilItIsRefreshed()
    {
        Watched watched;
        watched.conversation->append(said(u"hi"_s));
        QCOMPARE(watched.model.rowCount(), 0);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(texts(watched.model), QStringList{u"hi"_s});
    }

    void showsWhatWasSaid()
    {
        Watched watched;
        RoomMessage message;
        message.kind = RoomMessage::Kind::Binary;
        message.room = u"/room/blue"_s;
        message.time = 1'767'225'600'789;
        message.author = {.id = 7, .name = u"미나"_s};
        message.text = u"안녕"_s;
        message.binary = "octets"_ba;
        watched.conversation->append(message);
        watched.model.refresh();
        const QModelIndex index = watched.model.index(0);
        QCOMPARE(index.data().toString(), message.text);
        QVERIFY(!index.data(Qt::UserRole).isValid());
        QCOMPARE(watched.model.message(0).author, message.author);
    }

    void insertsABatchAtOnceAndTellsOfMore()
    {
        Watched watched;
        const int count = ConversationModel::maxRowsPerRefresh + 10;
        for (int i = 0; i < count; ++i)
            watched.conversation->append(said(QString::number(i)));
        QVERIFY(watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), ConversationModel::maxRowsPerRefresh);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), count);
        QCOMPARE(watched.inserted.count(), 2);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.inserted.count(), 2);
    }

    void showsOneRoom()
    {
        Watched watched;
        for (const QString &room : {u"/"_s, u"/room/blue"_s, u"/"_s})
            watched.conversation->append(said(room, room));
        watched.model.refresh();
        QCOMPARE(watched.model.rowCount(), 3);
        watched.model.setRoom(u"/room/blue"_s);
        QCOMPARE(watched.reset.count(), 1);
        watched.model.refresh();
        QCOMPARE(texts(watched.model), QStringList{u"/room/blue"_s});
        watched.conversation->append(said(u"other"_s, u"/"_s));
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), 1);
        watched.model.setRoom(std::nullopt);
        watched.model.refresh();
        QCOMPARE(watched.model.rowCount(), 4);
    }

    void choosingTheSameRoomChangesNothing()
    {
        Watched watched;
        watched.model.setRoom(std::nullopt);
        QCOMPARE(watched.reset.count(), 0);
    }

    void dropsWhatTheConversationHasDropped()
    {
        Watched watched({.maxEntries = 3, .maxOctets = 1'000});
        for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
            watched.conversation->append(said(text));
        watched.model.refresh();
        const QPersistentModelIndex last(watched.model.index(2));
        watched.conversation->append(said(u"d"_s));
        watched.model.refresh();
        QCOMPARE(texts(watched.model), (QStringList{u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(last.row(), 1);
        for (int i = 0; i < 9; ++i)
            watched.conversation->append(said(QString::number(i)));
        watched.model.refresh();
        QCOMPARE(texts(watched.model), (QStringList{u"6"_s, u"7"_s, u"8"_s}));
        QCOMPARE(watched.reset.count(), 0);
    }

    void knowsWhereSomethingWasSaid()
    {
        Watched watched({.maxEntries = 3, .maxOctets = 1'000});
        watched.model.setRoom(u"/shown"_s);
        RoomMessage joined;
        joined.kind = RoomMessage::Kind::Joined;
        joined.room = u"/silent"_s;
        watched.conversation->append(joined);
        watched.conversation->append(said(u"a"_s, u"/other"_s));
        QVERIFY(!watched.model.hasMessages(u"/other"_s));
        watched.model.refresh();
        QVERIFY(watched.model.hasMessages(u"/other"_s));
        QVERIFY(!watched.model.hasMessages(u"/silent"_s));
        QVERIFY(!watched.model.hasMessages(u"/nowhere"_s));
        for (const QString &text : {u"b"_s, u"c"_s, u"d"_s})
            watched.conversation->append(said(text, u"/shown"_s));
        watched.model.refresh();
        QVERIFY(!watched.model.hasMessages(u"/other"_s));
        QVERIFY(watched.model.hasMessages(u"/shown"_s));
    }

    void follows100000Entries()
    {
        Watched watched;
        for (int i = 0; i < 100'000; ++i) {
            watched.conversation->append(said(u"x"_s));
            if (i % 1'000 == 0)
                watched.model.refresh();
        }
        while (watched.model.refresh()) {
        }
        QCOMPARE(watched.model.rowCount(), int(ConversationLimits().maxEntries));
    }
};

QTEST_GUILESS_MAIN(TestConversationModel)
#include "tst_conversationmodel.moc"
