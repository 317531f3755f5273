#include "core/wire/frameencoder.h"
#include "linkfixture.h"

#include <QCoreApplication>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestLinkReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void receivesWhatCameBehindTheHead();
    void readsWhatArrivedBeforeItOpened();
    void answersBeforeTheRepliesToWhatFollows();
    void answersInOneWrite();
    void longAnswersAreNotGathered();
    void longAnswersPastTheBoundCloseTheLink();
    void answersOfASlowPeerWaitInOrder();
    void linksThatReadWithinEachOther();
    void pingFloodStopsReading_data();
    void pingFloodStopsReading();
    void pingsOneByOneStopReading();
    void abortInASlotSilencesTheRest();
    void readsABusyPeerInTurns();
    void holdsReadingBack();
    void looksForTheRestOfAMessage();
    void looksAFewTimesInATurn_data();
    void looksAFewTimesInATurn();
    void looksForNothingElse_data();
    void looksForNothingElse();
};

/// Collects whatever a link receives, and notes when it hands that out.
class Collector final : public TurnBatch
{
public:
    explicit Collector(LinkFixture &fixture)
        : m_fixture(fixture)
    {
        fixture.spy.onMessage = [this](const Message &) {
            if (!std::exchange(m_collects, true))
                m_fixture.loop.collect(*this);
        };
    }
    void settle() override
    {
        m_collects = false;
        m_fixture.diary.append(u"settled"_s);
    }

private:
    LinkFixture &m_fixture;
    bool m_collects = false;
};

void TestLinkReading::receivesWhatCameBehindTheHead()
{
    LinkFixture client(Role::Client);
    client.link->open(unmasked('\x81', "first"_ba));
    QCOMPARE(client.diary, QStringList({u"state 1"_s, u"message first"_s}));
}

void TestLinkReading::readsWhatArrivedBeforeItOpened()
{
    LinkFixture client(Role::Client);
    client.transport->deliver(unmasked('\x81', "early"_ba));
    QCOMPARE(client.diary, QStringList());
    client.link->open();
    QTRY_COMPARE(client.diary, QStringList({u"state 1"_s, u"message early"_s}));
}

void TestLinkReading::answersBeforeTheRepliesToWhatFollows()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &message) { QVERIFY(server.link->sendText(message.payload)); };
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x89', "p"_ba) + masked('\x81', "b"_ba) +
                              masked('\x88', {}));
    const QByteArray expected =
        unmasked('\x81', "a"_ba) + unmasked('\x8A', "p"_ba) + unmasked('\x81', "b"_ba) + unmasked('\x88', {});
    QTRY_COMPARE(server.transport->written, expected);
}

void TestLinkReading::answersInOneWrite()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &message) { QVERIFY(server.link->sendText(message.payload)); };
    server.link->open();
    const QByteArray request = masked('\x81', "a"_ba) + masked('\x89', "p"_ba);
    server.transport->deliver(request.repeated(100));
    // At once: the memory that they are gathered in is another link's next.
    QCOMPARE(server.transport->written, (unmasked('\x81', "a"_ba) + unmasked('\x8A', "p"_ba)).repeated(100));
    QCOMPARE(server.transport->writeCalls, 1);
    QCOMPARE(server.link->bufferedAmount(), 0);
}

void TestLinkReading::longAnswersAreNotGathered()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &message) {
        QCOMPARE(server.link->sendBinary(message.payload), std::optional(quint64(message.payload.size())));
    };
    server.link->open();
    const QByteArray text(40'000, 'x');
    const auto frames = [&](const std::optional<MaskingKey> &key) {
        return encodeFrame(Opcode::Binary, "short", key) + encodeFrame(Opcode::Binary, text, key) +
               encodeFrame(Opcode::Binary, "shorter", key) + encodeFrame(Opcode::Binary, text, key);
    };
    server.transport->deliver(frames(MaskingKey{1, 2, 3, 4}));
    QVERIFY(server.transport->written == frames({}));
    QCOMPARE(server.transport->writeCalls, 2); // with what came before, each
    QCOMPARE(server.link->bufferedAmount(), 0);
    // And what is no answer waits for the end of the turn.
    server.link->sendBinary(text);
    QCOMPARE(server.transport->writeCalls, 2);
    QTRY_COMPARE(server.transport->writeCalls, 3);
}

