#include "ui/views/proxyfields.h"

#include "tests/ui/views/wheel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestProxyFields : public QObject
{
    Q_OBJECT

private slots:
    void usesNone()
    {
        ProxyFields fields;
        QVERIFY(!fields.isUsed());
        QCOMPARE(fields.proxy().value().type(), QNetworkProxy::NoProxy);
        turnWheel(*fields.findChild<QComboBox *>(u"optionProxy"_s));
        QVERIFY(!fields.isUsed());
    }

    void takesAnAccount_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QNetworkProxy::ProxyType>("type");
        QTest::newRow("HTTP") << 1 << QNetworkProxy::HttpProxy;
        QTest::newRow("SOCKS5") << 2 << QNetworkProxy::Socks5Proxy;
    }
    void takesAnAccount()
    {
        QFETCH(const int, choice);
        ProxyFields fields;
        const QSignalSpy changed(&fields, &ProxyFields::changed);
        auto *address = fields.findChild<QLineEdit *>(u"optionProxyAddress"_s);
        QVERIFY(!address->isVisibleTo(&fields));
        fields.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(choice);
        QCOMPARE(changed.size(), 1);
        QVERIFY(fields.isUsed());
        QVERIFY(address->isVisibleTo(&fields));
        QTest::keyClicks(address, u"proxy.local:1080"_s);
        QTest::keyClicks(fields.findChild<QLineEdit *>(u"optionProxyUser"_s), u"mina"_s);
        QTest::keyClicks(fields.findChild<QLineEdit *>(u"optionProxyPassword"_s), u"secret"_s);
        const QNetworkProxy proxy = fields.proxy().value();
        QTEST(proxy.type(), "type");
        QCOMPARE(proxy.hostName(), u"proxy.local"_s);
        QCOMPARE(proxy.port(), quint16(1080));
        QCOMPARE(proxy.user(), u"mina"_s);
        QCOMPARE(proxy.password(), u"secret"_s);
    }

    void refusesOneWithoutPort()
    {
        ProxyFields fields;
        fields.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(2);
        auto *address = fields.findChild<QLineEdit *>(u"optionProxyAddress"_s);
        const auto *problem = fields.findChild<QLabel *>(u"proxyProblem"_s);
        address->setText(u"proxy.local"_s);
        QVERIFY(!fields.proxy());
        QVERIFY(problem->isVisibleTo(&fields));
        address->setText(u"[::1]:1080"_s);
        QVERIFY(!problem->isVisibleTo(&fields));
        QCOMPARE(fields.proxy().value().hostName(), u"::1"_s);
        address->clear();
        QVERIFY(!fields.proxy());
        fields.findChild<QComboBox *>(u"optionProxy"_s)->setCurrentIndex(0);
        QVERIFY(!problem->isVisibleTo(&fields)); // it matters no more
        QVERIFY(fields.proxy());
    }
};

QTEST_MAIN(TestProxyFields)
#include "tst_proxyfields.moc"
