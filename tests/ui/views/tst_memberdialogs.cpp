#include "ui/views/memberdialogs.h"

#include "server/roster.h"

#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

MemberInfo mina()
{
    MemberInfo member;
    member.id = 42;
    member.name = u"Mina"_s;
    return member;
}

/// Who is here: Mina alone.
std::shared_ptr<Roster> rosterOf(ReadyState readyState)
{
    auto roster = std::make_shared<Roster>();
    MemberInfo member = mina();
    member.readyState = readyState;
    roster->update(member);
    return roster;
}

} // namespace

class TestMemberDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void closeGivesCodeAndReason();
    void closeWantsACodeThatMayBeSent();
    void sendGivesTheText();
    void cancelGivesNothing();
    void sendGivesWhatIsBeingComposed();
    void whatCannotBeSentStays_data();
    void whatCannotBeSentStays();
    void nobodyIsClosedTwice();

private:
    std::shared_ptr<Roster> m_roster = rosterOf(ReadyState::Open);
};

void TestMemberDialogs::closeGivesCodeAndReason()
{
    QPointer<CloseMemberDialog> dialog = new CloseMemberDialog(mina(), *m_roster);
    QSignalSpy chosen(dialog.data(), &CloseMemberDialog::chosen);
    dialog->open();
    auto *code = dialog->findChild<QComboBox *>(u"closeCode"_s);
    code->lineEdit()->selectAll();
    QTest::keyClicks(code->lineEdit(), u"4001"_s);
    dialog->findChild<QLineEdit *>(u"closeReason"_s)->setText(u"안녕"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"dialogAccept"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toULongLong(), 42ULL);
    QCOMPARE(chosen.first().at(1).value<CloseStatus>(), (CloseStatus{CloseCode(4001), u"안녕"_s}));
    // It deletes itself.
    QTRY_VERIFY(!dialog);
}

void TestMemberDialogs::closeWantsACodeThatMayBeSent()
{
    CloseMemberDialog dialog(mina(), *m_roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    const auto *accept = dialog.findChild<QPushButton *>(u"dialogAccept"_s);
    QVERIFY(accept->isEnabled());
    dialog.findChild<QComboBox *>(u"closeCode"_s)->setEditText(u"1006"_s);
    QVERIFY(!accept->isEnabled());
}

void TestMemberDialogs::sendGivesTheText()
{
    SendToMemberDialog dialog(mina(), *m_roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy chosen(&dialog, &SendToMemberDialog::chosen);
    dialog.open();
    auto *text = dialog.findChild<QPlainTextEdit *>(u"sendToMemberText"_s);
    text->insertPlainText(u"10\u00A0km\u2028"_s);
    QTest::keyClicks(text, u"hello"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toULongLong(), 42ULL);
    QCOMPARE(chosen.first().at(1).toString(), u"10\u00A0km\nhello"_s);
    QVERIFY(!dialog.isVisible());
}

void TestMemberDialogs::cancelGivesNothing()
{
    SendToMemberDialog dialog(mina(), *m_roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy chosen(&dialog, &SendToMemberDialog::chosen);
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"dialogCancel"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(!dialog.isVisible());
}

void TestMemberDialogs::sendGivesWhatIsBeingComposed()
{
    SendToMemberDialog dialog(mina(), *m_roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy chosen(&dialog, &SendToMemberDialog::chosen);
    dialog.open();
    QInputMethodEvent composing(u"안"_s, {});
    QCoreApplication::sendEvent(dialog.findChild<QPlainTextEdit *>(u"sendToMemberText"_s), &composing);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"dialogAccept"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][1].toString(), u"안"_s);
}

void TestMemberDialogs::whatCannotBeSentStays_data()
{
    QTest::addColumn<bool>("isNoticed");
    QTest::newRow("said as soon as it is so") << true;
    QTest::newRow("said when it is sent") << false;
}

void TestMemberDialogs::whatCannotBeSentStays()
{
    QFETCH(const bool, isNoticed);
    const std::shared_ptr<Roster> roster = rosterOf(ReadyState::Open);
    SendToMemberDialog dialog(mina(), *roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy chosen(&dialog, &SendToMemberDialog::chosen);
    dialog.open();
    auto *edit = dialog.findChild<QPlainTextEdit *>(u"sendToMemberText"_s);
    edit->setPlainText(u"a long letter"_s);
    const auto *accept = dialog.findChild<QPushButton *>(u"dialogAccept"_s);
    MemberInfo closed = mina();
    closed.readyState = ReadyState::Closed;
    roster->update(closed);
    if (isNoticed)
        QTRY_VERIFY(!accept->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!accept->isEnabled());
    QCOMPARE(chosen.size(), 0);
    QVERIFY(dialog.isVisible());
    QCOMPARE(edit->toPlainText(), u"a long letter"_s);
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains("was not sent"_L1); }));
}

void TestMemberDialogs::nobodyIsClosedTwice()
{
    const std::shared_ptr<Roster> roster = rosterOf(ReadyState::Open);
    CloseMemberDialog dialog(mina(), *roster);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    MemberInfo closing = mina();
    closing.readyState = ReadyState::Closing;
    roster->update(closing);
    const auto *accept = dialog.findChild<QPushButton *>(u"dialogAccept"_s);
    QTRY_VERIFY(!accept->isEnabled());
    dialog.findChild<QLineEdit *>(u"closeReason"_s)->setText(u"again"_s);
    QVERIFY(!accept->isEnabled());
}

QTEST_MAIN(TestMemberDialogs)
#include "tst_memberdialogs.moc"
