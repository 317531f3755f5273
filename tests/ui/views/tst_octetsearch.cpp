#include "ui/views/octetsearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestOctetSearch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing in nothing") << ""_ba
                                            << ""_ba << true;
        QTest::newRow("something in nothing") << ""_ba
                                              << "a"_ba << false;
        QTest::newRow("all of it") << "abc"_ba
                                   << "abc"_ba << true;
        QTest::newRow("longer than it") << "abc"_ba
                                        << "abcd"_ba << false;
        QTest::newRow("header name") << "GET / HTTP/1.1\r\nSec-WebSocket-Key: x"_ba
                                     << "sec-websocket-key"_ba << true;
        QTest::newRow("capitals wanted") << "\"id\":1900"_ba
                                         << "ID\":19"_ba << true;
        QTest::newRow("begins again") << "aabaabaaab"_ba
                                      << "aabaaab"_ba << true;
        QTest::newRow("no letters") << "@["_ba
                                    << "`{"_ba << false; // a bit apart, as letters are
        QTest::newRow("zeroes") << QByteArray("a\0b", 3) << QByteArray("\0B", 2) << true;
        QTest::newRow("한글") << "안녕하세요"_ba
                              << "녕하"_ba << true;
        QTest::newRow("another syllable") << "안녕하세요"_ba
                                          << "년"_ba << false;
        QTest::newRow("letters that are not English") << "É"_ba
                                                      << "é"_ba << false;
    }
    void finds()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const QByteArray, wanted);
        QTEST(OctetSearch(wanted).isIn(octets), "found");
    }

    /// Against the plain way, over all that few letters can make.
    void findsAsThePlainWayDoes()
    {
        const QByteArray letters = "abA";
        const auto word = [&letters](int number, int length) {
            QByteArray made;
            for (int i = 0; i < length; ++i, number /= 3)
                made += letters.at(number % 3);
            return made;
        };
        for (int wantedNumber = 0; wantedNumber < 27; ++wantedNumber) {
            const QByteArray wanted = word(wantedNumber, 3);
            const OctetSearch search(wanted);
            for (int number = 0; number < 2187; ++number) {
                const QByteArray octets = word(number, 7);
                QCOMPARE(search.isIn(octets), octets.toLower().contains(wanted.toLower()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestOctetSearch)
#include "tst_octetsearch.moc"
