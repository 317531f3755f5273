#include "ui/views/hostpane.h"

#include "ui/views/clientstable.h"
#include "ui/views/joinlinks.h"
#include "ui/views/roomcontrol.h"
#include "ui/views/tokenlist.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestHostPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsThePolicy();
    void sharingIsOneChoice();
    void linksAppearAndCanBeCopied();
    void anEncryptedRoomShowsItsFingerprint();
    void thePinIsAskedForAtOnce();
    void bansHoldAtOnceAndAreLifted();
    void subprotocolsAreEdited();
    void originsAreReadAsBrowsersWriteThem();
    void changesWaitForARestart();
    void settingsFold();
    void fitsIntoItsLeastWidth();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_pane->findChild<Widget *>(name);
    }
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<RoomControl> m_control;
    std::unique_ptr<HostPane> m_pane;
};

void TestHostPane::init()
{
    ServerPolicy policy;
    policy.port = 0;
    m_server = std::make_unique<RoomServer>(std::make_shared<TrafficLog>());
    m_control = std::make_unique<RoomControl>(*m_server, policy);
    m_pane = std::make_unique<HostPane>(*m_server, *m_control);
    m_pane->resize(300, 800);
    m_pane->show();
}

void TestHostPane::cleanup()
{
    m_pane.reset();
    m_control.reset();
    m_server.reset();
}

void TestHostPane::showsThePolicy()
{
    QVERIFY(child<QRadioButton>(u"thisComputer"_s)->isChecked());
    QCOMPARE(child<QSpinBox>(u"port"_s)->value(), 0);
    QCOMPARE(child<TokenList>(u"subprotocols"_s)->tokens(),
             (QStringList{u"chatting"_s, u"chat"_s, u"echo"_s, u"confab.v1"_s}));
    QVERIFY(!child<QRadioButton>(u"thisAddress"_s)->isVisible());
    ServerPolicy policy;
    policy.address = QHostAddress(u"192.168.0.7"_s);
    m_control->setPolicy(policy);
    QVERIFY(child<QRadioButton>(u"thisAddress"_s)->isVisible());
    QVERIFY(child<QRadioButton>(u"thisAddress"_s)->isChecked());
}

