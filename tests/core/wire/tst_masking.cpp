#include "core/wire/masking.h"

#include <QByteArray>
#include <QSet>
#include <QTest>

using namespace confab;

namespace {

QByteArray maskedNaively(QByteArray octets, const MaskingKey &key, quint64 offset)
{
    for (qsizetype i = 0; i < octets.size(); ++i)
        octets[i] = char(quint8(octets.at(i)) ^ key[(quint64(i) + offset) % 4]);
    return octets;
}

QByteArray someOctets(qsizetype size)
{
    QByteArray octets;
    for (qsizetype i = 0; i < size; ++i)
        octets.append(char((i * 37 + 11) & 0xFF));
    return octets;
}

} // namespace

class TestMasking : public QObject
{
    Q_OBJECT

private slots:
    void everyOffsetAlignmentAndSize()
    {
        constexpr MaskingKey key{0x37, 0xFA, 0x21, 0x3D};
        alignas(64) std::array<char, 128> buffer;
        for (quint64 offset = 0; offset < 4; ++offset) {
            for (size_t alignment = 0; alignment < 16; ++alignment) {
                for (size_t size = 0; size <= 70; ++size) {
                    const QByteArray plain = someOctets(qsizetype(size));
                    buffer.fill('#');
                    std::copy(plain.begin(), plain.end(), buffer.begin() + alignment);
                    applyMask(std::span(buffer).subspan(alignment, size), key, offset);

                    QByteArray expected(128, '#');
                    expected.replace(qsizetype(alignment), qsizetype(size),
                                     maskedNaively(plain, key, offset));
                    QCOMPARE(QByteArray(buffer.data(), 128), expected);
                }
            }
        }
    }

    void noticesWhatIsNotAscii()
    {
        constexpr MaskingKey key{0x37, 0xFA, 0x21, 0x3D};
        for (size_t size = 0; size <= 70; ++size) {
            QByteArray octets = maskedNaively(QByteArray(qsizetype(size), '\x7F'), key, 0);
            QVERIFY(applyMask({octets.data(), size}, key));
            for (size_t place = 0; place < size; ++place) {
                QByteArray plain(qsizetype(size), 'x');
                plain[qsizetype(place)] = '\x80';
                octets = maskedNaively(plain, key, 0);
                QVERIFY(!applyMask({octets.data(), size}, key));
            }
        }
    }

    void offsetsPastAllMemory()
    {
        constexpr MaskingKey key{1, 2, 3, 4};
        for (const quint64 offset : {quint64(1) << 40, (quint64(1) << 62) + 3, ~quint64(0)}) {
            QByteArray octets(1, '\0');
            applyMask(std::span(octets.data(), 1), key, offset);
            QCOMPARE(quint8(octets.at(0)), key[offset % 4]);
        }
    }

    void twiceIsNothing()
    {
        const QByteArray plain = someOctets(100'003);
        QByteArray octets = plain;
        const MaskingKey key = secureMaskingKey();
        const std::span<char> all(octets.data(), size_t(octets.size()));
        applyMask(all, key);
        QCOMPARE(octets, maskedNaively(plain, key, 0));
        applyMask(all.first(5001), key);
        applyMask(all.subspan(5001), key, 5001);
        QCOMPARE(octets, plain);
    }

    void keysDiffer()
    {
        QSet<QByteArray> keys;
        for (int i = 0; i < 64; ++i) {
            const MaskingKey key = secureMaskingKey();
            keys.insert(QByteArray(reinterpret_cast<const char *>(key.data()), key.size()));
        }
        QVERIFY(keys.size() > 60);
    }
};

QTEST_APPLESS_MAIN(TestMasking)
#include "tst_masking.moc"
