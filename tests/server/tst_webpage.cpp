#include "server/webpage.h"

#include "resources/webresources.h"
#include "server/contentcoding.h"
#include "socketpair.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

std::optional<HttpResponse> get(const QByteArray &target, const QByteArray &method = "GET",
                                const QByteArray &fields = {})
{
    return webPage(requestOf(method + ' ' + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"), 3);
}

/// The entity tag of what is there.
QByteArray tagOf(const QByteArray &target)
{
    return get(target)->headers.value("ETag");
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

    void tagsWhatIsTheSameForEverybody()
    {
        QSet<QByteArray> tags;
        const QStringList names = QDir(u":/web"_s).entryList(QDir::Files);
        for (const QString &name : names) {
            const QByteArray target = "/assets/" + name.toLatin1();
            const QByteArray tag = tagOf(target);
            QVERIFY2(tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"'), qPrintable(name));
            QCOMPARE(get(target, "HEAD")->headers.value("ETag"), tag);
            tags.insert(tag);
        }
        QCOMPARE(tags.size(), names.size());
        QCOMPARE(tagOf("/room/blue"), tagOf("/"));
        QCOMPARE(tagOf("/favicon.ico"), tagOf("/assets/confab.svg"));
    }

    void saysThatNothingHasChanged_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("known");
        QTest::newRow("page") << "GET"_ba
                              << "/"_ba << tagOf("/");
        QTest::newRow("another room's page") << "GET"_ba
                                             << "/room/blue"_ba << tagOf("/");
        QTest::newRow("asset") << "GET"_ba
                               << "/assets/app.js"_ba << tagOf("/assets/app.js");
        QTest::newRow("icon") << "GET"_ba
                              << "/favicon.ico"_ba << tagOf("/favicon.ico");
        QTest::newRow("HEAD") << "HEAD"_ba
                              << "/assets/app.js"_ba << tagOf("/assets/app.js");
        QTest::newRow("weak") << "GET"_ba
                              << "/"_ba
                              << "W/" + tagOf("/");
        QTest::newRow("list") << "GET"_ba
                              << "/"_ba
                              << "\"x\", " + tagOf("/");
        QTest::newRow("asterisk") << "GET"_ba
                                  << "/"_ba
                                  << "*"_ba;
    }
    void saysThatNothingHasChanged()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, known);
        const std::optional<HttpResponse> response = get(target, method, "If-None-Match: " + known + "\r\n");
        QVERIFY(response.has_value());
        QCOMPARE(encodeResponse(*response),
                 "HTTP/1.1 304 Not Modified\r\n"
                 "ETag: " +
                     tagOf(target) +
                     "\r\n"
                     "Cache-Control: no-cache\r\n"
                     "Vary: Accept-Encoding\r\n"
                     "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                     "img-src 'self' blob: data:; connect-src 'self' ws: wss:; base-uri 'none'; "
                     "form-action 'none'; frame-ancestors 'none'\r\n"
                     "Referrer-Policy: no-referrer\r\n"
                     "X-Content-Type-Options: nosniff\r\n"
                     "Connection: close\r\n\r\n");
    }

    void sendsWhatIsNotKnown_data()
    {
        QTest::addColumn<QByteArray>("known");
        QTest::newRow("another content") << "\"x\""_ba;
        QTest::newRow("another asset") << tagOf("/assets/app.js");
        QTest::newRow("malformed") << tagOf("/").chopped(1);
        QTest::newRow("empty") << QByteArray();
    }
    void sendsWhatIsNotKnown()
    {
        QFETCH(const QByteArray, known);
        const std::optional<HttpResponse> response = get("/", "GET", "If-None-Match: " + known + "\r\n");
        QVERIFY(response.has_value());
        QCOMPARE(encodeResponse(*response), encodeResponse(*get("/")));
    }

    void compressesForWhoTakesIt()
    {
        const QByteArray accept = "Accept-Encoding: gzip, deflate\r\n";
        const QStringList names = QDir(u":/web"_s).entryList(QDir::Files);
        for (const QString &name : names) {
            const QByteArray target = "/assets/" + name.toLatin1();
            const std::optional<HttpResponse> plain = get(target);
            const std::optional<HttpResponse> response = get(target, "GET", accept);
            QVERIFY(!plain->headers.contains("Content-Encoding"));
            QCOMPARE(response->headers.value("Content-Encoding"), "gzip"_ba);
            QCOMPARE(response->headers.value("Content-Type"), plain->headers.value("Content-Type"));
            QCOMPARE(response->body, gzipped(plain->body));
            QVERIFY2(response->body.size() < plain->body.size(), qPrintable(name));
            for (const auto &one : {plain, response})
                QCOMPARE(one->headers.value("Vary"), "Accept-Encoding"_ba);

            // Each has its own tag, and is known by that alone.
            const QByteArray tag = response->headers.value("ETag");
            QVERIFY(tag != plain->headers.value("ETag"));
            QCOMPARE(get(target, "GET", accept + "If-None-Match: " + tag + "\r\n")->status, 304);
            QCOMPARE(get(target, "GET", "If-None-Match: " + tag + "\r\n")->status, 200);
            QCOMPARE(get(target, "GET", accept + "If-None-Match: " + tagOf(target) + "\r\n")->status, 200);
        }
        QVERIFY(!get("/healthz", "GET", accept)->headers.contains("Content-Encoding"));
    }

    void tagsNothingElse()
    {
        for (const char *target : {"/healthz", "/echo"}) {
            const std::optional<HttpResponse> response = get(target, "GET", "If-None-Match: *\r\n");
            QVERIFY(response.has_value());
            QVERIFY(response->status != 304);
            QVERIFY(!response->headers.contains("ETag"));
        }
        QVERIFY(!get("/assets/nothing.js", "GET", "If-None-Match: *\r\n").has_value());
    }
};

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
