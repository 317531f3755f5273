#include "core/link/networkthread.h"
#include "ui/models/rostermodel.h"
#include "ui/models/trafficmodel.h"
#include "ui/views/clientcomposer.h"
#include "ui/views/clientpane.h"
#include "ui/views/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QTreeWidget>

#include <algorithm>

using namespace confab;
using namespace Qt::StringLiterals;

/// What a person does with the window, from the first start to the last close.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log = std::make_shared<TrafficLog>();
        m_clientThread = std::make_unique<NetworkThread>(u"client"_s);
        m_server = std::make_unique<RoomServer>(m_log);
        ServerPolicy policy;
        policy.port = 0;
        m_window = std::make_unique<MainWindow>(*m_server, m_clientThread.get(), m_log, policy);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_clientThread.reset();
    }

    void aWholeConversation()
    {
        startRoom();
        connectClient();
        QTRY_COMPARE(memberState(), ReadyState::Open);

        // The client's words appear in the client pane, in the room and on the wire.
        write(u"안녕하세요, room"_s, 0);
        QTRY_VERIFY(shows("clientTrafficList", u"안녕하세요, room"_s));
        QTRY_VERIFY(shows("conversation", u"안녕하세요, room"_s));
        showTab(1);
        QTRY_VERIFY(shows("wireTable", u"안녕하세요, room"_s));

        // So do octets.
        write(u"DE AD be ef"_s, 1);
        QTRY_VERIFY(wireHas(TrafficKind::Binary, "\xDE\xAD\xBE\xEF"));
        showTab(0);
        write(u"are you there"_s, 4);
        QTRY_VERIFY(wireHas(TrafficKind::Ping, "are you there"));
        QTRY_VERIFY(wireHas(TrafficKind::Pong, "are you there"));

        // The host answers.
        auto *message = find<QPlainTextEdit>("roomMessage");
        QTest::mouseClick(message->viewport(), Qt::LeftButton);
        QTest::keyClicks(message, u"Welcome"_s);
        QTest::keyClick(message, Qt::Key_Return);
        QTRY_VERIFY(shows("clientTrafficList", u"Host: Welcome"_s));
        QVERIFY(message->toPlainText().isEmpty());

        // Closing with a code and a Korean reason shows the same on both sides.
        auto *code = pane()->findChild<QComboBox *>(u"closeCode"_s);
        code->lineEdit()->selectAll();
        QTest::keyClicks(code->lineEdit(), u"4001"_s);
        auto *reason = pane()->findChild<QLineEdit *>(u"closeReason"_s);
        reason->setText(u"안녕히 계세요"_s);
        click("clientClose");
        QTRY_COMPARE(memberState(), ReadyState::Closed);
        const CloseStatus close = member().close;
        QCOMPARE(close.code, CloseCode(4001));
        QCOMPARE(close.reason, u"안녕히 계세요"_s);
        auto *strip = pane()->findChild<QWidget *>(u"readyStateStrip"_s);
        QTRY_VERIFY2(strip->accessibleName().contains("CLOSED"_L1) ||
                         strip->accessibleDescription().contains("CLOSED"_L1),
                     qPrintable(strip->accessibleDescription()));
        QVERIFY2((strip->accessibleName() + strip->accessibleDescription()).contains("4001"_L1),
                 qPrintable(strip->accessibleDescription()));
    }

    void aFileGoesAsOneBinaryMessage()
    {
        startRoom();
        connectClient();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"picture.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray octets = QByteArray("\0\x01\x02\xFF", 4).repeated(1000);
        file.write(octets);
        file.close();
        auto *composer = m_window->findChild<ClientComposer *>(u"clientComposer"_s);
        composer->setKind(ClientComposer::Kind::File);
        composer->setFile(file.fileName());
        click("composerSend");
        QTRY_VERIFY(wireHas(TrafficKind::Binary, octets));
    }

    /// From the header's first to its last, then the host's pane, the room, the client's pane; down each.
    void tabFollowsTheEye()
    {
        startRoom();
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"joinLink1"_s));
        QTRY_VERIFY(find<QWidget>("joinLink1")->isVisible());
        find<QWidget>("hostPaneToggle")->setFocus();
        QList<const QWidget *> visited;
        for (const QWidget *stop = m_window->focusWidget(); !visited.contains(stop);
             stop = m_window->focusWidget()) {
            visited.append(stop);
            QVERIFY2(!stop->objectName().isEmpty(),
                     stop->metaObject()->className()); // a stop that nobody sees
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(m_window->focusWidget()->objectName(), u"hostPaneToggle"_s); // once round

        const QWidget *panes[] = {find<QWidget>("hostPane"), find<QWidget>("centre"),
                                  find<QWidget>("clientPane")};
        const auto paneOf = [&](const QWidget *widget) {
            const auto pane = std::find_if(std::begin(panes), std::end(panes),
                                           [&](const QWidget *each) { return each->isAncestorOf(widget); });
            return pane == std::end(panes) ? -1 : int(pane - std::begin(panes));
        };
        const auto placeOf = [this](const QWidget *widget) {
            return QRect(widget->mapTo(m_window.get(), QPoint()), widget->size());
        };
        for (qsizetype i = 1; i < visited.size(); ++i) {
            const QRect before = placeOf(visited.at(i - 1));
            const QRect here = placeOf(visited.at(i));
            const QByteArray step =
                (visited.at(i - 1)->objectName() + u" → "_s + visited.at(i)->objectName()).toUtf8();
            QVERIFY2(paneOf(visited.at(i)) >= paneOf(visited.at(i - 1)), step.constData());
            if (paneOf(visited.at(i)) == paneOf(visited.at(i - 1)))
                QVERIFY2(here.bottom() > before.top() &&
                             (here.top() >= before.bottom() || here.left() > before.left()),
                         step.constData());
        }
        for (const char *name : {"hostPaneToggle", "startStop", "menuButton", "port", "limits", "roomMessage",
                                 "composerEditor", "clientPaneToggle", "joinLink1", "token-chat"})
            QVERIFY2(visited.contains(find<QWidget>(name)), name);

        QList<const QWidget *> back;
        for (qsizetype i = 0; i < visited.size(); ++i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Backtab);
            back.prepend(m_window->focusWidget());
        }
        QCOMPARE(back, visited);
    }

    void theHostClosesAndKicks()
    {
        startRoom();
        connectClient();
        QTRY_COMPARE(memberState(), ReadyState::Open);
        m_server->kick(m_server->roster()->members().first().id);
        QTRY_COMPARE(memberState(), ReadyState::Closed);
        QTRY_VERIFY(pane()->findChild<QPushButton *>(u"clientMainButton"_s)->isEnabled());
        auto *strip = pane()->findChild<QWidget *>(u"readyStateStrip"_s);
        QTRY_VERIFY((strip->accessibleName() + strip->accessibleDescription()).contains("1006"_L1));
    }

    void theLinkIsCopied()
    {
        startRoom();
        QApplication::clipboard()->clear();
        click("copyLink");
        QCOMPARE(QApplication::clipboard()->text(), m_server->joinLinks().first());
    }

    void stoppingClosesEveryoneWith1001()
    {
        startRoom();
        connectClient();
        QSignalSpy stopped(m_server.get(), &RoomServer::stopped);
        click("startStop");
        QVERIFY(stopped.count() == 1 || stopped.wait());
        auto *strip = pane()->findChild<QWidget *>(u"readyStateStrip"_s);
        QTRY_VERIFY((strip->accessibleName() + strip->accessibleDescription()).contains("1001"_L1));
    }

    void trustedCertificatesAreForgotten()
    {
        CertificatePins &pins = m_window->findChild<ClientPane *>()->certificatePins();
        pins.pin(QUrl(u"wss://kitchen:3000/"_s), QByteArray("AB").repeated(32));
        pins.pin(QUrl(u"wss://cellar:3000/"_s), QByteArray("CD").repeated(32));
        // By the client's options, with the mouse.
        click("clientOptionsToggle");
        click("optionCertificates");
        QTRY_VERIFY(m_window->findChild<QTreeWidget *>(u"certificatesList"_s));
        auto *list = find<QTreeWidget>("certificatesList");
        QTRY_VERIFY(list->isVisible());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->topLevelItem(1)).center());
        click("certificatesRemove");
        QCOMPARE(pins.pins().size(), 1);
        QCOMPARE(pins.pins().constFirst().server, u"cellar:3000"_s);
        click("dialogCancel");
        QTRY_VERIFY(!m_window->findChild<QWidget *>(u"certificatesDialog"_s));
        // By the menu's shortcut.
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"certificatesDialog"_s));
        click("certificatesRemove");
        QVERIFY(pins.pins().isEmpty());
    }

