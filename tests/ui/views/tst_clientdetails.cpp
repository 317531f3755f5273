#include "ui/views/clientdetails.h"

#include "markingtranslator.h"
#include "tests/ui/views/tooltips.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_details.reset(); }
    void factsOfAnOpenConnection_data();
    void factsOfAnOpenConnection();
    void handshakeUnfolds();
    void handshakeFoldsWithTheNextConnection();
    void optionsUnfoldAndAreCounted();
    void optionsFillTheProfile();
    void optionsThatNobodyHasSeenAreTheUsualOnes();
    void uselessOptionsUnfold();
    void followsTheLanguage();
    void whatIsUnfoldedLateSpeaksThePresentLanguage();
    void subprotocolIsShownAsText();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_details->findChild<Widget *>(name);
    }
    void click(const QString &name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    static ClientStatus openStatus()
    {
        ClientStatus status;
        status.readyState = ReadyState::Open;
        status.requestHead = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        status.responseHead = "HTTP/1.1 101 Switching Protocols\r\n\r\n";
        status.peerAddress = u"127.0.0.1:3000"_s;
        return status;
    }
    std::unique_ptr<ClientDetails> m_details;
};

void TestClientDetails::init()
{
    m_details = std::make_unique<ClientDetails>();
    m_details->resize(380, 600);
    m_details->show();
}

void TestClientDetails::factsOfAnOpenConnection_data()
{
    QTest::addColumn<ReadyState>("state");
    QTest::addColumn<QString>("subprotocol");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<bool>("compressed");
    QTest::addColumn<QString>("facts");
    QTest::newRow("subprotocol") << ReadyState::Open << u"echo"_s << false << false << u"echo"_s;
    QTest::newRow("none") << ReadyState::Open << QString() << false << false << u"No subprotocol"_s;
    QTest::newRow("encrypted") << ReadyState::Open << u"echo"_s << true << false << u"echo · encrypted"_s;
    QTest::newRow("compressed") << ReadyState::Open << u"echo"_s << false << true << u"echo · compressed"_s;
    QTest::newRow("both") << ReadyState::Open << u"echo"_s << true << true
                          << u"echo · encrypted · compressed"_s;
    QTest::newRow("closing") << ReadyState::Closing << u"echo"_s << false << false << u"echo"_s;
    QTest::newRow("connecting") << ReadyState::Connecting << QString() << true << true << QString();
    QTest::newRow("closed") << ReadyState::Closed << u"echo"_s << true << true << QString();
}

void TestClientDetails::factsOfAnOpenConnection()
{
    QFETCH(const ReadyState, state);
    QFETCH(const QString, subprotocol);
    QFETCH(const bool, encrypted);
    QFETCH(const bool, compressed);
    QFETCH(const QString, facts);
    ClientStatus status = openStatus();
    status.readyState = state;
    status.subprotocol = subprotocol;
    status.encrypted = encrypted;
    status.compressed = compressed;
    m_details->setStatus(status);
    QCOMPARE(child<QLabel>(u"clientFacts"_s)->text(), facts);
    const QString toolTip = child<QLabel>(u"clientFacts"_s)->toolTip();
    QVERIFY(toolTip.contains("127.0.0.1:3000"_L1));
    QVERIFY(toolTip.contains(facts));
    QCOMPARE(toolTip.contains("permessage-deflate"_L1), compressed && !facts.isEmpty());
}

void TestClientDetails::handshakeUnfolds()
{
    QVERIFY(!child<QPushButton>(u"clientHandshakeToggle"_s)->isVisible());
    m_details->setStatus(openStatus());
    QVERIFY(child<QPushButton>(u"clientHandshakeToggle"_s)->isVisible());
    const QString folded = child<QPushButton>(u"clientHandshakeToggle"_s)->text();
    QVERIFY(!child<QPlainTextEdit>(u"clientHandshake"_s)); // it is made when it is unfolded
    click(u"clientHandshakeToggle"_s);
    auto *text = child<QPlainTextEdit>(u"clientHandshake"_s);
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"GET / HTTP/1.1\nHost: x\n\nHTTP/1.1 101 Switching Protocols"_s);
    QVERIFY(child<QPushButton>(u"clientHandshakeToggle"_s)->text() != folded);
    click(u"clientHandshakeToggle"_s);
    QVERIFY(!text->isVisible());
}

