#include "ui/views/clientoptions.h"

#include "tests/ui/views/wheel.h"
#include "ui/views/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaults();
    void fillsWhatWasWritten();
    void saysWhichHeaderLineIsWrong();
    void passesTheProxyOn();
    void sendsNothingUnasked();
    void takesLargerMessages();
    void asksForTheCertificates();
    void problemsFollowTheTheme();
    void wheelChangesNothingInPassing();
};

void TestClientOptions::defaults()
{
    ClientOptions options;
    ClientProfile profile;
    profile.subprotocols = {"left over"};
    QVERIFY(options.fill(profile));
    QVERIFY(profile.subprotocols.isEmpty());
    QVERIFY(profile.extraHeaders.isEmpty());
    QCOMPARE(profile.proxy.type(), QNetworkProxy::NoProxy);
    QCOMPARE(profile.connectTimeout.count(), 10'000);
    QVERIFY(profile.offerDeflate);
    QCOMPARE(profile.link.limits.message.maxMessageSize, MessageLimits().maxMessageSize);
    QCOMPARE(options.changedCount(), 0);
}

void TestClientOptions::fillsWhatWasWritten()
{
    ClientOptions options;
    QTest::keyClicks(options.findChild<QLineEdit *>(u"optionSubprotocols"_s), u"echo, chat"_s);
    options.findChild<QPlainTextEdit *>(u"optionHeaders"_s)
        ->setPlainText(u"Origin: https://a.example\nCookie: x=1"_s);
    options.findChild<QSpinBox *>(u"optionTimeout"_s)->setValue(3);
    options.findChild<QCheckBox *>(u"optionCompression"_s)->click();
    ClientProfile profile;
    QVERIFY(options.fill(profile));
    QCOMPARE(profile.subprotocols, (QList<QByteArray>{"echo", "chat"}));
    const QList<HttpHeader> headers{{"Origin"_ba, "https://a.example"_ba}, {"Cookie"_ba, "x=1"_ba}};
    QCOMPARE(profile.extraHeaders, headers);
    QCOMPARE(profile.connectTimeout.count(), 3'000);
    QVERIFY(!profile.offerDeflate);
    QCOMPARE(options.changedCount(), 4);
    options.findChild<QCheckBox *>(u"optionCompression"_s)->click();
    QVERIFY(options.fill(profile));
    QVERIFY(profile.offerDeflate);
    QCOMPARE(options.changedCount(), 3);
}

void TestClientOptions::saysWhichHeaderLineIsWrong()
{
    ClientOptions options;
    auto *headers = options.findChild<QPlainTextEdit *>(u"optionHeaders"_s);
    const auto *problem = options.findChild<QLabel *>(u"headersProblem"_s);
    headers->setPlainText(u"A: b\nnonsense"_s);
    ClientProfile profile;
    QVERIFY(!options.fill(profile));
    QVERIFY(problem->isVisibleTo(&options));
    QVERIFY2(problem->text().contains(u'2'), qPrintable(problem->text()));
    headers->setPlainText(u"A: b"_s);
    QVERIFY(!problem->isVisibleTo(&options));
    QVERIFY(options.fill(profile));
}

void TestClientOptions::passesTheProxyOn()
{
    ClientOptions options;
    QSignalSpy changed(&options, &ClientOptions::changed);
    options.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(options.changedCount(), 1);
    ClientProfile profile;
    QVERIFY(!options.fill(profile)); // it has no address
    options.findChild<QLineEdit *>(u"optionProxyAddress"_s)->setText(u"proxy.local:1080"_s);
    QVERIFY(options.fill(profile));
    QCOMPARE(profile.proxy.hostName(), u"proxy.local"_s);
}

/// A workbench sends what it is told to, as a browser does; who wants to know whether the server is there
/// says so.
void TestClientOptions::sendsNothingUnasked()
{
    ClientOptions options;
    ClientProfile profile;
    QVERIFY(options.fill(profile));
    QCOMPARE(profile.link.pingInterval.count(), 0);
    options.findChild<QCheckBox *>(u"optionKeepAlive"_s)->click();
    ClientProfile pinging;
    QVERIFY(options.fill(pinging));
    QCOMPARE(pinging.link.pingInterval, LinkPolicy().pingInterval);
    QCOMPARE(options.changedCount(), 1);
}

void TestClientOptions::takesLargerMessages()
{
    ClientOptions options;
    options.findChild<QSpinBox *>(u"optionMaxMessage"_s)->setValue(100);
    ClientProfile profile;
    QVERIFY(options.fill(profile));
    QCOMPARE(profile.link.limits.message.maxMessageSize, 100u * 1024 * 1024);
    QCOMPARE(profile.link.limits.maxFrameSize, 100u * 1024 * 1024);
    QCOMPARE(profile.link.maxQueueSize, 100 * 1024 * 1024);
    QCOMPARE(options.changedCount(), 1);
    options.findChild<QSpinBox *>(u"optionMaxMessage"_s)->setValue(1);
    ClientProfile small;
    QVERIFY(options.fill(small));
    QCOMPARE(small.link.limits.maxFrameSize, 1024u * 1024);
    QCOMPARE(small.link.maxQueueSize, LinkPolicy().maxQueueSize);
}

void TestClientOptions::asksForTheCertificates()
{
    ClientOptions options;
    const QSignalSpy requested(&options, &ClientOptions::certificatesRequested);
    options.findChild<QPushButton *>(u"optionCertificates"_s)->click();
    QCOMPARE(requested.size(), 1);
}

void TestClientOptions::problemsFollowTheTheme()
{
    ClientOptions options;
    options.setPalette(lightPalette());
    options.findChild<QPlainTextEdit *>(u"optionHeaders"_s)->setPlainText(u"nonsense"_s);
    options.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(1);
    ClientProfile profile;
    QVERIFY(!options.fill(profile));
    options.findChild<QPlainTextEdit *>(u"optionHeaders"_s)->clear();
    QVERIFY(!options.fill(profile));
    options.setPalette(darkPalette());
    for (const QString &name : {u"headersProblem"_s, u"proxyProblem"_s}) {
        const auto *problem = options.findChild<QLabel *>(name);
        QCOMPARE(problem->palette().color(QPalette::WindowText), warningText(darkPalette()));
    }
    QVERIFY(options.findChild<QLabel *>(u"proxyProblem"_s)->isVisibleTo(&options));
}

void TestClientOptions::wheelChangesNothingInPassing()
{
    ClientOptions options;
    turnWheel(*options.findChild<QComboBox *>(u"optionProxy"_s));
    turnWheel(*options.findChild<QSpinBox *>(u"optionTimeout"_s));
    turnWheel(*options.findChild<QSpinBox *>(u"optionMaxMessage"_s));
    QCOMPARE(options.changedCount(), 0);
}

QTEST_MAIN(TestClientOptions)
#include "tst_clientoptions.moc"
