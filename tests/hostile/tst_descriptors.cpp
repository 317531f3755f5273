#include "hostilepeer.h"
#include "tests/app/confabdprocess.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// More connections than the system gives the server descriptors for.
class TestDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void runningOutOfThemEndsNothing();
};

void TestDescriptors::runningOutOfThemEndsNothing()
{
    constexpr int limit = 64;
    ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--json"_s}, QString(), limit);
    const auto port = quint16(confabd.nextEvent().value("port"_L1).toInt());
    QVERIFY(port > 0);
    RawPeer member(port);
    QVERIFY(member.upgrade("/echo"));
    QCOMPARE(confabd.nextEvent().value("event"_L1).toString(), u"joined"_s);

    RawPeers peers = connectPeers(port, 2 * limit);
    int letIn = 0;
    for (const auto &peer : peers)
        letIn += peer->upgrade("/room/full") ? 1 : 0;
    QVERIFY(letIn > 0);
    QVERIFY(letIn < limit);
    member.sendFrame(Opcode::Text, "still here");
    QCOMPARE(member.readFrame(Opcode::Text).payload, "still here"_ba);
    QJsonObject refused;
    do
        refused = confabd.nextEvent();
    while (refused.value("event"_L1) == "joined"_L1);
    QCOMPARE(refused.value("reason"_L1).toString(), u"out-of-descriptors"_s);
    QCOMPARE(refused.value("status"_L1).toInt(), 503);

    peers.clear();
    // As soon as the server has seen them go.
    std::unique_ptr<RawPeer> late;
    QVERIFY(QTest::qWaitFor(
        [&late, port] {
            late = std::make_unique<RawPeer>(port);
            return late->upgrade("/echo");
        },
        RawPeer::patience));
    late->sendFrame(Opcode::Text, "let in");
    QCOMPARE(late->readFrame(Opcode::Text).payload, "let in"_ba);
    member.sendFrame(Opcode::Text, "never left");
    QCOMPARE(member.readFrame(Opcode::Text).payload, "never left"_ba);
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
