#include "tests/ui/text/language.h"
#include "ui/text/trafficreport.h"

#include "client/clienterror.h"
#include "tests/ui/views/trafficrecords.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

const QDateTime theTime(QDate(2026, 11, 28), QTime(14, 32, 7, 123));

TrafficRecord recordOf(TrafficKind kind, const QByteArray &payload = {})
{
    TrafficRecord record = makeRecord(kind, payload, 4, u"Mina"_s);
    record.number = 12;
    record.time = theTime.toMSecsSinceEpoch() * 1000 + 456;
    return record;
}

TrafficRecord withClose(TrafficRecord record, CloseCode code, const QString &reason = {})
{
    record.close = {code, reason};
    return record;
}

const QLocale english(u"en_US"_s);
const QLocale korean(u"ko_KR"_s);

/// An entry without the date that comes before the first one.
QString entryOf(const TrafficRecord &record, quint64 lastNumber = 1234, const QLocale &locale = english)
{
    TrafficReport report(lastNumber, locale);
    report.entry(record);
    return report.entry(record);
}

} // namespace

class TestTrafficReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_english = std::make_unique<Language>(u"en"_s); }
    void cleanup() { m_english.reset(); }
    void tellsEachKind_data();
    void tellsEachKind();
    void tellsWhatIsLeftOut();
    void tellsHowItWent();
    void noPayloadLooksLikeARecord();
    void columnsHoldWideNames();
    void datesStandBetween();
    void headingSaysWhatItIs();
    void speaksKorean();

private:
    std::unique_ptr<Language> m_english;
};

void TestTrafficReport::tellsEachKind_data()
{
    QTest::addColumn<TrafficRecord>("record");
    QTest::addColumn<QString>("expected"); ///< behind number, time and peer
    const auto row = [](const char *name, const TrafficRecord &record, const QString &expected) {
        QTest::newRow(name) << record << expected;
    };
    row("request", recordOf(TrafficKind::Request, "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: b\r\n\r\n"),
        u"↓  Request           43 B  GET /chat HTTP/1.1\n"
        "        │ Host: a\n"
        "        │ Upgrade: b\n"_s);
    row("request of one line", recordOf(TrafficKind::Request, "GET / HTTP/1.1\r\n\r\n"),
        u"↓  Request           18 B  GET / HTTP/1.1\n"_s);
    TrafficRecord response = recordOf(TrafficKind::Response, "HTTP/1.1 403 Forbidden\r\nA: b\r\n\r\n");
    response.direction = Direction::Sent;
    response.status = 403;
    row("response", response,
        u"↑  Response          32 B  HTTP/1.1 403 Forbidden\n"
        "        │ A: b\n"_s);
    row("TLS failure", recordOf(TrafficKind::TlsFailure, "wrong version number"),
        u"↓  TLS failure       20 B  wrong version number\n"_s);
    row("text", recordOf(TrafficKind::Text, "안녕"), u"↓  Text               6 B  안녕\n"_s);
    row("empty text", recordOf(TrafficKind::Text), u"↓  Text               0 B\n"_s);
    row("text of several lines", recordOf(TrafficKind::Text, "{\n\t\"a\": 1\r\n}"),
        u"↓  Text              12 B  {↵⇥\"a\": 1‹CR›↵}\n"
        "        │ {\n"
        "        │ \t\"a\": 1\n"
        "        │ }\n"_s);
    row("text with NUL", recordOf(TrafficKind::Text, "a\0b"_ba),
        u"↓  Text               3 B  a‹NUL›b\n"
        "        │ a‹NUL›b\n"_s);
    row("long text", recordOf(TrafficKind::Text, QByteArray(100, 'x')),
        u"↓  Text             100 B  "_s + QString(79, u'x') + u"…\n        │ "_s + QString(100, u'x') +
            u'\n');
    row("binary", recordOf(TrafficKind::Binary, QByteArray::fromHex("0001ff")),
        u"↓  Binary             3 B  00 01 ff\n"_s);
    row("more binary", recordOf(TrafficKind::Binary, "abcdefghijklmnopqrstuvwxyz{"),
        u"↓  Binary            27 B  61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 71 72 73 74 75 76 77 78 "
        "79 7a …\n"
        "        │ 000000  61 62 63 64 65 66 67 68  69 6a 6b 6c 6d 6e 6f 70  abcdefghijklmnop\n"
        "        │ 000010  71 72 73 74 75 76 77 78  79 7a 7b                 qrstuvwxyz{\n"_s);
    TrafficRecord unfinished = recordOf(TrafficKind::Text, "abc");
    unfinished.isUnfinished = true;
    unfinished.fragments = 2;
    row("unfinished text", unfinished,
        u"↓  Text               3 B  abc\n"
        "        · 2 fragments\n"
        "        · unfinished\n"_s);
    unfinished.payload = "안\xEB\x85";
    unfinished.size = unfinished.wireSize = 5;
    unfinished.fragments = 1;
    row("text that ends within a character", unfinished,
        u"↓  Text               5 B  안…\n"
        "        · unfinished\n"
        "        │ 안\n"_s);
    row("ping", recordOf(TrafficKind::Ping, "keep-alive"), u"↓  Ping              10 B  keep-alive\n"_s);
    row("long ping", recordOf(TrafficKind::Ping, QByteArray(125, 'p')),
        u"↓  Ping             125 B  "_s + QString(125, u'p') + u'\n');
    row("pong of octets", recordOf(TrafficKind::Pong, QByteArray::fromHex("80")),
        u"↓  Pong               1 B  80\n"_s);
    row("close", withClose(recordOf(TrafficKind::Close, "\x0F\xA1그만"), CloseCode(4001), u"그만"_s),
        u"↓  Close              8 B  4001 · Application code · “그만”\n"_s);
    TrafficRecord failure = recordOf(TrafficKind::Failure, QByteArray::fromHex("c180"));
    failure.error = WireError::ReservedBitSet;
    row("failure", failure,
        u"↓  Failure            2 B  A frame had a reserved bit set, though no extension that uses it was "
        "agreed on. (RFC 6455 §5.2)\n"
        "        · Below is the header of the frame, as far as it was read.\n"
        "        │ 000000  c1 80                                             ..\n"_s);
    TrafficRecord bound = withClose(recordOf(TrafficKind::Ended), CloseCode::AbnormalClosure);
    bound.exceeded = Bound::OctetRate;
    row("ended", bound,
        u"↓  Ended              0 B  CLOSED 1006 · Connection lost · "
        "It sent more bytes per second than allowed here.\n"_s);
    TrafficRecord never = withClose(recordOf(TrafficKind::Ended, "no way"), CloseCode::AbnormalClosure);
    never.cause = quint8(ClientErrorKind::Cancelled);
    row("never open", never, u"↓  Ended              6 B  CLOSED 1006 · Connecting was cancelled.\n"_s);
}

