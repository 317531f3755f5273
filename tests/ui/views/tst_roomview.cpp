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

QTEST_MAIN(TestRoomView)
#include "tst_roomview.moc"
