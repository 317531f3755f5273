#include "ui/views/mainwindow.h"

#include "ui/models/rostermodel.h"
#include "ui/views/clientpane.h"
#include "ui/views/clientstable.h"
#include "ui/views/clientview.h"
#include "ui/views/exportdialog.h"
#include "ui/views/hostpane.h"
#include "ui/views/roomview.h"
#include "ui/views/wireview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace confab;

/// What passes between the window's parts: an action here is seen there.
class TestMainWindowConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void startStopActionStartsAndStops();
    void headerStops();
    void copyLinkCopiesTheJoinLink();
    void qrCodeOpensFromMenuHeaderAndHostPane_data();
    void qrCodeOpensFromMenuHeaderAndHostPane();
    void roomAndWireAreSwitched();
    void centreFocusIsWhereOneWrites();
    void findLeadsToTheFilter();
    void exportAsksWhereTo();
    void newConnectionAddsATab();
    void connectUnfoldsTheClientPane();
    void paneActionsFollowThePanes();
    void memberActionsReachTheMember();
    void closeAndSendAskFirst_data();
    void closeAndSendAskFirst();
    void trafficOfAMemberAlone();
    void policyIsSaidOutside();
    void trustedCertificatesAreSaidOutside();
    void quitClosesTheWindow();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        auto *widget = m_window->findChild<Widget *>(name);
        if (!widget)
            qFatal("The window has no %s", qPrintable(name));
        return widget;
    }
    template <typename Widget>
    bool isShown(const QString &name) const
    {
        return child<Widget>(name)->isVisible();
    }
    static QString focusName()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    void trigger(const QString &name) const { child<QAction>(name)->trigger(); }
    void click(const QString &name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void start()
    {
        trigger(u"startStop"_s);
        QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
        QTRY_VERIFY(isShown<QPushButton>(u"copyLink"_s));
    }
    /// A member is there, and the table's current row is its.
    void join()
    {
        start();
        m_member = std::make_unique<QWebSocket>();
        m_member->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())));
        auto *table = child<ClientsTable>(u"clientsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(m_member->state(), QAbstractSocket::ConnectedState);
        table->setCurrentIndex(table->model()->index(0, 0));
    }

    QThread m_thread;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWebSocket> m_member;
};

void TestMainWindowConnections::init()
{
    m_thread.start();
    const auto log = std::make_shared<TrafficLog>();
    m_server = std::make_unique<RoomServer>(log);
    ServerPolicy policy;
    policy.port = 0;
    m_window = std::make_unique<MainWindow>(*m_server, &m_thread, log, policy);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindowConnections::cleanup()
{
    m_member.reset();
    m_window.reset();
    m_server.reset();
    m_thread.quit();
    m_thread.wait();
}

void TestMainWindowConnections::startStopActionStartsAndStops()
{
    const QString startWords = child<QAction>(u"startStop"_s)->text();
    start();
    QTRY_VERIFY(child<QAction>(u"startStop"_s)->text() != startWords);
    trigger(u"startStop"_s);
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
    QTRY_COMPARE(child<QAction>(u"startStop"_s)->text(), startWords);
}

void TestMainWindowConnections::headerStops()
{
    start();
    click(u"startStop"_s);
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
}

void TestMainWindowConnections::copyLinkCopiesTheJoinLink()
{
    QVERIFY(!child<QAction>(u"copyLinkAction"_s)->isEnabled());
    start();
    QApplication::clipboard()->clear();
    trigger(u"copyLinkAction"_s);
    QCOMPARE(QApplication::clipboard()->text(), m_server->joinLinks().value(0));
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void TestMainWindowConnections::qrCodeOpensFromMenuHeaderAndHostPane_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("menu") << QString();
    QTest::newRow("header") << u"showQr"_s;
    QTest::newRow("host pane") << u"showQr1"_s;
}

void TestMainWindowConnections::qrCodeOpensFromMenuHeaderAndHostPane()
{
    QFETCH(const QString, button);
    start();
    QVERIFY(!m_window->findChild<QWidget *>(u"qrCodePopup"_s)); // it is made when it is wanted
    if (button.isEmpty())
        trigger(u"showQrAction"_s);
    else
        click(button);
    QTRY_VERIFY(isShown<QWidget>(u"qrCodePopup"_s));
    QVERIFY(child<QLabel>(u"qrCodeLink"_s)->text().contains(QString::number(m_server->port())));
    // A link that leads nowhere any more is not offered.
    m_server->stop();
    QTRY_VERIFY(!isShown<QWidget>(u"qrCodePopup"_s));
}

void TestMainWindowConnections::roomAndWireAreSwitched()
{
    trigger(u"showWire"_s);
    QVERIFY(isShown<WireView>(u"wireView"_s));
    QTRY_COMPARE(focusName(), u"wireFilter"_s);
    trigger(u"showRoom"_s);
    QVERIFY(isShown<RoomView>(u"roomView"_s));
    QVERIFY(!isShown<WireView>(u"wireView"_s));
    QTRY_COMPARE(focusName(), u"roomMessage"_s);
}

void TestMainWindowConnections::centreFocusIsWhereOneWrites()
{
    const auto comeFromTheClient = [this] {
        child<QWidget>(u"clientAddress"_s)->setFocus();
        trigger(u"focusCentre"_s);
        return focusName();
    };
    QCOMPARE(comeFromTheClient(), u"welcomeStart"_s);
    trigger(u"showRoom"_s);
    QCOMPARE(comeFromTheClient(), u"roomMessage"_s);
    trigger(u"showWire"_s);
    QCOMPARE(comeFromTheClient(), u"wireFilter"_s);
}

void TestMainWindowConnections::findLeadsToTheFilter()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(isShown<WireView>(u"wireView"_s));
    QTRY_COMPARE(QApplication::focusWidget(), child<QWidget>(u"wireFilter"_s));
}