void TestTrafficReport::tellsEachKind()
{
    QFETCH(const TrafficRecord, record);
    QFETCH(const QString, expected);
    const QString text = entryOf(record);
    const QString begin = u"   12  14:32:07.123  Mina              "_s;
    QVERIFY2(text.startsWith(begin), qPrintable(text));
    QCOMPARE(text, begin + expected);
}

void TestTrafficReport::tellsWhatIsLeftOut()
{
    const QString hint =
        u"        · … and 1.5 KiB more: an export as JSON Lines has all that the log kept.\n"_s;
    TrafficRecord binary = recordOf(TrafficKind::Binary, QByteArray(2048, 'b'));
    QVERIFY2(entryOf(binary).endsWith(hint), qPrintable(entryOf(binary)));
    QCOMPARE(entryOf(binary).count(u'\n'), 1 + 32 + 1);

    TrafficRecord text = recordOf(TrafficKind::Text, "a안"_ba.chopped(1));
    text.size = text.wireSize = 100;
    QCOMPARE(entryOf(text), u"   12  14:32:07.123  Mina              ↓  Text             100 B  a…\n"
                            "        │ a\n"
                            "        · … and 99 B more, which the log did not keep.\n"_s);
    TrafficRecord cut = recordOf(TrafficKind::Binary, "ab");
    cut.size = cut.wireSize = 3;
    QCOMPARE(entryOf(cut), u"   12  14:32:07.123  Mina              ↓  Binary             3 B  61 62 …\n"
                           "        │ 000000  61 62                                             ab\n"
                           "        · … and 1 B more, which the log did not keep.\n"_s);
}

void TestTrafficReport::tellsHowItWent()
{
    TrafficRecord record = recordOf(TrafficKind::Text, "hello hello hello");
    record.wireSize = 5;
    record.fragments = 3;
    QCOMPARE(entryOf(record), u"   12  14:32:07.123  Mina              ↓  Text              17 B  "
                              "hello hello hello\n"
                              "        · 17 B, compressed to 5 B on the wire (29 %)\n"
                              "        · 3 fragments\n"_s);
}

