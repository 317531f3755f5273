#include "server/tlsredirect.h"
#include "socketpair.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTlsRedirect : public QObject
{
    Q_OBJECT

private slots:
    void sendsToTls_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("location");
        const auto row = [](const char *name, const QByteArray &target, const QByteArray &fields,
                            const QByteArray &location) {
            QTest::newRow(name) << "GET " + target + " HTTP/1.1\r\n" + fields + "\r\n" << location;
        };
        row("host and port", "/", "Host: kitchen:3000\r\n", "https://kitchen:3000/");
        row("upper case", "/", "Host: Kitchen:3000\r\n", "https://kitchen:3000/");
        row("target", "/room/a?b=c%20d", "Host: kitchen:3000\r\n", "https://kitchen:3000/room/a?b=c%20d");
        row("IPv4", "/", "Host: 192.168.0.5:3000\r\n", "https://192.168.0.5:3000/");
        row("IPv6", "/x", "Host: [2001:DB8:0::5]:3000\r\n", "https://[2001:db8::5]:3000/x");
        row("port 80, unsaid", "/", "Host: kitchen\r\n", "https://kitchen:80/");
        row("port 443", "/", "Host: kitchen:443\r\n", "https://kitchen/");
        row("absolute form", "http://else.example/x", "Host: kitchen:3000\r\n", "https://kitchen:3000/x");
        row("two slashes", "//else.example/", "Host: kitchen:3000\r\n",
            "https://kitchen:3000//else.example/");
        row("no host", "/", "", {});
        row("empty host", "/", "Host:\r\n", {});
        row("two hosts", "/", "Host: a\r\nHost: b\r\n", {});
        row("user", "/", "Host: user@else.example\r\n", {});
        row("path in host", "/", "Host: else.example/x\r\n", {});
        row("no port", "/", "Host: kitchen:x\r\n", {});
    }
    void sendsToTls()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, location);
        const std::optional<HttpResponse> response = tlsRedirect(requestOf(head));
        QCOMPARE(response.has_value(), !location.isEmpty());
        if (response) {
            QCOMPARE(response->status, 308);
            QCOMPARE(response->headers.value("Location"), location);
        }
    }

    void answersHeadWithoutBody()
    {
        QVERIFY(tlsRedirect(requestOf("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"))->withoutBody);
        QVERIFY(!tlsRedirect(requestOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))->withoutBody);
    }
};

QTEST_GUILESS_MAIN(TestTlsRedirect)
#include "tst_tlsredirect.moc"