void TestHostPane::sharingIsOneChoice()
{
    QTest::mouseClick(child<QRadioButton>(u"thisNetwork"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(m_control->policy().address, QHostAddress(QHostAddress::Any));
    QTest::mouseClick(child<QRadioButton>(u"thisComputer"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(m_control->policy().address, QHostAddress(QHostAddress::LocalHost));
    // Nothing ran, so nothing was reopened.
    QVERIFY(!child<QLabel>(u"whoMayJoinNote"_s)->isVisible());
    // Nor is it by the same choice once more.
    m_control->start();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    QTest::mouseClick(child<QRadioButton>(u"thisComputer"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!child<QLabel>(u"whoMayJoinNote"_s)->isVisible());
    QCOMPARE(m_server->state(), RoomServer::State::Listening);
}

void TestHostPane::linksAppearAndCanBeCopied()
{
    QVERIFY(child<JoinLinks>(u"joinLinks"_s)->links().isEmpty());
    m_control->start();
    QTRY_VERIFY(!m_server->joinLinks().isEmpty());
    QTRY_COMPARE(child<JoinLinks>(u"joinLinks"_s)->links(), m_server->joinLinks());
    QCOMPARE(child<QLineEdit>(u"joinLink1"_s)->text(), m_server->joinLinks().first());
    QTest::mouseClick(child<QPushButton>(u"copyLink1"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_server->joinLinks().first());
    QSignalSpy asked(m_pane.get(), &HostPane::qrRequested);
    QTest::mouseClick(child<QPushButton>(u"showQr1"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), m_server->joinLinks().first());
}

void TestHostPane::anEncryptedRoomShowsItsFingerprint()
{
    const QTemporaryDir folder;
    ServerPolicy policy = m_control->policy();
    policy.tls.folder = folder.path();
    m_control->setPolicy(policy);
    auto *encrypt = child<QCheckBox>(u"encrypt"_s);
    QTest::mouseClick(encrypt, Qt::LeftButton, {}, QPoint(8, encrypt->height() / 2));
    QCOMPARE(m_control->policy().tls.mode, TlsMode::SelfSigned);
    QVERIFY(!child<QLabel>(u"fingerprint"_s)->isVisible());
    m_control->start();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    QVERIFY(child<JoinLinks>(u"joinLinks"_s)->links().constFirst().startsWith("https://"_L1));
    QVERIFY(child<QLabel>(u"fingerprint"_s)->isVisible());
    QCOMPARE(child<QLabel>(u"fingerprint"_s)->text().remove(u'\n'),
             QString::fromLatin1(m_server->fingerprint()));
    m_control->stop();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
    QVERIFY(!child<QLabel>(u"fingerprint"_s)->isVisible());
}

void TestHostPane::thePinIsAskedForAtOnce()
{
    m_control->start();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    child<QCheckBox>(u"askForPin"_s)->click();
    QVERIFY(!m_control->policy().pin.isEmpty());
    QCOMPARE(m_server->policy().pin, m_control->policy().pin);
    QVERIFY(!m_control->needsRestart());
    QCOMPARE(child<JoinLinks>(u"joinLinks"_s)->links(), m_server->joinLinks());
    QVERIFY(m_server->joinLinks().constFirst().endsWith(QString::fromLatin1(m_control->policy().pin)));
    child<QLineEdit>(u"pin"_s)->setText(u"0815"_s);
    m_pane->commitSettings();
    QCOMPARE(m_server->policy().pin, "0815"_ba);
    ServerPolicy policy = m_control->policy();
    policy.pin.clear();
    m_control->setPolicy(policy);
    QVERIFY(!child<QCheckBox>(u"askForPin"_s)->isChecked());
}

void TestHostPane::bansHoldAtOnceAndAreLifted()
{
    m_control->start();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    auto *banned = child<TokenList>(u"banned"_s);
    QVERIFY(!banned->isVisible());
    const QHostAddress address(u"192.168.0.12"_s);
    Q_EMIT m_pane->clients()->banRequested(address);
    Q_EMIT m_pane->clients()->banRequested(address);
    QCOMPARE(m_server->policy().bannedAddresses, QList<QHostAddress>{address});
    QVERIFY(banned->isVisible());
    QCOMPARE(banned->tokens(), QStringList{u"192.168.0.12"_s});
    QVERIFY(!m_control->needsRestart());

    banned->field()->setText(u"::ffff:192.168.0.13"_s);
    m_pane->commitSettings();
    QCOMPARE(banned->tokens(), (QStringList{u"192.168.0.12"_s, u"192.168.0.13"_s}));
    banned->field()->setText(u"mina"_s);
    m_pane->commitSettings();
    QCOMPARE(m_server->policy().bannedAddresses.size(), 2);

    banned->field()->setText(u"192.168.0.14"_s);
    ServerPolicy policy = m_control->policy();
    policy.bannedAddresses.clear();
    m_control->setPolicy(policy);
    QVERIFY(m_server->policy().bannedAddresses.isEmpty());
    QVERIFY(!banned->isVisible());
    m_pane->commitSettings(); // what was typed there went with it
    QVERIFY(m_server->policy().bannedAddresses.isEmpty());
}

void TestHostPane::subprotocolsAreEdited()
{
    const auto *list = child<TokenList>(u"subprotocols"_s);
    QTest::keyClicks(list->field(), u"graphql-ws"_s);
    QTest::keyClick(list->field(), Qt::Key_Return);
    QVERIFY(m_control->policy().subprotocols.contains("graphql-ws"));
    QTest::keyClicks(list->field(), u"no token"_s);
    QTest::keyClick(list->field(), Qt::Key_Return);
    QCOMPARE(m_control->policy().subprotocols.size(), 5);
    QTest::mouseClick(list->findChild<QPushButton *>(u"token-chat"_s), Qt::LeftButton);
    QVERIFY(!m_control->policy().subprotocols.contains("chat"));
}

void TestHostPane::originsAreReadAsBrowsersWriteThem()
{
    const auto *list = child<TokenList>(u"origins"_s);
    for (const QString &typed :
         {u"https://Example.org:443/page?x"_s, u"http://example.org:8080"_s, u"null"_s, u"example"_s}) {
        list->field()->clear();
        QTest::keyClicks(list->field(), typed);
        QTest::keyClick(list->field(), Qt::Key_Return);
    }
    QCOMPARE(m_control->policy().allowedOrigins,
             (QList<QByteArray>{"https://example.org", "http://example.org:8080", "null"}));
}

void TestHostPane::changesWaitForARestart()
{
    m_control->start();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    auto *note = child<QWidget>(u"restartNeeded"_s);
    QVERIFY(!note->isVisible());
    QTest::mouseClick(m_pane->findChild<QPushButton *>(u"token-chat"_s), Qt::LeftButton);
    QVERIFY(note->isVisible());
    QTest::mouseClick(child<QPushButton>(u"restartButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_server->policy().subprotocols.contains("chat"));
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    QTRY_VERIFY(!note->isVisible());
}

void TestHostPane::settingsFold()
{
    QVERIFY(m_pane->areSettingsShown());
    QVERIFY(child<QSpinBox>(u"port"_s)->isVisible());
    m_pane->showSettings(false);
    QVERIFY(!m_pane->areSettingsShown());
    QVERIFY(!child<QSpinBox>(u"port"_s)->isVisible());
}

void TestHostPane::fitsIntoItsLeastWidth()
{
    ServerPolicy policy = m_control->policy();
    policy.pin = "012345678901";
    policy.bannedAddresses = {QHostAddress(u"2001:db8:1111:2222:3333:4444:5555:6666"_s)};
    m_control->setPolicy(policy);
    m_pane->resize(m_pane->minimumWidth(), 400);
    const auto *scroll = m_pane->findChild<QScrollArea *>();
    QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width());
    QVERIFY2(
        scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
        qPrintable(
            u"%1 in %2"_s.arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width())));
}

QTEST_MAIN(TestHostPane)
#include "tst_hostpane.moc"
