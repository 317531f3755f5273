#include "keptmessages.h"
#include "server/participant.h"
#include "server/replay.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// Notes what it is sent.
class Listener : public Participant
{
public:
    Listener()
        : Participant(9, Behaviour::Structured)
    {}
    Author author() const override { return {}; }
    void setName(const QString &) override {}
    bool send(Opcode, QByteArrayView) override { return false; }
    bool replay(Opcode type, QByteArrayView payload) override
    {
        sent.append({type, payload.toByteArray()});
        return true;
    }
    void probe() override {}
    Member *here() override { return nullptr; }
    RemoteMember *elsewhere() override { return nullptr; }

    QList<std::pair<Opcode, QByteArray>> sent;
};

constexpr qsizetype large = 1'000'000;

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheOldestFirst()
    {
        const Backlog backlog({}, {keptText(1, u"one"_s), keptBinary(2, "two"),
                                   keptText(9, u"elsewhere"_s, u"/room/x"_s), keptText(3, u"three"_s)});
        const Replay replay(backlog, u"/"_s, 0, keptText(1, {}).epoch, {large, large});
        QCOMPARE(replay.count(), 3);
        Listener listener;
        replay.sendTo(listener);
        QCOMPARE(listener.sent.size(), 4);
        QVERIFY(listener.sent.at(0).second.contains("\"text\":\"one\""));
        QVERIFY(!listener.sent.at(0).second.contains("epoch"));
        QVERIFY(listener.sent.at(1).second.contains("\"binary\":{\"size\":3}"));
        QCOMPARE(listener.sent.at(2), std::pair(Opcode::Binary, "two"_ba));
        QVERIFY(listener.sent.at(3).second.contains("\"seq\":3"));
        Replay(backlog, u"/"_s, 2, 0, {large, large}).sendTo(listener); // in a later run
        QCOMPARE(listener.sent.size(), 5);
        QVERIFY(listener.sent.at(4).second.contains("\"epoch\":1767225600000"));
    }

    void isBounded_data()
    {
        QTest::addColumn<qsizetype>("messages");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("all") << large << large << qsizetype(3);
        QTest::newRow("by number") << qsizetype(2) << large << qsizetype(2);
        QTest::newRow("none") << qsizetype(0) << large << qsizetype(0);
        // The first that does not fit is the end, though smaller ones are behind it.
        QTest::newRow("by size") << large << qsizetype(5'000) << qsizetype(1);
        QTest::newRow("nothing fits") << large << qsizetype(10) << qsizetype(0);
    }
    void isBounded()
    {
        QFETCH(const qsizetype, messages);
        QFETCH(const qsizetype, size);
        QFETCH(const qsizetype, count);
        const Backlog backlog(
            {}, {keptText(1, u"one"_s), keptBinary(2, QByteArray(5'000, 'x')), keptText(3, u"three"_s)});
        QCOMPARE(Replay(backlog, u"/"_s, 0, 0, {messages, size}).count(), count);
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
