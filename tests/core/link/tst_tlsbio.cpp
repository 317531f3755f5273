#include "core/link/tlsbio.h"
#include "faketransport.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTlsBio : public QObject
{
    Q_OBJECT

private slots:
    void readsFromTheTransport()
    {
        FakeTransport transport;
        transport.deliver("hello");
        QByteArray gathered;
        TlsEnds ends{transport, gathered, {}};
        const openssl::Bio bio = makeTlsBio(ends);
        std::array<char, 3> buffer{};
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 3);
        QCOMPARE(QByteArray(buffer.data(), 3), "hel"_ba);
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 2);
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), -1);
        QVERIFY(BIO_should_retry(bio.get()) && BIO_should_read(bio.get())); // more may come
        transport.deliver("!");
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 1);
        QVERIFY(!BIO_should_retry(bio.get()));
    }

    void gathersWhatIsWritten()
    {
        FakeTransport transport;
        QByteArray gathered = "before "_ba;
        TlsEnds ends{transport, gathered, {}};
        const openssl::Bio bio = makeTlsBio(ends);
        QCOMPARE(BIO_write(bio.get(), "hello", 5), 5);
        QCOMPARE(BIO_write(bio.get(), "\0!", 2), 2);
        QCOMPARE(BIO_flush(bio.get()), 1);
        QCOMPARE(gathered, "before hello\0!"_ba);
        QVERIFY(transport.written.isEmpty());
        ends.send();
        QCOMPARE(transport.written, "before hello\0!"_ba);
        QVERIFY(gathered.isEmpty() && ends.backlog.isEmpty());
    }

    void sendsTheLastWithWhatWasGathered_data()
    {
        QTest::addColumn<QByteArray>("gatheredBefore");
        QTest::addColumn<int>("room");
        for (const QByteArray &before : {""_ba, "abc"_ba}) {
            for (int room = 0; room <= 8; ++room)
                QTest::addRow("%d gathered, room for %d", int(before.size()), room) << before << room;
        }
    }
    void sendsTheLastWithWhatWasGathered()
    {
        QFETCH(const QByteArray, gatheredBefore);
        QFETCH(const int, room);
        FakeTransport transport;
        transport.room = room;
        QByteArray gathered;
        TlsEnds ends{transport, gathered, {}};
        const openssl::Bio bio = makeTlsBio(ends);
        if (!gatheredBefore.isEmpty())
            QCOMPARE(BIO_write(bio.get(), gatheredBefore.constData(), int(gatheredBefore.size())), 3);
        ends.isLast = true;
        QCOMPARE(BIO_write(bio.get(), "hello", 5), 5);
        const QByteArray all = gatheredBefore + "hello";
        QCOMPARE(transport.writeCalls, 1);
        QCOMPARE(transport.written, all.first(std::min<qsizetype>(room, all.size())));
        QCOMPARE(ends.backlog, all.mid(room));
        QVERIFY(gathered.isEmpty());

        // What comes behind it waits with it.
        QCOMPARE(BIO_write(bio.get(), "!", 1), 1);
        QCOMPARE(transport.writeCalls, room < all.size() ? 1 : 2);
        QCOMPARE(ends.backlog, (all + "!").mid(room));
    }
};

QTEST_GUILESS_MAIN(TestTlsBio)
#include "tst_tlsbio.moc"