void TestLinkReading::longAnswersPastTheBoundCloseTheLink()
{
    LinkPolicy policy;
    policy.maxQueueSize = 100'000;
    LinkFixture server(Role::Server, policy);
    bool sent = true;
    server.spy.onMessage = [&](const Message &message) {
        const QByteArray more = message.payload.repeated(3);
        QVERIFY(server.link->sendBinary(more)); // under way
        sent = server.link->sendBinary(more).has_value();
    };
    server.link->open();
    server.transport->room = 0;
    server.transport->deliver(encodeFrame(Opcode::Binary, QByteArray(40'000, 'x'), MaskingKey{1, 2, 3, 4}));
    QVERIFY(!sent);
    QTRY_VERIFY(server.link->readyState() == ReadyState::Closing);
    server.transport->makeRoom(1'000'000);
    QTRY_COMPARE(server.transport->written.first(4), "\x88\x1D\x03\xF5"_ba); // 1013
}

void TestLinkReading::answersOfASlowPeerWaitInOrder()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &message) {
        QVERIFY(server.link->sendText(message.payload));
        QVERIFY(server.link->bufferedAmount() > 0);
    };
    server.link->open();
    server.transport->room = 5;
    QByteArray expected;
    for (const char *word : {"one", "two", "three"}) {
        server.transport->deliver(masked('\x81', word));
        expected += unmasked('\x81', word);
    }
    QCOMPARE(server.transport->written, expected.first(5));
    QCOMPARE(server.link->bufferedAmount(), expected.size() - 5);
    server.transport->makeRoom(1000);
    QCOMPARE(server.transport->written, expected);
}

void TestLinkReading::linksThatReadWithinEachOther()
{
    LinkFixture outer(Role::Server);
    LinkSpy spy;
    auto owned = std::make_unique<FakeTransport>();
    FakeTransport *const transport = owned.get();
    Link inner(std::move(owned), Role::Server, {}, outer.loop, spy);
    spy.onMessage = [&](const Message &message) {
        inner.sendText(message.payload);
        outer.link->sendText("between"_ba);
    };
    outer.spy.onMessage = [&](const Message &message) {
        outer.link->sendText(message.payload);
        if (inner.readyState() == ReadyState::Connecting)
            inner.open(masked('\x81', "inner"_ba));
    };
    outer.link->open();
    outer.transport->deliver(masked('\x81', "a"_ba) + masked('\x81', "b"_ba));
    QTRY_COMPARE(transport->written, unmasked('\x81', "inner"_ba));
    QCOMPARE(outer.transport->written,
             unmasked('\x81', "a"_ba) + unmasked('\x81', "between"_ba) + unmasked('\x81', "b"_ba));
}

void TestLinkReading::pingFloodStopsReading_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("count");
    QTest::addColumn<qsizetype>("maxQueueSize");
    QTest::newRow("100 octets each") << 100 << 20'000 << qsizetype(512 * 1024);
    // Each takes more memory to queue than it has octets.
    QTest::newRow("empty") << 0 << 200'000 << qsizetype(256 * 1024);
    QTest::newRow("empty, with a short queue") << 0 << 20'000 << qsizetype(4 * 1024);
}

void TestLinkReading::pingFloodStopsReading()
{
    QFETCH(const int, size);
    QFETCH(const int, count);
    LinkPolicy policy;
    QFETCH(qsizetype, maxQueueSize);
    policy.maxQueueSize = maxQueueSize;
    const QByteArray payload(size, 'p');
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    server.transport->deliver(masked('\x89', payload).repeated(count));
    QVERIFY(server.link->bufferedAmount() < policy.maxQueueSize);
    QVERIFY(server.transport->unread() > 0);
    QVERIFY(server.link->readyState() == ReadyState::Open);
    // It goes on when the peer takes its answers.
    server.transport->makeRoom(1'000'000'000);
    QTRY_COMPARE(server.transport->unread(), 0);
    QTRY_COMPARE(server.transport->written, unmasked('\x8A', payload).repeated(count));
}

/// Nothing is there to be gathered: each answer takes the memory of a frame.
void TestLinkReading::pingsOneByOneStopReading()
{
    LinkPolicy policy;
    policy.maxQueueSize = 64 * 1024;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    constexpr int count = 2'000;
    for (int i = 0; i < count; ++i)
        server.transport->deliver(masked('\x89', {}));
    QVERIFY(server.transport->unread() > 0);
    QVERIFY(server.link->readyState() == ReadyState::Open);
    server.transport->makeRoom(1'000'000);
    QTRY_COMPARE(server.transport->written, unmasked('\x8A', {}).repeated(count));
}

void TestLinkReading::abortInASlotSilencesTheRest()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &) { server.link->abort(); };
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x81', "b"_ba) + masked('\x88', {}));
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"message a"_s, u"state 3"_s, u"closed 1006"_s}));
    server.link->abort(); // again: nothing
    server.link->close({CloseCode::NormalClosure, {}});
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
}

