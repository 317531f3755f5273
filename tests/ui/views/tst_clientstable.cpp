#include "ui/views/clientstable.h"

#include "tests/ui/views/tooltips.h"
#include "ui/models/rostermodel.h"
#include "ui/views/bandialog.h"
#include "ui/views/memberdelegate.h"

#include <QContextMenuEvent>
#include <QDialog>
#include <QHelpEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientsTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheRoster();
    void menuOpensByKeyboard();
    void menuOpensByItsDots();
    void closedMemberCanOnlyBeLookedAt();
    void closingMemberTakesNoMore();
    void returnAsksWhatToSend();
    void deleteAsksForTheCode();
    void banningIsAsked();
    void toolTipShowsMarkupAsText();
    void nobodySucceedsWhoIsForgotten();
    void tabChoosesNobody();

private:
    void addMember(quint64 id, const QString &name, ReadyState state)
    {
        MemberInfo member;
        member.id = id;
        member.name = name;
        member.address = u"192.168.0.12"_s;
        member.readyState = state;
        m_server->roster()->update(member);
        m_table->refresh();
    }
    void select(int row) { m_table->setCurrentIndex(m_table->model()->index(row, m_table->modelColumn())); }
    QMenu *menu() const { return m_table->findChild<QMenu *>(u"clientMenu"_s); }
    QAction *entry(const QString &name) const { return m_table->findChild<QAction *>(name); }

    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<ClientsTable> m_table;
};

void TestClientsTable::init()
{
    m_server = std::make_unique<RoomServer>(std::make_shared<TrafficLog>());
    m_table = std::make_unique<ClientsTable>(*m_server);
    m_table->resize(300, 300);
    m_table->show();
}

void TestClientsTable::cleanup()
{
    m_table.reset();
    m_server.reset();
}

void TestClientsTable::showsTheRoster()
{
    addMember(1, u"Mina"_s, ReadyState::Open);
    addMember(2, u"Jun"_s, ReadyState::Closed);
    QCOMPARE(m_table->model()->rowCount(), 2);
    QCOMPARE(m_table->model()->index(0, m_table->modelColumn()).data().toString(), u"Mina"_s);
}

void TestClientsTable::menuOpensByKeyboard()
{
    addMember(7, u"Mina"_s, ReadyState::Open);
    select(0);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_table.get(), &event);
    QVERIFY(menu());
    QVERIFY(entry(u"clientPing"_s)->isEnabled());
    QSignalSpy shown(m_table.get(), &ClientsTable::showOnlyRequested);
    entry(u"clientTraffic"_s)->trigger();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().at(0).toULongLong(), 7ULL);
    QCOMPARE(shown.first().at(1).toString(), u"Mina"_s);
    menu()->close();
}

void TestClientsTable::menuOpensByItsDots()
{
    addMember(7, u"Mina"_s, ReadyState::Open);
    const QRect row = m_table->visualRect(m_table->model()->index(0, m_table->modelColumn()));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(!menu());
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, MemberDelegate::menuRect(row).center());
    QVERIFY(menu());
    menu()->close();
}

void TestClientsTable::closedMemberCanOnlyBeLookedAt()
{
    addMember(7, u"Mina"_s, ReadyState::Closed);
    select(0);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_table.get(), &event);
    for (const QString &name : {u"clientSend"_s, u"clientPing"_s, u"clientClose"_s, u"clientKick"_s})
        QVERIFY2(!entry(name)->isEnabled(), qPrintable(name));
    QVERIFY(entry(u"clientTraffic"_s)->isEnabled());
    QVERIFY(entry(u"clientBan"_s)->isEnabled()); // it may come back
    menu()->close();
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QVERIFY(!m_table->findChild<QDialog *>());
}

void TestClientsTable::closingMemberTakesNoMore()
{
    addMember(7, u"Mina"_s, ReadyState::Closing);
    select(0);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_table.get(), &event);
    QVERIFY(!entry(u"clientSend"_s)->isEnabled());
    QVERIFY(!entry(u"clientPing"_s)->isEnabled());
    QVERIFY(!entry(u"clientClose"_s)->isEnabled());
    QVERIFY(entry(u"clientKick"_s)->isEnabled());
    menu()->close();
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QVERIFY(!m_table->findChild<QDialog *>());
}

void TestClientsTable::returnAsksWhatToSend()
{
    addMember(7, u"Mina"_s, ReadyState::Open);
    select(0);
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    auto *dialog = m_table->findChild<QDialog *>(u"sendToMemberDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"dialogCancel"_s), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
}

void TestClientsTable::deleteAsksForTheCode()
{
    addMember(7, u"Mina"_s, ReadyState::Open);
    select(0);
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    auto *dialog = m_table->findChild<QDialog *>(u"closeMemberDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->close();
}

void TestClientsTable::banningIsAsked()
{
    m_table->banCurrent(); // nobody
    QVERIFY(!m_table->findChild<BanDialog *>());
    addMember(7, u"Mina"_s, ReadyState::Open);
    select(0);
    const QSignalSpy requested(m_table.get(), &ClientsTable::banRequested);
    m_table->banCurrent();
    auto *dialog = m_table->findChild<BanDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(requested.size(), 0);
    Q_EMIT dialog->chosen(QHostAddress(u"192.168.0.12"_s));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<QHostAddress>(), QHostAddress(u"192.168.0.12"_s));
    dialog->close();
}

void TestClientsTable::toolTipShowsMarkupAsText()
{
    addMember(7, imageTag, ReadyState::Open);
    const QPoint row = m_table->visualRect(m_table->model()->index(0, m_table->modelColumn())).center();
    QHelpEvent event(QEvent::ToolTip, row, m_table->viewport()->mapToGlobal(row));
    QCoreApplication::sendEvent(m_table->viewport(), &event);
    QVERIFY2(readIn(QToolTip::text()).startsWith(imageTag), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestClientsTable::nobodySucceedsWhoIsForgotten()
{
    addMember(1, u"Mina"_s, ReadyState::Closed);
    for (quint64 id = 2; id < 2 + Roster::maxClosedMembers; ++id) {
        if (id == 3)
            select(0);
        addMember(id, u"Jun"_s, ReadyState::Closed);
    }
    QCOMPARE(m_table->model()->index(0, m_table->modelColumn()).data().toString(), u"Jun"_s);
    QVERIFY(!m_table->currentIndex().isValid());
    QVERIFY(!m_table->selectionModel()->hasSelection());
}

void TestClientsTable::tabChoosesNobody()
{
    addMember(1, u"Mina"_s, ReadyState::Open);
    addMember(2, u"Jun"_s, ReadyState::Open);
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->setAttribute(Qt::WA_KeyboardFocusChange);
    m_table->clearFocus();
    const QImage before = m_table->grab().toImage();
    m_table->setFocus(Qt::TabFocusReason);
    QVERIFY(m_table->hasFocus());
    QVERIFY(!m_table->currentIndex().isValid());
    QVERIFY(m_table->grab().toImage() != before); // one sees where the keyboard is
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QCOMPARE(m_table->currentIndex().row(), 0);
    QVERIFY(m_table->selectionModel()->isSelected(m_table->currentIndex()));
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QCOMPARE(m_table->currentIndex().row(), 1);
}

QTEST_MAIN(TestClientsTable)
#include "tst_clientstable.moc"
