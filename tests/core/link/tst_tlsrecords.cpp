#include "core/link/tlsrecords.h"

#include "core/link/remainder.h"
#include "core/link/tlscontext.h"
#include "selfsignedcontext.h"
#include "tlsserver.h"

#include <QTest>

#include <utility>
#include <vector>

using namespace confab;

class TestTlsRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = selfSignedContext();
        QVERIFY(m_context);
    }

    void fillsRecords_data()
    {
        QTest::addColumn<QList<int>>("pieces");
        QTest::addColumn<QList<int>>("records"); ///< octets of text in each
        QTest::addColumn<int>("left");
        QTest::newRow("one") << QList<int>{5} << QList<int>{5} << 0;
        QTest::newRow("joined") << QList<int>{2, 3} << QList<int>{5} << 0;
        QTest::newRow("full") << QList<int>{16384} << QList<int>{16384} << 0;
        QTest::newRow("one more") << QList<int>{16385} << QList<int>{1, 16384} << 0;
        QTest::newRow("two of which one is full") << QList<int>{16384, 1} << QList<int>{1, 16384} << 0;
        QTest::newRow("short before long") << QList<int>{10, 20'000} << QList<int>{3626, 16384} << 0;
        QTest::newRow("many") << QList<int>(40, 1000) << QList<int>{7232, 16384, 16384} << 0;
        QTest::newRow("more than is done at once, joined")
            << QList<int>(100, 1000) << QList<int>(4, 16384) << 34'464;
        QTest::newRow("as much as is done at once") << QList<int>{65'536} << QList<int>(4, 16384) << 0;
        QTest::newRow("one more than that") << QList<int>{65'537} << QList<int>(4, 16384) << 1;
        QTest::newRow("much more") << QList<int>{1'000'000} << QList<int>(4, 16384) << 934'464;
        QTest::newRow("a record before that") << QList<int>{1000, 65'536} << QList<int>(4, 16384) << 1000;
        QTest::newRow("long ones") << QList<int>{20'000, 20'000} << QList<int>{7232, 16384, 16384} << 0;
        QTest::newRow("almost all, and as much again")
            << QList<int>{65'535, 65'536} << QList<int>(4, 16384) << 65'535;
    }
    void fillsRecords()
    {
        QFETCH(const QList<int>, pieces);
        QFETCH(const QList<int>, records);
        QFETCH(const int, left);
        TlsServer server(m_context);
        QVERIFY(server.open());

        QByteArray text;
        for (const int size : pieces) {
            for (int i = 0; i < size; ++i)
                text += char('a' + text.size() % 23);
        }
        std::vector<QByteArrayView> views;
        for (qsizetype at = 0; const int size : pieces)
            views.push_back(QByteArrayView(text).sliced(std::exchange(at, at + size), size));
        Remainder remainder(views);
        bool isLast = false;
        QVERIFY(encryptRecords(server.session.get(), remainder, isLast));

        QCOMPARE(remainder.size(), left);
        QVERIFY(!isLast);
        QByteArray rest;
        if (left > 0)
            remainder.take(left, rest);
        QVERIFY(rest == text.last(left));
        const QByteArray encrypted = server.take();
        QList<int> sizes;
        for (const int size : records)
            sizes.append(size + 17); // content type, and the tag of AES-GCM
        QCOMPARE(recordSizes(encrypted), sizes);
        QVERIFY(server.peer.decrypt(encrypted) == text.chopped(left));
    }

    void doesNothingWithNothing()
    {
        TlsServer server(m_context);
        QVERIFY(server.open());
        Remainder remainder({});
        bool isLast = false;
        QVERIFY(encryptRecords(server.session.get(), remainder, isLast));
        QCOMPARE(server.take(), QByteArray());
    }

    void failsBeforeTheHandshake()
    {
        TlsServer server(m_context);
        const std::vector<QByteArrayView> pieces{"one", "two"};
        Remainder joined(pieces);
        bool isLast = false;
        QVERIFY(!encryptRecords(server.session.get(), joined, isLast));
        Remainder whole{std::span(pieces).first(1)};
        QVERIFY(!encryptRecords(server.session.get(), whole, isLast));
        QCOMPARE(whole.size(), 3);
        QVERIFY(!isLast);
    }

private:
    TlsContext m_context;
};

QTEST_GUILESS_MAIN(TestTlsRecords)
#include "tst_tlsrecords.moc"
