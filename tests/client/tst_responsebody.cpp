#include "client/responsebody.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestResponseBody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodies_data();
    void bodies();
};

void TestResponseBody::bodies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("complete");
    const QByteArray counted = "Content-Length: 5\r\n";
    const QByteArray chunked = "Transfer-Encoding: gzip, chunked\r\n";
    QTest::newRow("counted") << 401 << counted << "hello"_ba
                             << "hello"_ba << true;
    QTest::newRow("counted, more to come") << 401 << counted << "hel"_ba
                                           << "hel"_ba << false;
    QTest::newRow("counted, too much") << 401 << counted << "hello you"_ba
                                       << "hello"_ba << true;
    QTest::newRow("counted, empty") << 401 << "Content-Length: 0\r\n"_ba
                                    << ""_ba
                                    << ""_ba << true;
    QTest::newRow("no count") << 401 << ""_ba
                              << "hello"_ba
                              << "hello"_ba << false;
    QTest::newRow("bad count") << 401 << "Content-Length: many\r\n"_ba
                               << "hello"_ba
                               << "hello"_ba << false;
    QTest::newRow("longer than kept") << 401 << ""_ba
                                      << "0123456789abcdef"_ba
                                      << "0123456789"_ba << true;
    QTest::newRow("counted, longer than kept") << 401 << "Content-Length: 99\r\n"_ba
                                               << "0123456789abcdef"_ba
                                               << "0123456789"_ba << true;
    QTest::newRow("chunked") << 403 << chunked << "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n"_ba
                             << "hello"_ba << true;
    QTest::newRow("chunked, hexadecimal") << 403 << chunked << "A\r\n0123456789\r\n"_ba
                                          << "0123456789"_ba << true;
    QTest::newRow("chunked, more to come") << 403 << chunked << "3\r\nhel\r\n2"_ba
                                           << "hel"_ba << false;
    QTest::newRow("chunked, nonsense") << 403 << chunked << "hello\r\n"_ba
                                       << ""_ba << true;
    QTest::newRow("chunked, endless line") << 403 << chunked << QByteArray(2000, ' ') << ""_ba << true;
    QTest::newRow("no content") << 204 << counted << ""_ba
                                << ""_ba << true;
}

void TestResponseBody::bodies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, octets);
    QFETCH(QByteArray, body);
    QFETCH(bool, complete);
    ResponseHead head;
    QCOMPARE(parseResponseHead("HTTP/1.1 " + QByteArray::number(status) + " No\r\n" + headers + "\r\n", head),
             HttpError::None);
    ResponseBody whole(head, 10);
    whole.receive(octets);
    QCOMPARE(whole.octets(), body);
    QCOMPARE(whole.isComplete(), complete);
    ResponseBody byOctet(head, 10);
    for (const char octet : std::as_const(octets))
        byOctet.receive(QByteArrayView(&octet, 1));
    QCOMPARE(byOctet.octets(), body);
    QCOMPARE(byOctet.isComplete(), complete);
}

QTEST_APPLESS_MAIN(TestResponseBody)
#include "tst_responsebody.moc"
