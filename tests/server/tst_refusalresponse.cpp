#include "server/refusalresponse.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestRefusalResponse : public QObject
{
    Q_OBJECT

private slots:
    void hasAStatusForEachReason_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("status");
        const QList<int> statuses{400, 431, 408, 400, 400, 403, 421, 403, 400, 401, 401,
                                  429, 503, 503, 429, 429, 404, 405, 400, 400, 0,   0};
        QCOMPARE(statuses.size(), refusalReasonCount);
        for (int reason = 0; reason < refusalReasonCount; ++reason)
            QTest::addRow("%d", reason) << reason << statuses.at(reason);
    }
    void hasAStatusForEachReason()
    {
        QFETCH(const int, reason);
        QFETCH(const int, status);
        QCOMPARE(refusalStatus(RefusalReason(reason)), status);
        QCOMPARE(isBeforeRequest(RefusalReason(reason)), status == 0);
        if (status == 0)
            return;

        Refusal refusal;
        refusal.reason = RefusalReason(reason);
        refusal.status = status;
        const HttpResponse response = refusalResponse(refusal, {"chat"});
        ResponseHead head;
        const QByteArray octets = encodeResponse(response);
        QCOMPARE(parseResponseHead(octets.first(headLength(octets)), head), HttpError::None);
        QCOMPARE(head.status, status);
        QCOMPARE(head.headers.value("Content-Type"), "text/plain; charset=utf-8"_ba);
        QCOMPARE(head.headers.value("X-Content-Type-Options"), "nosniff"_ba);
        QCOMPARE(head.headers.value("Connection"), "close"_ba);
        QCOMPARE(head.headers.value("Content-Length").toLongLong(), octets.size() - headLength(octets));
        QCOMPARE(head.headers.contains("Allow"), status == 405);
        QCOMPARE(head.headers.value("Vary") == "Origin",
                 RefusalReason(reason) == RefusalReason::OriginForbidden);
        QCOMPARE(head.headers.contains("WWW-Authenticate"), status == 401);
        QCOMPARE(head.headers.contains("Retry-After"), status == 503 || status == 429);
        QCOMPARE(response.body.split('\n').size(), 4); // English, an empty line, Korean
    }

    void saysWhichVersionToUse()
    {
        Refusal refusal;
        refusal.reason = RefusalReason::BadHandshake;
        refusal.requestError = RequestError::VersionUnsupported;
        refusal.status = refusalStatus(refusal.reason, refusal.requestError);
        QCOMPARE(refusal.status, 426);
        const HttpResponse response = refusalResponse(refusal, {});
        QCOMPARE(response.headers.value("Sec-WebSocket-Version"), "13"_ba);
        QCOMPARE(response.headers.value("Upgrade"), "websocket"_ba);
    }
};

QTEST_GUILESS_MAIN(TestRefusalResponse)
#include "tst_refusalresponse.moc"
