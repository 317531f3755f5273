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

QByteArray head(const QByteArray &withKey, const QByteArray &target = "/")
{
    return "GET " + target + " HTTP/1.1\r\nSec-WebSocket-Key: " + withKey +
           "\r\nSec-WebSocket-Version: 13\r\n\r\n";
}

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
        QVERIFY(!memory.recall(head(key), key));
        memory.remember(head(key), key, {true, reply(accept), "echo"});
        const std::optional<DeskAnswer> same = memory.recall(head(key), key);
        QVERIFY(same);
        QVERIFY(same->accepted);
        QCOMPARE(same->reply, reply(accept));
        QCOMPARE(same->subprotocol, "echo"_ba);
        QCOMPARE(memory.recall(head(otherKey), otherKey)->reply, reply(otherAccept));
    }

    void anyOtherDifferenceIsAnotherQuestion()
    {
        DeskMemory memory;
        memory.remember(head(key), key, {true, reply(accept), {}});
        QVERIFY(!memory.recall(head(key, "/chat"), key));
        QVERIFY(!memory.recall(head(key).replace("13", "12"), key));
        QVERIFY(!memory.recall(head(key).replace("Key: ", "Key:  "), key));
        // The same octets but for the key, which stands elsewhere.
        QVERIFY(!memory.recall(
            "GET " + key + "/ HTTP/1.1\r\nSec-WebSocket-Key: \r\nSec-WebSocket-Version: 13\r\n\r\n", key));
        QCOMPARE(memory.size(), 1);
    }

    void remembersAcceptancesAlone()
    {
        DeskMemory memory;
        memory.remember(head(key), key, {false, {}, {}});
        memory.remember(head(key), key, {true, reply(otherAccept), {}}); // not this key's
        memory.remember(head(otherKey), key, {true, reply(accept), {}}); // not this head's
        memory.remember(head({}), {}, {true, reply(accept), {}});
        QCOMPARE(memory.size(), 0);
    }

    void isBounded()
    {
        DeskMemory memory;
        for (int i = 0; i < 3 * DeskMemory::maxKinds; ++i) {
            const QByteArray asked = head(key, '/' + QByteArray::number(i));
            memory.remember(asked, key, {true, reply(accept), {}});
            QVERIFY(memory.size() <= DeskMemory::maxKinds);
            QVERIFY(memory.recall(asked, key));
        }
    }
};

QTEST_APPLESS_MAIN(TestDeskMemory)
#include "tst_deskmemory.moc"