void TestClientDetails::handshakeFoldsWithTheNextConnection()
{
    m_details->setStatus(openStatus());
    click(u"clientHandshakeToggle"_s);
    ClientStatus next;
    next.readyState = ReadyState::Connecting;
    m_details->setStatus(next);
    QVERIFY(!child<QPlainTextEdit>(u"clientHandshake"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"clientHandshakeToggle"_s)->isVisible());
}

void TestClientDetails::optionsUnfoldAndAreCounted()
{
    const auto *toggle = child<QPushButton>(u"clientOptionsToggle"_s);
    QVERIFY(!toggle->text().contains(u'1'));
    QVERIFY(!child<QLineEdit>(u"optionSubprotocols"_s)); // they are made when they are unfolded
    click(u"clientOptionsToggle"_s);
    auto *subprotocols = child<QLineEdit>(u"optionSubprotocols"_s);
    QVERIFY(subprotocols->isVisible());
    QTest::keyClicks(subprotocols, u"echo"_s);
    QVERIFY2(toggle->text().contains("(1)"_L1), qPrintable(toggle->text()));
}

void TestClientDetails::optionsFillTheProfile()
{
    click(u"clientOptionsToggle"_s);
    child<QLineEdit>(u"optionSubprotocols"_s)->setText(u"chat, echo"_s);
    click(u"clientOptionsToggle"_s);
    ClientProfile profile;
    QVERIFY(m_details->fillOptions(profile));
    QCOMPARE(profile.subprotocols, (QList<QByteArray>{"chat", "echo"}));
    QVERIFY(!child<QLineEdit>(u"optionSubprotocols"_s)->isVisible());
}

void TestClientDetails::optionsThatNobodyHasSeenAreTheUsualOnes()
{
    ClientProfile unseen;
    QVERIFY(m_details->fillOptions(unseen));
    click(u"clientOptionsToggle"_s);
    ClientProfile seen;
    QVERIFY(m_details->fillOptions(seen));
    QCOMPARE(unseen.subprotocols, seen.subprotocols);
    QCOMPARE(unseen.proxy, seen.proxy);
    QCOMPARE(unseen.connectTimeout, seen.connectTimeout);
    QCOMPARE(unseen.connectTimeout, ClientProfile().connectTimeout);
}

void TestClientDetails::uselessOptionsUnfold()
{
    click(u"clientOptionsToggle"_s);
    child<QPlainTextEdit>(u"optionHeaders"_s)->setPlainText(u"nonsense"_s);
    click(u"clientOptionsToggle"_s);
    ClientProfile profile;
    QVERIFY(!m_details->fillOptions(profile));
    QVERIFY(child<QLabel>(u"headersProblem"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"clientOptionsToggle"_s)->isChecked());
}

void TestClientDetails::followsTheLanguage()
{
    m_details->setStatus(openStatus());
    const MarkingTranslator translator;
    QTRY_COMPARE(child<QLabel>(u"clientFacts"_s)->text(), u"«No subprotocol»"_s);
    QVERIFY(child<QPushButton>(u"clientOptionsToggle"_s)->text().startsWith(u"«Options»"_s));
    QVERIFY(child<QPushButton>(u"clientHandshakeToggle"_s)->text().startsWith(u"«Handshake»"_s));
}

void TestClientDetails::whatIsUnfoldedLateSpeaksThePresentLanguage()
{
    ClientStatus status = openStatus();
    m_details->setStatus(status);
    const MarkingTranslator translator;
    status.responseHead = "HTTP/1.1 403 Forbidden\r\n\r\n"; // the newest is unfolded
    m_details->setStatus(status);
    click(u"clientHandshakeToggle"_s);
    const auto *handshake = child<QPlainTextEdit>(u"clientHandshake"_s);
    QCOMPARE(handshake->accessibleName(), u"«Opening handshake»"_s);
    QVERIFY(handshake->toPlainText().endsWith("403 Forbidden"_L1));
    click(u"clientOptionsToggle"_s);
    QVERIFY(child<QLineEdit>(u"optionSubprotocols"_s)->accessibleName().startsWith(u'«'));
}

void TestClientDetails::subprotocolIsShownAsText()
{
    ClientStatus status = openStatus();
    status.subprotocol = imageTag;
    status.peerAddress.clear();
    m_details->setStatus(status);
    const QString toolTip = child<QLabel>(u"clientFacts"_s)->toolTip();
    QVERIFY2(readIn(toolTip).contains(imageTag), qPrintable(toolTip));
}

QTEST_MAIN(TestClientDetails)
#include "tst_clientdetails.moc"
