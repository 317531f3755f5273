#include "core/wire/deflateparameters.h"
#include "core/wire/messagedeflater.h"
#include "tests/core/wire/splits.h"

#include <QTest>

using namespace confab;
using namespace confab::test;

namespace {

QByteArray text(qsizetype size)
{
    QByteArray text;
    for (int i = 0; text.size() < size; ++i)
        text += QByteArray::number(i * i) + " and ";
    return text.first(size);
}

QByteArray noise(qsizetype size)
{
    QByteArray octets;
    quint32 state = 1;
    while (octets.size() < size) {
        state = state * 1664525 + 1013904223;
        octets += char(state >> 24);
    }
    return octets;
}

} // namespace

class TestMessageDeflater : public QObject
{
    Q_OBJECT

private slots:
    void compressesWhatPays_data()
    {
        QTest::addColumn<bool>("contextTakeover");
        QTest::newRow("context takeover") << true;
        QTest::newRow("no context takeover") << false;
    }
    void compressesWhatPays()
    {
        QFETCH(const bool, contextTakeover);
        MessageDeflater deflater(maxWindowBits, contextTakeover);
        QVERIFY(!deflater.compress(""));
        QVERIFY(!deflater.compress(QByteArray(minDeflatedMessageSize - 1, 'x')));
        QVERIFY(deflater.compress(QByteArray(minDeflatedMessageSize, 'x')));
        QVERIFY(!deflater.compress(noise(5'000)));
        const QByteArray message = text(1'000);
        QCOMPARE(deflater.compress(message),
                 Deflater(maxWindowBits).compress(message)); // nothing of the noise
    }

    /// As a photograph is, also with some words before and behind it; and a long text has no such middle.
    void looksFirstAtWhatIsLarge_data() { compressesWhatPays_data(); }
    void looksFirstAtWhatIsLarge()
    {
        QFETCH(const bool, contextTakeover);
        MessageDeflater deflater(maxWindowBits, contextTakeover);
        constexpr qsizetype large = 256 * 1024;
        QVERIFY(!deflater.compress(noise(large)));
        QVERIFY(!deflater.compress(text(1'000) + noise(large) + text(1'000)));
        const std::optional<QByteArray> compressed = deflater.compress(text(large));
        QVERIFY(compressed);
        QCOMPARE(*compressed, Deflater(maxWindowBits).compress(text(large))); // nothing of what was looked at
        QVERIFY(deflater.compress(noise(large) + text(large)));               // a picture in front of a text
    }

    void leavesTheLargestAsTheyAre()
    {
        MessageDeflater deflater(maxWindowBits, false);
        QVERIFY(deflater.compress(QByteArray(maxDeflatedMessageSize, 'x')));
        QVERIFY(!deflater.compress(QByteArray(maxDeflatedMessageSize + 1, 'x')));
    }

    void takesTheContextOver()
    {
        const QByteArray message = text(1'000);
        MessageDeflater keeping(maxWindowBits, true);
        MessageDeflater forgetting(maxWindowBits, false);
        const auto first = keeping.compress(message);
        QCOMPARE(forgetting.compress(message), first);
        const auto second = keeping.compress(message);
        QVERIFY(second && second->size() < 20);
        QCOMPARE(forgetting.compress(message), first);
    }

    void sharesNoMessages()
    {
        // The thread's streams serve many, each with its window.
        const QByteArray message = text(20'000);
        for (int bits = minWindowBits; bits <= maxWindowBits; ++bits) {
            MessageDeflater one(bits, false);
            MessageDeflater other(bits, false);
            const QByteArray expected = Deflater(bits).compress(message);
            QCOMPARE(one.compress(message), expected);
            QCOMPARE(other.compress(message), expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestMessageDeflater)
#include "tst_messagedeflater.moc"
