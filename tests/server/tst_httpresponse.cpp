#include "server/httpresponse.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestHttpResponse : public QObject
{
    Q_OBJECT

private slots:
    void encodes()
    {
        HttpResponse response;
        response.headers.append("Content-Type", "text/plain");
        response.body = "ok\n";
        const QByteArray head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\n"
            "Content-Length: 3\r\nConnection: close\r\n\r\n";
        QCOMPARE(encodeResponse(response), head + "ok\n");
        response.withoutBody = true;
        QCOMPARE(encodeResponse(response), head);
    }

    void measuresNothingWhereNothingIs()
    {
        HttpResponse response;
        response.status = 304;
        QCOMPARE(encodeResponse(response), "HTTP/1.1 304 Not Modified\r\nX-Content-Type-Options: nosniff\r\n"
                                           "Connection: close\r\n\r\n"_ba);
        response.status = 204;
        QVERIFY(!encodeResponse(response).contains("Content-Length"));
    }

    void namesTheUpgradeInConnection()
    {
        HttpResponse response;
        response.status = 426;
        response.headers.append("Upgrade", "websocket");
        ResponseHead head;
        QCOMPARE(parseResponseHead(encodeResponse(response), head), HttpError::None);
        QCOMPARE(head.headers.list("Connection"), (QList<QByteArray>{"Upgrade", "close"}));
    }

    void hasWordsForEachStatus()
    {
        for (const int status : {200, 204, 304, 308, 400, 403, 404, 405, 408, 421, 426, 429, 431, 503})
            QVERIFY2(reasonPhrase(status) != "Unknown", QByteArray::number(status).constData());
    }
};

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
