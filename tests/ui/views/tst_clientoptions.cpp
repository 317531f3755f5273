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
    void proxy_data();
    void proxy();
    void refusesAProxyWithoutPort();
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

void TestClientOptions::proxy_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::newRow("HTTP") << 1 << QNetworkProxy::HttpProxy;
    QTest::newRow("SOCKS5") << 2 << QNetworkProxy::Socks5Proxy;
}

void TestClientOptions::proxy()
{
    QFETCH(int, choice);
    ClientOptions options;
    auto *address = options.findChild<QLineEdit *>(u"optionProxyAddress"_s);
    QVERIFY(!address->isVisibleTo(&options));
    options.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(choice);
    QVERIFY(address->isVisibleTo(&options));
    QTest::keyClicks(address, u"proxy.local:1080"_s);
    QTest::keyClicks(options.findChild<QLineEdit *>(u"optionProxyUser"_s), u"mina"_s);
    QTest::keyClicks(options.findChild<QLineEdit *>(u"optionProxyPassword"_s), u"secret"_s);
    ClientProfile profile;
    QVERIFY(options.fill(profile));
    QTEST(profile.proxy.type(), "type");
    QCOMPARE(profile.proxy.hostName(), u"proxy.local"_s);
    QCOMPARE(profile.proxy.port(), quint16(1080));
    QCOMPARE(profile.proxy.user(), u"mina"_s);
    QCOMPARE(profile.proxy.password(), u"secret"_s);
}

void TestClientOptions::refusesAProxyWithoutPort()
{
    ClientOptions options;
    options.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(2);
    auto *address = options.findChild<QLineEdit *>(u"optionProxyAddress"_s);
    const auto *problem = options.findChild<QLabel *>(u"proxyProblem"_s);
    ClientProfile profile;
    address->setText(u"proxy.local"_s);
    QVERIFY(!options.fill(profile));
    QVERIFY(problem->isVisibleTo(&options));
    address->setText(u"[::1]:1080"_s);
    QVERIFY(!problem->isVisibleTo(&options));
    QVERIFY(options.fill(profile));
    QCOMPARE(profile.proxy.hostName(), u"::1"_s);
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
    QCOMPARE(options.changedCount(), 0);
}

QTEST_MAIN(TestClientOptions)
#include "tst_clientoptions.moc"