void TestLinkReading::readsABusyPeerInTurns()
{
    LinkFixture server(Role::Server);
    server.link->open();
    const QByteArray octets = masked('\x82', QByteArray(100, 'x')).repeated(30'000); // about 3 MiB
    server.transport->deliver(octets);
    QVERIFY(server.transport->unread() > 0); // others may have their turn now
    QTRY_COMPARE(server.transport->unread(), 0);
    QCOMPARE(server.diary.size(), 1 + 30'000);
}

void TestLinkReading::holdsReadingBack()
{
    LinkPolicy policy;
    policy.pingInterval = 1ms;
    policy.pongTimeout = 1ms;
    LinkFixture held(Role::Server, policy);
    held.link->open();
    held.link->setReadingHeld(true);
    held.transport->deliver(masked('\x81', "hello"_ba));
    // A peer that is not read cannot show that it is there: it is not given up either.
    LinkFixture reference(Role::Server, policy);
    reference.link->open();
    QTRY_VERIFY(reference.transport->aborted);
    QCOMPARE(held.diary, QStringList{u"state 1"_s});
    held.link->setReadingHeld(false);
    QTRY_COMPARE(held.diary.value(1), u"message hello"_s);
}

void TestLinkReading::looksForTheRestOfAMessage()
{
    LinkFixture server(Role::Server);
    const Collector collector(server);
    server.link->open();
    const QByteArray next = masked('\x81', "next"_ba);
    server.transport->onLook = [&] {
        if (server.transport->looks == 3)
            server.transport->arrive(next.sliced(1));
    };
    server.transport->deliver(masked('\x81', "whole"_ba) + next.first(1));
    QCOMPARE(server.transport->looks, 3);
    QTRY_COMPARE(server.diary,
                 QStringList({u"state 1"_s, u"message whole"_s, u"message next"_s, u"settled"_s}));
}

void TestLinkReading::looksAFewTimesInATurn_data()
{
    QTest::addColumn<QByteArray>("eachTime");
    QTest::newRow("nothing comes") << QByteArray();
    QTest::newRow("an octet comes each time") << "x"_ba;
}

void TestLinkReading::looksAFewTimesInATurn()
{
    QFETCH(const QByteArray, eachTime);
    LinkFixture server(Role::Server);
    const Collector collector(server);
    server.link->open();
    QCoreApplication::processEvents(); // it reads by itself once
    server.transport->onLook = [&] { server.transport->arrive(eachTime); };
    const QByteArray head = masked('\x81', QByteArray(100, 'x')).chopped(100);
    server.transport->deliver(masked('\x81', "whole"_ba) + head);
    QCOMPARE(server.transport->looks, 16);
    // What was collected does not wait for it.
    QTRY_COMPARE(server.diary, QStringList({u"state 1"_s, u"message whole"_s, u"settled"_s}));
    server.transport->onLook = [] {};
    server.transport->deliver(QByteArray(100, 'x').sliced(16 * eachTime.size()));
    QTRY_COMPARE(server.diary.size(), 5);
    QCOMPARE(server.diary[3], u"message "_s + QString(100, u'x'));
    QCOMPARE(server.transport->looks, 16);
}

void TestLinkReading::looksForNothingElse_data()
{
    const QByteArray whole = masked('\x81', "whole"_ba);
    QTest::addColumn<bool>("collects");
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("whole messages") << true << whole + whole;
    QTest::newRow("the beginning of the first one") << true << whole.chopped(1);
    QTest::newRow("nothing is collected") << false << whole + whole.chopped(1);
    QTest::newRow("the beginning of a fragmented one") << true << whole + masked('\x01', "part"_ba);
}

void TestLinkReading::looksForNothingElse()
{
    QFETCH(const bool, collects);
    QFETCH(const QByteArray, octets);
    LinkFixture server(Role::Server);
    std::optional<Collector> collector;
    if (collects)
        collector.emplace(server);
    server.link->open();
    server.transport->deliver(octets);
    QCOMPARE(server.transport->unread(), 0);
    QCOMPARE(server.transport->looks, 0);
}

QTEST_GUILESS_MAIN(TestLinkReading)
#include "tst_linkreading.moc"
