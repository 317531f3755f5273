#include "app/jsonevents.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

MemberInfo member()
{
    MemberInfo info;
    info.id = 7;
    info.name = u"민아 \"M\"\n"_s;
    info.address = u"127.0.0.1"_s;
    info.port = 4567;
    info.subprotocol = u"chat"_s;
    info.room = u"/"_s;
    info.close = {CloseCode(4001), u"안녕"_s};
    return info;
}

QJsonObject parsed(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

class TestJsonEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listening()
    {
        QCOMPARE(jsonevents::listening(3000, {u"http://localhost:3000/"_s}),
                 "{\"event\":\"listening\",\"port\":3000,\"urls\":[\"http://localhost:3000/\"]}"_ba);
    }

    void listeningInTlsHasTheFingerprint()
    {
        const QJsonObject object =
            parsed(jsonevents::listening(3000, {u"https://localhost:3000/"_s}, "AB:CD"_ba));
        QCOMPARE(object.value("fingerprint"_L1).toString(), u"AB:CD"_s);
    }

    void joined()
    {
        const QByteArray line = jsonevents::joined(member(), 3);
        QVERIFY(!line.contains('\n'));
        const QJsonObject object = parsed(line);
        QCOMPARE(object.value("event"_L1).toString(), u"joined"_s);
        QCOMPARE(object.value("id"_L1).toInt(), 7);
        QCOMPARE(object.value("name"_L1).toString(), member().name);
        QCOMPARE(object.value("address"_L1).toString(), u"127.0.0.1"_s);
        QCOMPARE(object.value("port"_L1).toInt(), 4567);
        QCOMPARE(object.value("subprotocol"_L1).toString(), u"chat"_s);
        QCOMPARE(object.value("room"_L1).toString(), u"/"_s);
        QCOMPARE(object.value("connections"_L1).toInt(), 3);
        QVERIFY(!object.contains("code"_L1));
    }

    void linesLeftOut() { QCOMPARE(jsonevents::linesLeftOut(12), R"({"event":"left-out","lines":12})"_ba); }

    void named()
    {
        QJsonObject object = parsed(jsonevents::named(member(), u"Guest 7"_s, 3));
        QCOMPARE(object.value("event"_L1).toString(), u"named"_s);
        QCOMPARE(object.take("formerName"_L1).toString(), u"Guest 7"_s);
        object.insert("event"_L1, u"joined"_s);
        QCOMPARE(object, parsed(jsonevents::joined(member(), 3)));
    }

    void left()
    {
        const QJsonObject object = parsed(jsonevents::left(member(), 0));
        QCOMPARE(object.value("event"_L1).toString(), u"left"_s);
        QCOMPARE(object.value("connections"_L1).toInt(-1), 0);
        QCOMPARE(object.value("code"_L1).toInt(), 4001);
        QCOMPARE(object.value("reason"_L1).toString(), u"안녕"_s);
        QVERIFY(!object.contains("sentCode"_L1));
    }

    void leftTellsWhatTheServerSent()
    {
        MemberInfo cut = member();
        cut.close = {CloseCode::AbnormalClosure, {}};
        cut.closeSent = CloseCode(1013);
        const QJsonObject object = parsed(jsonevents::left(cut, 0));
        QCOMPARE(object.value("code"_L1).toInt(), 1006);
        QCOMPARE(object.value("sentCode"_L1).toInt(), 1013);
    }

    void leftNamesTheBoundThatWasExceeded()
    {
        std::set<QString> names;
        for (int bound = 0; bound < boundCount; ++bound) {
            MemberInfo info = member();
            info.exceeded = Bound(bound);
            const QJsonObject object = parsed(jsonevents::left(info, 0));
            QCOMPARE(object.contains("bound"_L1), Bound(bound) != Bound::None);
            names.insert(object.value("bound"_L1).toString());
        }
        QCOMPARE(int(names.size()), boundCount);
    }

    void refusedHasANameForEachReason()
    {
        std::set<QString> names;
        for (int reason = 0; reason < refusalReasonCount; ++reason) {
            Refusal refusal;
            refusal.reason = RefusalReason(reason);
            refusal.status = 403;
            refusal.origin = u"https://evil.example"_s;
            refusal.detail = u"alert"_s;
            const QJsonObject object = parsed(jsonevents::refused(refusal));
            QCOMPARE(object.value("event"_L1).toString(), u"refused"_s);
            if (isBeforeRequest(refusal.reason)) {
                QCOMPARE(object.value("detail"_L1).toString(), u"alert"_s);
                QVERIFY(!object.contains("status"_L1) && !object.contains("origin"_L1));
            } else {
                QCOMPARE(object.value("status"_L1).toInt(), 403);
                QCOMPARE(object.value("origin"_L1).toString(), u"https://evil.example"_s);
            }
            names.insert(object.value("reason"_L1).toString());
        }
        QCOMPARE(int(names.size()), refusalReasonCount);
    }

    void historyFailed()
    {
        QCOMPARE(
            jsonevents::historyFailed({ServerErrorKind::HistoryUnusable, {}, 0, u"disk full"_s, u"/방.db"_s}),
            R"({"detail":"disk full","event":"history-failed","file":"/방.db"})"_ba);
    }

    void stopped() { QCOMPARE(jsonevents::stopped(), "{\"event\":\"stopped\"}"_ba); }
};

QTEST_APPLESS_MAIN(TestJsonEvents)
#include "tst_jsonevents.moc"
