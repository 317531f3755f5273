#include "server/deskmemory.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

// RFC 6455 §1.3, and §1.2 of the HyBi drafts.
const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ=="_ba;
const QByteArray accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="_ba;
const QByteArray otherKey = "x3JJHMbDL1EzLkh9GBhXDw=="_ba;
const QByteArray otherAccept = "HSmrc0sMlYUkAGmm5OPpG2HaGWk="_ba;

const QByteArray kind = "GET / HTTP/1.1\r\nSec-WebSocket-Key: \r\n\r\n"_ba;

QByteArray reply(const QByteArray &withAccept)
{
    return "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: " + withAccept +
           "\r\nUpgrade: websocket\r\n\r\n";
}

} // namespace

class TestDeskMemory : public QObject
{
    Q_OBJECT

private slots:
    void recallsWithAnotherKey()
    {
        DeskMemory memory;
        QVERIFY(!memory.recall(kind, key));
        memory.remember(kind, key, {true, reply(accept), "echo"});
        const std::optional<DeskAnswer> same = memory.recall(kind, key);
        QVERIFY(same);
        QVERIFY(same->accepted);
        QCOMPARE(same->reply, reply(accept));
        QCOMPARE(same->subprotocol, "echo"_ba);
        QCOMPARE(memory.recall(kind, otherKey)->reply, reply(otherAccept));
        QVERIFY(!memory.recall(kind, {}));
    }

    void anyOtherDifferenceIsAnotherQuestion()
    {
        DeskMemory memory;
        memory.remember(kind, key, {true, reply(accept), {}});
        for (qsizetype i = 0; i < kind.size(); ++i) {
            QByteArray other = kind;
            other[i] = char(other[i] ^ 1);
            QVERIFY(!memory.recall(other, key));
        }
        QVERIFY(!memory.recall(kind + ' ', key));
        QCOMPARE(memory.size(), 1);
    }

    void remembersAcceptancesAlone()
    {
        DeskMemory memory;
        memory.remember(kind, key, {false, {}, {}});
        memory.remember(kind, key, {false, reply(accept), {}});
        memory.remember(kind, key, {true, reply(otherAccept), {}}); // not this key's
        memory.remember(kind, key, {true, {}, {}});
        memory.remember(kind, {}, {true, reply("Kfh9QIsMVZcl6xEPYxPHzW8SZ8w="), {}}); // no key's
        QCOMPARE(memory.size(), 0);
    }

    void isBounded()
    {
        DeskMemory memory;
        for (int i = 0; i < 3 * DeskMemory::maxKinds; ++i) {
            const QByteArray asked = QByteArray::number(i) + kind;
            memory.remember(asked, key, {true, reply(accept), {}});
            QVERIFY(memory.size() <= DeskMemory::maxKinds);
            QVERIFY(memory.recall(asked, key));
        }
    }
};

QTEST_APPLESS_MAIN(TestDeskMemory)
#include "tst_deskmemory.moc"