void TestMainWindowConnections::exportAsksWhereTo()
{
    const QSignalSpy folders(m_window.get(), &MainWindow::exportFolderChosen);
    const QTemporaryDir folder;
    m_window->setExportFolder(folder.path());
    trigger(u"exportTraffic"_s);
    QVERIFY(isShown<WireView>(u"wireView"_s));
    QVERIFY(!m_window->findChild<ExportDialog *>()); // there is nothing yet
    join();
    QTRY_VERIFY(child<QPushButton>(u"wireExport"_s)->isEnabled());
    trigger(u"exportTraffic"_s);
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).path(), folder.path());
    Q_EMIT dialog->chosen(folder.filePath(u"wire.jsonl"_s), ExportFormat::JsonLines);
    dialog->reject();
    QCOMPARE(folders.size(), 1);
    QCOMPARE(folders[0][0].toString(), folder.path());
    QTRY_VERIFY(isShown<QPushButton>(u"exportOpenFolder"_s));
}

void TestMainWindowConnections::newConnectionAddsATab()
{
    const auto *pane = child<ClientPane>(u"clientPane"_s);
    const int before = pane->connectionCount();
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(pane->connectionCount(), before + 1);
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY(pane->currentConnection()->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindowConnections::connectUnfoldsTheClientPane()
{
    trigger(u"toggleClientPane"_s);
    QVERIFY(!isShown<ClientPane>(u"clientPane"_s));
    trigger(u"connectToServer"_s);
    QVERIFY(isShown<ClientPane>(u"clientPane"_s));
    QVERIFY(child<QAction>(u"toggleClientPane"_s)->isChecked());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"clientAddress"_s);
}

void TestMainWindowConnections::paneActionsFollowThePanes()
{
    const auto *action = child<QAction>(u"toggleClientPane"_s);
    QVERIFY(action->isChecked());
    // A window that became narrow folds the pane, and the menu says so.
    m_window->resize(1100, 700);
    QTRY_VERIFY(!isShown<ClientPane>(u"clientPane"_s));
    QVERIFY(!action->isChecked());
    m_window->resize(1280, 800);
    QTRY_VERIFY(isShown<ClientPane>(u"clientPane"_s));
    QVERIFY(action->isChecked());
    trigger(u"toggleHostPane"_s);
    QVERIFY(!isShown<HostPane>(u"hostPane"_s));
    QVERIFY(child<QAction>(u"toggleClientPane"_s)->isChecked());
}

void TestMainWindowConnections::memberActionsReachTheMember()
{
    join();
    trigger(u"clientPingAction"_s);
    const auto *roster = child<ClientsTable>(u"clientsTable"_s)->roster();
    // QWebSocket answers.
    QTRY_VERIFY(roster->member(0).roundTripMicroseconds >= 0);
    const QSignalSpy gone(m_member.get(), &QWebSocket::disconnected);
    trigger(u"clientKickAction"_s);
    QTRY_COMPARE(gone.size(), 1);
}

void TestMainWindowConnections::closeAndSendAskFirst_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("send") << u"clientSendAction"_s;
    QTest::newRow("close") << u"clientCloseAction"_s;
}

void TestMainWindowConnections::closeAndSendAskFirst()
{
    QFETCH(const QString, action);
    trigger(action); // nobody is there: nothing
    QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
    join();
    trigger(action);
    const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 1);
    QVERIFY(dialogs.first()->isVisible());
    const QPointer<QDialog> dialog(dialogs.first());
    QTest::keyClick(dialog, Qt::Key_Escape);
    const QDialog *left = dialog;
    QVERIFY(!left || !left->isVisible());
    QCOMPARE(m_member->state(), QAbstractSocket::ConnectedState);
}

void TestMainWindowConnections::trafficOfAMemberAlone()
{
    join();
    QVERIFY(
        !m_window->findChild<QPushButton *>(u"wireConnectionChip"_s)); // nobody has looked at the wire yet
    trigger(u"clientTrafficAction"_s);
    QVERIFY(isShown<WireView>(u"wireView"_s));
    QVERIFY(isShown<QPushButton>(u"wireConnectionChip"_s));
    const auto *roster = child<ClientsTable>(u"clientsTable"_s)->roster();
    QVERIFY(child<QPushButton>(u"wireConnectionChip"_s)->text().contains(roster->member(0).name));
}

void TestMainWindowConnections::policyIsSaidOutside()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::policyChanged);
    QTest::mouseClick(child<QRadioButton>(u"thisNetwork"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<ServerPolicy>().address, QHostAddress(QHostAddress::Any));
}

void TestMainWindowConnections::trustedCertificatesAreSaidOutside()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::certificatePinsChanged);
    const QByteArray fingerprint = QByteArray("AA:").repeated(32).chopped(1);
    m_window->setCertificatePins({});
    QCOMPARE(changed.size(), 0);
    CertificatePins &pins = child<ClientPane>(u"clientPane"_s)->certificatePins();
    pins.pin(QUrl(u"wss://kitchen:3000/"_s), fingerprint);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().constFirst().toStringList(), pins.lines());
}

void TestMainWindowConnections::quitClosesTheWindow()
{
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestMainWindowConnections)
#include "tst_mainwindowconnections.moc"
