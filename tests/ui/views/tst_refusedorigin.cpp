#include "ui/views/refusedorigin.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRefusedOrigin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheRequestOfTheSameConnection();
    void nothingForOtherRecords_data();
    void nothingForOtherRecords();
    void throughAProxy();
};

void TestRefusedOrigin::findsTheRequestOfTheSameConnection()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest("https://first.example", 7));
    log->append(makeRequest("https://second.example", 8));
    log->append(makeForbidden(7));
    TrafficModel model(log);
    model.refresh();
    QCOMPARE(refusedOrigin(model, 2), "https://first.example"_ba);
    QCOMPARE(refusedOrigin(model, 0), QByteArray());
}

void TestRefusedOrigin::nothingForOtherRecords_data()
{
    QTest::addColumn<TrafficRecord>("response");
    TrafficRecord ofClient = makeForbidden(7);
    ofClient.source = TrafficSource::Client;
    QTest::newRow("101") << makeResponse(101, 7);
    QTest::newRow("400") << makeResponse(400, 7);
    QTest::newRow("403 for something else, as a ban") << makeResponse(403, 7);
    QTest::newRow("403 that our client was given") << ofClient;
    QTest::newRow("403 of a connection without request") << makeForbidden(9);
}

void TestRefusedOrigin::nothingForOtherRecords()
{
    QFETCH(TrafficRecord, response);
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest("https://a.example", 7));
    log->append(response);
    TrafficModel model(log);
    model.refresh();
    QCOMPARE(refusedOrigin(model, 1), QByteArray());
}

void TestRefusedOrigin::throughAProxy()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest("null", 7));
    log->append(makeForbidden(7));
    TrafficModel model(log);
    model.refresh();
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    QCOMPARE(refusedOrigin(proxy.index(1, 6)), "null"_ba);
    QCOMPARE(refusedOrigin(QModelIndex()), QByteArray());
}

QTEST_APPLESS_MAIN(TestRefusedOrigin)
#include "tst_refusedorigin.moc"
