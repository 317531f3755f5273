#include "core/wire/deflateparameters.h"
#include "core/wire/deflater.h"
#include "tests/core/wire/splits.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

#include <zlib.h>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

/// Reads with zlib alone, and one octet at a time, so that a reference beyond a window of this size fails.
class WindowReader
{
public:
    explicit WindowReader(int windowBits) { m_good = inflateInit2(&m_zlib, -windowBits) == Z_OK; }
    ~WindowReader() { inflateEnd(&m_zlib); }
    Q_DISABLE_COPY_MOVE(WindowReader)

    QByteArray read(QByteArray compressed)
    {
        compressed += hex("00 00 ff ff");
        m_zlib.next_in = reinterpret_cast<const Bytef *>(compressed.constData());
        m_zlib.avail_in = uInt(compressed.size());
        QByteArray message;
        Bytef octet = 0;
        do {
            m_zlib.next_out = &octet;
            m_zlib.avail_out = 1;
            const int result = inflate(&m_zlib, Z_SYNC_FLUSH);
            m_good = m_good && (result == Z_OK || result == Z_BUF_ERROR);
            if (m_zlib.avail_out == 0)
                message += char(octet);
        } while (m_good && (m_zlib.avail_in > 0 || m_zlib.avail_out == 0));
        return m_good ? message : "failed"_ba;
    }

private:
    z_stream m_zlib = {};
    bool m_good = false;
};

QByteArray randomOctets(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray octets(size, Qt::Uninitialized);
    for (char &octet : octets)
        octet = char(random.bounded(256));
    return octets;
}

/// Text that repeats itself at a distance of some 40,000 octets, 300 octets, and at once.
QByteArray repetitiveText()
{
    QByteArray text;
    for (int i = 0; i < 12'000; ++i)
        text += QByteArray::number(i % 4'000) + (i % 60 == 0 ? "안녕하세요, 안녕하세요 " : "....");
    return text;
}

} // namespace

class TestDeflater : public QObject
{
    Q_OBJECT

private slots:
    void literally()
    {
        // RFC 7692 §7.2.3.1, §7.2.3.2, §7.2.3.6
        Deflater deflater(maxWindowBits);
        QCOMPARE(deflater.compress("Hello"), hex("f2 48 cd c9 c9 07 00"));
        QCOMPARE(deflater.compress("Hello"), hex("f2 00 11 00 00"));
        QCOMPARE(deflater.compress(""), hex("00"));
        QCOMPARE(deflater.compress("Hello"), hex("02 13 00 00"));
        deflater.reset();
        QCOMPARE(deflater.compress("Hello"), hex("f2 48 cd c9 c9 07 00"));
    }

    void keepsToItsWindow_data()
    {
        QTest::addColumn<int>("bits");
        for (int bits = minWindowBits; bits <= maxWindowBits; ++bits)
            QTest::addRow("%d bits", bits) << bits;
    }
    void keepsToItsWindow()
    {
        QFETCH(const int, bits);
        Deflater deflater(bits);
        WindowReader reader(bits);
        const QByteArray text = repetitiveText();
        const QList<QByteArray> messages{
            text, "", "Hello", text, randomOctets(70'000, 1), text.first(1'000), QByteArray(100'000, 'a')};
        for (const QByteArray &message : messages) {
            const QByteArray compressed = deflater.compress(message);
            QVERIFY(reader.read(compressed) == message);
        }
        QVERIFY(deflater.compress(text).size() < text.size() / 2);
    }

    void aSmallerWindowWouldNotDo()
    {
        // Or the test above could not fail.
        const QByteArray half = randomOctets(20'000, 2);
        Deflater deflater(maxWindowBits);
        QCOMPARE(WindowReader(maxWindowBits - 1).read(deflater.compress(half + half)), "failed"_ba);
    }

    void everySize_data()
    {
        QTest::addColumn<bool>("random");
        QTest::newRow("compressible") << false;
        QTest::newRow("incompressible") << true;
    }
    void everySize()
    {
        QFETCH(const bool, random);
        Deflater deflater(maxWindowBits);
        WindowReader reader(maxWindowBits);
        for (qsizetype size = 1; size < 100'000; size += 1 + size / 7) {
            const QByteArray message = random ? randomOctets(size, quint32(size)) : QByteArray(size, 'x');
            QVERIFY2(reader.read(deflater.compress(message)) == message,
                     QByteArray::number(size).constData());
        }
    }

    void moves()
    {
        Deflater first(maxWindowBits);
        QCOMPARE(first.compress("Hello"), hex("f2 48 cd c9 c9 07 00"));
        Deflater second(std::move(first));
        QCOMPARE(second.compress("Hello"), hex("f2 00 11 00 00"));
    }
};

QTEST_APPLESS_MAIN(TestDeflater)
#include "tst_deflater.moc"
