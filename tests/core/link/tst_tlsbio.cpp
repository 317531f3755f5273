#include "core/link/tlsbio.h"
#include "faketransport.h"

#include <QTest>

#include <array>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTlsBio : public QObject
{
    Q_OBJECT

private slots:
    void readsFromTheSource()
    {
        FakeTransport source;
        source.deliver("hello");
        QByteArray sink;
        TlsEnds ends{source, sink};
        const openssl::Bio bio = makeTlsBio(ends);
        std::array<char, 3> buffer{};
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 3);
        QCOMPARE(QByteArray(buffer.data(), 3), "hel"_ba);
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 2);
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), -1);
        QVERIFY(BIO_should_retry(bio.get()) && BIO_should_read(bio.get())); // more may come
        source.deliver("!");
        QCOMPARE(BIO_read(bio.get(), buffer.data(), int(buffer.size())), 1);
        QVERIFY(!BIO_should_retry(bio.get()));
    }

    void gathersWhatIsWritten()
    {
        FakeTransport source;
        QByteArray sink = "before "_ba;
        TlsEnds ends{source, sink};
        const openssl::Bio bio = makeTlsBio(ends);
        QCOMPARE(BIO_write(bio.get(), "hello", 5), 5);
        QCOMPARE(BIO_write(bio.get(), "\0!", 2), 2);
        QCOMPARE(BIO_flush(bio.get()), 1);
        QCOMPARE(sink, "before hello\0!"_ba);
        QVERIFY(source.written.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTlsBio)
#include "tst_tlsbio.moc"
