#include "app/originoption.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestOriginOption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serialises_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("plain") << u"https://example.org"_s << "https://example.org"_ba;
        QTest::newRow("path is dropped") << u"https://example.org/a/b?c#d"_s << "https://example.org"_ba;
        QTest::newRow("port is kept") << u"http://example.org:8080"_s << "http://example.org:8080"_ba;
        QTest::newRow("default port, http") << u"http://example.org:80"_s << "http://example.org"_ba;
        QTest::newRow("default port, https") << u"https://example.org:443"_s << "https://example.org"_ba;
        QTest::newRow("other scheme's default port")
            << u"https://example.org:80"_s << "https://example.org:80"_ba;
        QTest::newRow("case is folded") << u"HTTPS://Example.ORG"_s << "https://example.org"_ba;
        QTest::newRow("white space") << u"  https://example.org "_s << "https://example.org"_ba;
        QTest::newRow("IPv6") << u"http://[::1]:3000"_s << "http://[::1]:3000"_ba;
        QTest::newRow("internationalised host")
            << u"https://한국.example"_s << "https://xn--3e0b707e.example"_ba;
        QTest::newRow("null") << u"null"_s << "null"_ba;
        QTest::newRow("extension") << u"moz-extension://abc"_s << "moz-extension://abc"_ba;
        QTest::newRow("no scheme") << u"example.org"_s << QByteArray();
        QTest::newRow("no host") << u"https://"_s << QByteArray();
        QTest::newRow("file has no host") << u"file:///tmp/x.html"_s << QByteArray();
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("bad port") << u"http://example.org:99999"_s << QByteArray();
    }

    void serialises()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, origin);
        QCOMPARE(serialisedOrigin(typed), origin);
    }
};

QTEST_APPLESS_MAIN(TestOriginOption)
#include "tst_originoption.moc"
