#include "ui/views/policytokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestPolicyTokens : public QObject
{
    Q_OBJECT

    using Reader = QString (*)(const QString &text);

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<Reader>("reader");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("token");
        const auto row = [](const char *name, Reader reader, const QString &text, const QString &token) {
            QTest::newRow(name) << reader << text << token;
        };
        row("subprotocol", readSubprotocol, u"confab.v1"_s, u"confab.v1"_s);
        row("subprotocol with a blank", readSubprotocol, u"a b"_s, {});
        row("subprotocol that is not ASCII", readSubprotocol, u"대화"_s, {});
        row("origin", readOrigin, u"https://example.org"_s, u"https://example.org"_s);
        row("origin with a path", readOrigin, u"https://example.org/x"_s, u"https://example.org"_s);
        row("origin with the usual port", readOrigin, u"http://h:80"_s, u"http://h"_s);
        row("origin with another port", readOrigin, u"http://h:81"_s, u"http://h:81"_s);
        row("origin of a name in Hangul", readOrigin, u"https://대화.example"_s,
            u"https://xn--vk1bz38d.example"_s);
        row("opaque origin", readOrigin, u"null"_s, u"null"_s);
        row("origin without a scheme", readOrigin, u"example.org"_s, {});
        row("origin without a host", readOrigin, u"https://"_s, {});
        row("address", readAddress, u"192.168.0.12"_s, u"192.168.0.12"_s);
        row("IPv4 as IPv6", readAddress, u"::ffff:192.168.0.12"_s, u"192.168.0.12"_s);
        row("IPv6", readAddress, u"2001:DB8:0::1"_s, u"2001:db8::1"_s);
        row("octal", readAddress, u"192.168.0.012"_s, {});
        row("name", readAddress, u"mina.local"_s, {});
    }
    void reads()
    {
        QFETCH(const Reader, reader);
        QFETCH(const QString, text);
        QTEST(reader(text), "token");
    }

    void comeBack()
    {
        const QStringList names{u"chat"_s, u"echo"_s};
        QCOMPARE(toOctets(names), (QList<QByteArray>{"chat", "echo"}));
        QCOMPARE(toStrings(toOctets(names)), names);
        const QStringList addresses{u"192.168.0.12"_s, u"2001:db8::1"_s};
        QCOMPARE(toStrings(toAddresses(addresses)), addresses);
        QVERIFY(toAddresses({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPolicyTokens)
#include "tst_policytokens.moc"
