#include "server/webpage.h"

#include "resources/webresources.h"
#include "socketpair.h"

#include <QDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

std::optional<HttpResponse> get(const QByteArray &target, const QByteArray &method = "GET")
{
    return webPage(requestOf(method + ' ' + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), 3);
}

} // namespace

class TestWebPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initWebResources(); }

    void showsThePage_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/", "/chat", "/room/blue", "/room/%EA%B3%B5%EB%B6%80", "/?name=Mina"})
            QTest::newRow(target) << QByteArray(target);
    }
    void showsThePage()
    {
        QFETCH(const QByteArray, target);
        const std::optional<HttpResponse> response = get(target);
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 200);
        QCOMPARE(response->headers.value("Content-Type"), "text/html; charset=utf-8"_ba);
        QCOMPARE(response->headers.value("Content-Security-Policy"),
                 "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
                 "connect-src 'self' ws: wss:; "
                 "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"_ba);
        QCOMPARE(response->headers.value("Referrer-Policy"), "no-referrer"_ba);
        QCOMPARE(response->headers.value("Cache-Control"), "no-cache"_ba);
        QVERIFY(response->body.startsWith("<!DOCTYPE html>"));
    }

    void hasEveryAsset()
    {
        const QStringList names = QDir(u":/web"_s).entryList(QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            const std::optional<HttpResponse> response = get("/assets/" + name.toLatin1());
            QVERIFY(response.has_value());
            QVERIFY(!response->body.isEmpty());
            QVERIFY2(response->headers.value("Content-Type") != "application/octet-stream", qPrintable(name));
        }
    }

    void hasNothingElse_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target :
             {"/nothing", "/assets/", "/assets/nothing.js", "/assets/../web/index.html", "/assets/..",
              "/assets/a/b", "/assets/%2e%2e", "/room/", "/room/a%2Fb", "*"})
            QTest::newRow(target) << QByteArray(target);
    }
    void hasNothingElse()
    {
        QFETCH(const QByteArray, target);
        QVERIFY(!get(target).has_value());
    }

    void tellsItsHealth() { QCOMPARE(get("/healthz")->body, "ok\nconnections 3\n"_ba); }

    void hasAnIcon()
    {
        const std::optional<HttpResponse> response = get("/favicon.ico");
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 200);
        QCOMPARE(response->headers.value("Content-Type"), "image/svg+xml"_ba);
    }

    void saysWhatEchoIs()
    {
        const std::optional<HttpResponse> response = get("/echo");
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 426);
        QCOMPARE(response->headers.value("Upgrade"), "websocket"_ba);
        QVERIFY(response->body.contains("WebSocket"));
        QVERIFY(QString::fromUtf8(response->body).contains(u"주소"_s));
    }

    void measuresForHead()
    {
        const std::optional<HttpResponse> response = get("/", "HEAD");
        QVERIFY(response.has_value());
        const QByteArray octets = encodeResponse(*response);
        QVERIFY(octets.endsWith("\r\n\r\n"));
        QVERIFY(octets.contains("Content-Length: " + QByteArray::number(get("/")->body.size()) + "\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
