#include "tests/ui/text/language.h"
#include "ui/text/traffictext.h"

#include "client/clienterror.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

TrafficRecord recordOf(TrafficKind kind, const QByteArray &payload = {})
{
    TrafficRecord record;
    record.kind = kind;
    record.payload = payload;
    record.size = quint64(payload.size());
    return record;
}

TrafficRecord closeOf(TrafficKind kind, CloseCode code, const QString &reason = {})
{
    TrafficRecord record = recordOf(kind);
    record.close = {code, reason};
    return record;
}

} // namespace

class TestTrafficText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAWordForEveryKind()
    {
        const std::set<TrafficKind> sameInEveryLanguage{TrafficKind::Ping, TrafficKind::Pong,
                                                        TrafficKind::Close};
        std::set<QString> words;
        for (int i = 0; i <= int(TrafficKind::Ended); ++i) {
            const auto kind = TrafficKind(i);
            QString english;
            {
                const Language language(u"en"_s);
                english = trafficKindWord(kind);
                QVERIFY(isEnglish(english));
            }
            const Language language(u"ko"_s);
            const QString korean = trafficKindWord(kind);
            QCOMPARE(isKorean(korean), !sameInEveryLanguage.contains(kind));
            words.insert({english, korean});
        }
        QCOMPARE(words.size(), std::size_t(2 * 10 - 3));
    }

    void hasWordsForDirections()
    {
        QCOMPARE(directionSymbol(Direction::Received), u"↓"_s);
        QCOMPARE(directionSymbol(Direction::Sent), u"↑"_s);
        {
            const Language language(u"en"_s);
            QCOMPARE(directionWord(Direction::Received), u"Received"_s);
            QCOMPARE(directionWord(Direction::Sent), u"Sent"_s);
        }
        const Language language(u"ko"_s);
        QCOMPARE(directionWord(Direction::Received), u"받음"_s);
        QCOMPARE(directionWord(Direction::Sent), u"보냄"_s);
    }

    void namesThePeer_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<quint32>("recipients");
        QTest::addColumn<QString>("expected");
        QTest::newRow("member") << u"en"_s << u"Mina"_s << 1U << u"Mina"_s;
        QTest::newRow("name of two lines") << u"en"_s << u"Mi\nna"_s << 1U << u"Mi↵na"_s;
        QTest::newRow("broadcast to one") << u"en"_s << QString() << 1U << u"1 member"_s;
        QTest::newRow("broadcast to many") << u"en"_s << QString() << 12U << u"12 members"_s;
        QTest::newRow("broadcast in Korean") << u"ko"_s << QString() << 12U << u"12명"_s;
    }

    void namesThePeer()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, peer);
        QFETCH(const quint32, recipients);
        const Language installed(language);
        TrafficRecord record = recordOf(TrafficKind::Text);
        record.peer = peer;
        record.recipients = recipients;
        record.connection = peer.isEmpty() ? 0 : 7;
        QTEST(recordPeerText(record), "expected");
    }

    void previewsARecord_data()
    {
        QTest::addColumn<TrafficRecord>("record");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const TrafficRecord &record, const QString &expected) {
            QTest::newRow(name) << record << expected;
        };
        row("request", recordOf(TrafficKind::Request, "GET /chat HTTP/1.1\r\nHost: x\r\n\r\n"),
            u"GET /chat HTTP/1.1"_s);
        row("response", recordOf(TrafficKind::Response, "HTTP/1.1 101 Switching Protocols\r\n\r\n"),
            u"HTTP/1.1 101 Switching Protocols"_s);
        TrafficRecord status = recordOf(TrafficKind::Response);
        status.status = 403;
        row("response without its head", status, u"403"_s);
        row("request without its head", recordOf(TrafficKind::Request), QString());
        row("TLS failure", recordOf(TrafficKind::TlsFailure, "wrong version number"),
            u"wrong version number"_s);
        row("TLS time-out", recordOf(TrafficKind::TlsFailure),
            u"The TLS handshake did not end in the time allowed."_s);
        row("text", recordOf(TrafficKind::Text, "안녕\nhello"), u"안녕↵hello"_s);
        row("empty text", recordOf(TrafficKind::Text), QString());
        TrafficRecord cut = recordOf(TrafficKind::Text, "abc");
        cut.size = 100;
        row("text that was cut", cut, u"abc…"_s);
        TrafficRecord unfinished = recordOf(TrafficKind::Text, "abc");
        unfinished.isUnfinished = true;
        row("text that is unfinished", unfinished, u"unfinished · abc"_s);
        unfinished.payload.clear();
        unfinished.size = 0;
        row("of which nothing came", unfinished, u"unfinished"_s);
        unfinished = recordOf(TrafficKind::Text, "안\xEB\x85");
        unfinished.isUnfinished = true;
        row("text that ends within a character", unfinished, u"unfinished · 안…"_s);
        unfinished = recordOf(TrafficKind::Binary, "Hi");
        unfinished.isUnfinished = true;
        row("binary that is unfinished", unfinished, u"unfinished · 48 69"_s);
        row("binary", recordOf(TrafficKind::Binary, "Hi"), u"48 69"_s);
        row("ping with text", recordOf(TrafficKind::Ping, "keep-alive"), u"keep-alive"_s);
        row("ping with octets", recordOf(TrafficKind::Ping, QByteArray::fromHex("0001ff")), u"00 01 ff"_s);
        row("pong with control characters", recordOf(TrafficKind::Pong, "a\n"), u"61 0a"_s);
        row("empty pong", recordOf(TrafficKind::Pong), QString());
        row("close", closeOf(TrafficKind::Close, CloseCode(4001), u"그만"_s),
            u"4001 · Application code · “그만”"_s);
        row("ended", closeOf(TrafficKind::Ended, CloseCode::AbnormalClosure),
            u"CLOSED 1006 · Connection lost"_s);
        TrafficRecord exceeded = closeOf(TrafficKind::Ended, CloseCode::AbnormalClosure);
        exceeded.exceeded = Bound::OctetRate;
        row("ended by a bound", exceeded,
            u"CLOSED 1006 · Connection lost · It sent more bytes per second than allowed here."_s);
        exceeded.error = WireError::MessageTooBig;
        row("ended by an error", exceeded,
            u"CLOSED 1006 · Connection lost · A message was bigger than allowed here."_s);
        TrafficRecord refused = closeOf(TrafficKind::Ended, CloseCode::AbnormalClosure);
        refused.cause = quint8(ClientErrorKind::Refused);
        refused.status = 403;
        row("refused", refused, u"CLOSED 1006 · The server refused the opening handshake with status 403."_s);
        refused.status = 426;
        row("refused as no request for a WebSocket", refused,
            u"CLOSED 1006 · The server refused the opening handshake with status 426."_s);
        TrafficRecord failure = recordOf(TrafficKind::Failure);
        failure.error = WireError::ReservedOpcode;
        row("failure", failure, u"A frame had a reserved opcode. (RFC 6455 §5.2)"_s);
    }

    void previewsARecord()
    {
        QFETCH(const TrafficRecord, record);
        QTEST(recordPreview(record), "expected");
    }

    void boundsThePreview_data()
    {
        QTest::addColumn<TrafficRecord>("record");
        for (int i = 0; i <= int(TrafficKind::Ended); ++i) {
            TrafficRecord record = recordOf(TrafficKind(i), QByteArray(TrafficRecord::maxKeptPayload, 'x'));
            record.close = {CloseCode(4001), QString(123, u'y')};
            record.error = WireError::UnmaskedClientFrame;
            QTest::newRow(qPrintable(trafficKindWord(TrafficKind(i)))) << record;
        }
    }

    void boundsThePreview()
    {
        QFETCH(const TrafficRecord, record);
        constexpr qsizetype maxLength = 40;
        const QString preview = recordPreview(record, maxLength);
        QVERIFY2(preview.size() <= maxLength + 2, qPrintable(preview)); // hex ends in " …"
        QVERIFY(preview.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(TestTrafficText)
#include "tst_traffictext.moc"