/// Nor do names and reasons.
void TestTrafficReport::noPayloadLooksLikeARecord()
{
    const QString forged = u"x\n   13  14:32:07.124  Jun  \r   14\u2028   15\u2029   16\u0085   17"_s;
    TrafficRecord record = recordOf(TrafficKind::Text, forged.toUtf8());
    record.peer = forged;
    for (const TrafficRecord &tried :
         {record, withClose(recordOf(TrafficKind::Close), CloseCode(4001), forged),
          recordOf(TrafficKind::Request, forged.toUtf8()), recordOf(TrafficKind::Ping, forged.toUtf8())}) {
        QStringList lines = entryOf(tried).split(u'\n');
        QVERIFY(lines.takeFirst().startsWith("   12  "_L1));
        QVERIFY(lines.takeLast().isEmpty());
        for (const QString &line : std::as_const(lines))
            QVERIFY2(line.startsWith(u"        │ "_s) && !line.contains(u'\u2028'), qPrintable(line));
    }
}

void TestTrafficReport::columnsHoldWideNames()
{
    TrafficRecord record = recordOf(TrafficKind::Text, "x");
    record.peer = u"미나"_s;
    QCOMPARE(entryOf(record), u"   12  14:32:07.123  미나              ↓  Text               1 B  x\n"_s);
    record.peer = u"[2001:db8::1234:5678]:51234"_s;
    QCOMPARE(entryOf(record, 5),
             u" 12  14:32:07.123  [2001:db8::1234:5678]:51234  ↓  Text               1 B  x\n"_s);
    record.connection = 0;
    record.peer.clear();
    record.recipients = 12;
    QCOMPARE(entryOf(record, 1'000'000),
             u"       12  14:32:07.123  12 members        ↓  Text               1 B  x\n"_s);
}

void TestTrafficReport::datesStandBetween()
{
    TrafficReport report(1, english);
    TrafficRecord record = recordOf(TrafficKind::Ping);
    QVERIFY(report.entry(record).startsWith(u"\n— Saturday, November 28, 2026 —\n 12  14:32"_s));
    QVERIFY(report.entry(record).startsWith(" 12  14:32"_L1));
    record.time = theTime.addDays(1).toMSecsSinceEpoch() * 1000;
    QVERIFY(report.entry(record).startsWith(u"\n— Sunday, November 29, 2026 —\n 12  14:32"_s));
}

void TestTrafficReport::headingSaysWhatItIs()
{
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    const QDateTime exported(QDate(2026, 11, 28), QTime(14, 32, 7), Qt::OffsetFromUTC, 9 * 3600);
    const TrafficReport report(1234, english);
    QCOMPARE(report.heading(2, exported),
             u"Traffic log of Confab 1.2.3\n"
             "2 records, exported Saturday, November 28, 2026 14:32:07 (UTC+09:00)\n"
             "\n"
             "  No.  Time          Peer                 Kind              Size  Preview\n"_s);
    QVERIFY(report.heading(1, exported, u"Messages"_s).contains("\n1 record, exported"_L1));
    QVERIFY(report.heading(1, exported, u"Messages"_s).contains("\nShown: Messages\n\n"_L1));
}

void TestTrafficReport::speaksKorean()
{
    m_english.reset();
    const Language language(u"ko"_s);
    const QDateTime exported(QDate(2026, 11, 28), QTime(14, 32, 7), Qt::OffsetFromUTC, 9 * 3600);
    const TrafficReport report(1234, korean);
    const QString heading = report.heading(2, exported, u"메시지"_s);
    for (const QString &line : heading.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(isKorean(line), qPrintable(line));
    QVERIFY(heading.contains(u"2026년 11월 28일 토요일 14:32:07 (UTC+09:00)"_s));
    TrafficRecord cut = recordOf(TrafficKind::Binary, QByteArray(2048, 'b'));
    for (const QString &line : entryOf(cut, 1234, korean).split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(isKorean(line) || line.startsWith(u"        │ "_s), qPrintable(line));
    cut = recordOf(TrafficKind::Text, "a");
    cut.size = cut.wireSize = 100;
    cut.fragments = 2;
    QCOMPARE(entryOf(cut, 1234, korean).count(u"        · "_s), 2);
}

QTEST_GUILESS_MAIN(TestTrafficReport)
#include "tst_trafficreport.moc"