private:
    /// The visible widget of that name, else any of that name; there must be one.
    template <typename Widget>
    Widget *find(const char *name) const
    {
        const QList<Widget *> all = m_window->findChildren<Widget *>(QString::fromLatin1(name));
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        if (all.isEmpty())
            qFatal("The window has no %s", name);
        return all.first();
    }

    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QWidget *pane() const { return m_window->findChild<QWidget *>(u"clientView"_s); }
    QAbstractItemModel *members() const { return find<QListView>("clientsTable")->model(); }

    /// The first of them.
    MemberInfo member() const
    {
        return members()->index(0, 0).data(RosterModel::MemberInfoRole).value<MemberInfo>();
    }

    ReadyState memberState() const
    {
        return members()->rowCount() == 0 ? ReadyState::Connecting : member().readyState;
    }

    void startRoom()
    {
        QSignalSpy listening(m_server.get(), &RoomServer::listening);
        click("welcomeStart");
        QVERIFY(listening.count() == 1 || listening.wait());
    }

    void connectClient()
    {
        if (!pane())
            click("clientEmptyAdd");
        QTRY_VERIFY(pane());
        auto *address = find<QLineEdit>("clientAddress");
        address->setText(u"ws://127.0.0.1:%1/"_s.arg(m_server->port()));
        click("clientMainButton");
        auto *send = find<QPushButton>("clientClose");
        QTRY_VERIFY(send->isEnabled());
    }

    void write(const QString &text, int kind)
    {
        auto *kinds = find<QComboBox>("composerKind");
        kinds->setCurrentIndex(kind);
        Q_EMIT kinds->activated(kind);
        auto *editor = find<QPlainTextEdit>("composerEditor");
        QTest::mouseClick(editor->viewport(), Qt::LeftButton);
        editor->setPlainText(text);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    }

    void showTab(int index) { m_window->findChild<QTabWidget *>(u"centreTabs"_s)->setCurrentIndex(index); }

    /// Whether a table or list of traffic, or the conversation, has the text.
    bool shows(const char *name, const QString &text) const
    {
        if (const auto *conversation = qobject_cast<const QTextEdit *>(find<QWidget>(name)))
            return conversation->toPlainText().contains(text);
        const QAbstractItemModel *model = find<QAbstractItemView>(name)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto record = model->index(row, 0).data(TrafficModel::RecordRole).value<TrafficRecord>();
            if (QString::fromUtf8(record.payload) == text)
                return true;
        }
        return false;
    }

    bool wireHas(TrafficKind kind, QByteArrayView payload) const
    {
        const QList<TrafficRecord> records = m_log->since(0, 10'000);
        return std::any_of(records.begin(), records.end(), [&](const TrafficRecord &record) {
            return record.source == TrafficSource::Server && record.kind == kind && record.payload == payload;
        });
    }

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<NetworkThread> m_clientThread;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
