#include "ui/views/roomview.h"

#include "tests/ui/views/tooltips.h"
#include "ui/views/conversationview.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRoomView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostSpeaksOnceTheRoomIsOpen();
    void showsWhoIsHere();
    void otherRoomsCanBeChosen();
    void namesAreShownAsText();
    void longRoomNamesWidenNothing();
    void desertedRoomsGo();
    void roomsThatAHistoryBroughtBackAreThere();

private:
    static void enter(RoomServer &server, quint64 id, const QString &room,
                      ReadyState readyState = ReadyState::Open)
    {
        MemberInfo member;
        member.id = id;
        member.room = room;
        member.readyState = readyState;
        server.roster()->update(member);
    }
};

void TestRoomView::hostSpeaksOnceTheRoomIsOpen()
{
    RoomServer server(std::make_shared<TrafficLog>());
    RoomView view(server);
    view.resize(500, 400);
    view.show();
    auto *edit = view.findChild<QPlainTextEdit *>(u"roomMessage"_s);
    const auto *send = view.findChild<QPushButton *>(u"roomSend"_s);
    QTest::keyClicks(edit, u"hello"_s);
    QVERIFY(!send->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edit->toPlainText(), u"hello"_s);

    ServerPolicy policy;
    policy.port = 0;
    server.start(policy);
    QTRY_COMPARE(server.state(), RoomServer::State::Listening);
    view.showState();
    QVERIFY(send->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(edit->toPlainText().isEmpty());
    QTRY_COMPARE(server.conversation()->lastNumber(), 1ULL);
    view.refresh();
    QVERIFY(view.conversation()->toPlainText().endsWith("hello"_L1));
}

void TestRoomView::showsWhoIsHere()
{
    RoomServer server(std::make_shared<TrafficLog>());
    ServerPolicy policy;
    policy.port = 0;
    server.start(policy);
    QTRY_COMPARE(server.state(), RoomServer::State::Listening);
    RoomView view(server);
    view.resize(500, 400);
    view.show();
    MemberInfo member;
    member.id = 1'000'000;
    member.name = u"Mina"_s;
    member.room = u"/"_s;
    member.readyState = ReadyState::Open;
    server.roster()->update(member);
    view.refresh();
    const auto *presence = view.findChild<QLabel *>(u"presence"_s);
    QVERIFY2(presence->text().contains("Mina"_L1), qPrintable(presence->text()));
    member.readyState = ReadyState::Closed;
    server.roster()->update(member);
    view.refresh();
    QVERIFY(!presence->text().contains("Mina"_L1));
}

void TestRoomView::otherRoomsCanBeChosen()
{
    RoomServer server(std::make_shared<TrafficLog>());
    RoomView view(server);
    view.show();
    auto *rooms = view.findChild<QComboBox *>(u"rooms"_s);
    QVERIFY(!rooms->isVisible());
    MemberInfo member;
    member.id = 1;
    member.room = u"/room/physics"_s;
    member.readyState = ReadyState::Open;
    server.roster()->update(member);
    RoomMessage message;
    message.room = u"/room/physics"_s;
    message.author = {1, u"Mina"_s, false};
    message.text = u"F = ma"_s;
    server.conversation()->append(message);
    view.refresh();
    QVERIFY(rooms->isVisible());
    QVERIFY(!view.conversation()->toPlainText().contains("F = ma"_L1));
    QTest::keyClick(rooms, Qt::Key_Down);
    QCOMPARE(rooms->currentText(), u"physics"_s);
    QVERIFY(view.conversation()->toPlainText().contains("F = ma"_L1));
}

void TestRoomView::namesAreShownAsText()
{
    RoomServer server(std::make_shared<TrafficLog>());
    RoomView view(server);
    MemberInfo member;
    member.id = 1'000'000;
    member.name = imageTag;
    member.room = u"/"_s;
    member.readyState = ReadyState::Open;
    server.roster()->update(member);
    view.refresh();
    const auto *presence = view.findChild<QLabel *>(u"presence"_s);
    QCOMPARE(readIn(presence->toolTip()), imageTag);
}

void TestRoomView::longRoomNamesWidenNothing()
{
    // Its width is that of its first picture.
    const auto widthWith = [](const QString &room) {
        RoomServer server(std::make_shared<TrafficLog>());
        RoomView view(server);
        enter(server, 1, room);
        view.refresh();
        view.show();
        return view.minimumSizeHint().width();
    };
    QCOMPARE(widthWith(u"/room/"_s + QString(64, u'W')), widthWith(u"/room/physics"_s));
}

void TestRoomView::desertedRoomsGo()
{
    RoomServer server(std::make_shared<TrafficLog>());
    RoomView view(server);
    view.show();
    auto *rooms = view.findChild<QComboBox *>(u"rooms"_s);
    RoomMessage message;
    message.room = u"/room/spoken"_s;
    message.text = u"hello"_s;
    server.conversation()->append(message);
    message.kind = RoomMessage::Kind::Joined;
    message.room = u"/room/silent"_s;
    server.conversation()->append(message);
    quint64 id = 0;
    for (const QString &room : {u"/room/silent"_s, u"/room/spoken"_s, u"/room/shown"_s, u"/room/peopled"_s})
        enter(server, ++id, room);
    view.refresh();
    rooms->setCurrentIndex(rooms->findData(u"/room/shown"_s));
    QCOMPARE(rooms->count(), 5);

    id = 0;
    for (const QString &room : {u"/room/silent"_s, u"/room/spoken"_s, u"/room/shown"_s})
        enter(server, ++id, room, ReadyState::Closed);
    view.refresh();
    QCOMPARE(rooms->findData(u"/room/silent"_s), -1);
    QVERIFY(rooms->findData(u"/"_s) >= 0);
    QVERIFY(rooms->findData(u"/room/spoken"_s) >= 0);
    QVERIFY(rooms->findData(u"/room/peopled"_s) >= 0);
    QCOMPARE(rooms->currentText(), u"shown"_s);

    rooms->setCurrentIndex(rooms->findData(u"/"_s));
    QCOMPARE(rooms->findData(u"/room/shown"_s), -1);
    QCOMPARE(rooms->count(), 3);
}

void TestRoomView::roomsThatAHistoryBroughtBackAreThere()
{
    RoomServer server(std::make_shared<TrafficLog>());
    RoomView view(server);
    view.show();
    view.refresh();
    const auto *rooms = view.findChild<QComboBox *>(u"rooms"_s);
    RoomMessage message;
    message.text = u"hello"_s;
    std::vector<RoomMessage> kept;
    for (const QString &room : {u"/room/b"_s, u"/"_s, u"/room/a"_s}) {
        message.room = room;
        kept.push_back(message);
    }
    server.conversation()->bringBack(kept);
    view.refresh();
    QVERIFY(rooms->isVisible());
    QStringList names;
    for (int i = 1; i < rooms->count(); ++i)
        names += rooms->itemText(i);
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s}));
    server.conversation()->clear();
    view.refresh();
    QCOMPARE(rooms->count(), 1);
}

QTEST_MAIN(TestRoomView)
#include "tst_roomview.moc"
