#include "ui/views/headerlines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestHeaderLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
    void subprotocols_data();
    void subprotocols();
};

void TestHeaderLines::reads()
{
    const HeaderLines lines =
        parseHeaderLines(u"Origin: https://a.example\n\n  Cookie :x\nX-Empty:\r\nX: 값: b"_s);
    QCOMPARE(lines.error, HeaderLines::Error::NameInvalid);
    QCOMPARE(lines.line, 3);

    const HeaderLines good =
        parseHeaderLines(u"Origin: https://a.example\n\n  Cookie:x=1 \nX-Empty:\r\nX: 값: b"_s);
    QCOMPARE(good.error, HeaderLines::Error::None);
    const QList<HttpHeader> expected{{"Origin"_ba, "https://a.example"_ba},
                                     {"Cookie"_ba, "x=1"_ba},
                                     {"X-Empty"_ba, ""_ba},
                                     {"X"_ba, u"값: b"_s.toUtf8()}};
    QCOMPARE(good.headers, expected);
}

void TestHeaderLines::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<HeaderLines::Error>("error");
    QTest::addColumn<int>("line");
    using Error = HeaderLines::Error;
    QTest::newRow("no colon") << u"Origin"_s << Error::ColonMissing << 1;
    QTest::newRow("second line") << u"A: b\nnonsense"_s << Error::ColonMissing << 2;
    QTest::newRow("empty name") << u": b"_s << Error::NameInvalid << 1;
    QTest::newRow("blank in the name") << u"A B: c"_s << Error::NameInvalid << 1;
    QTest::newRow("control character") << u"A: b\u0001c"_s << Error::ValueInvalid << 1;
}

void TestHeaderLines::refuses()
{
    QFETCH(QString, text);
    const HeaderLines lines = parseHeaderLines(text);
    QTEST(lines.error, "error");
    QTEST(lines.line, "line");
    QVERIFY(lines.headers.isEmpty());
}

void TestHeaderLines::subprotocols_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::newRow("none") << QString() << QList<QByteArray>();
    QTest::newRow("one") << u" echo "_s << QList<QByteArray>{"echo"};
    QTest::newRow("comma") << u"echo, chat"_s << QList<QByteArray>{"echo", "chat"};
    QTest::newRow("blank") << u"echo chat"_s << QList<QByteArray>{"echo", "chat"};
    QTest::newRow("stray commas") << u",echo,,chat,"_s << QList<QByteArray>{"echo", "chat"};
    QTest::newRow("twice is kept") << u"echo,echo"_s << QList<QByteArray>{"echo", "echo"};
}

void TestHeaderLines::subprotocols()
{
    QFETCH(QString, text);
    QTEST(parseSubprotocolList(text), "names");
}

QTEST_APPLESS_MAIN(TestHeaderLines)
#include "tst_headerlines.moc"
