#include "server/tickets.h"

#include <QTest>

#include <limits>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTickets : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItIssued_data()
    {
        QTest::addColumn<qint64>("epoch");
        QTest::addColumn<quint64>("seq");
        QTest::addColumn<quint64>("member");
        constexpr quint64 most = std::numeric_limits<quint64>::max();
        QTest::newRow("the beginning") << qint64(0) << quint64(0) << quint64(0);
        QTest::newRow("now") << qint64(1'767'225'600'000) << quint64(41) << quint64(7);
        QTest::newRow("the end") << std::numeric_limits<qint64>::max() << most << most;
    }
    void readsWhatItIssued()
    {
        QFETCH(const qint64, epoch);
        QFETCH(const quint64, seq);
        QFETCH(const quint64, member);
        const Tickets tickets;
        const Entrance entrance{epoch, seq, member};
        const QString ticket = tickets.issue(u"/room/파랑"_s, entrance);
        QCOMPARE(tickets.read(u"/room/파랑"_s, ticket), entrance);
        QVERIFY(!tickets.read(u"/"_s, ticket));            // another room
        QVERIFY(!Tickets().read(u"/room/파랑"_s, ticket)); // another key
    }

    void holdsAsLongAsItsKey()
    {
        const QByteArray key = Tickets::randomKey();
        QVERIFY(key != Tickets::randomKey());
        QCOMPARE(Tickets(key).read(u"/"_s, Tickets(key).issue(u"/"_s, {1, 2, 3})), (Entrance{1, 2, 3}));
    }

    /// HMAC-SHA-256 of "a.b.c /" under the key "key", as another program makes it.
    void isAnHmac()
    {
        QCOMPARE(Tickets("key").issue(u"/"_s, {10, 11, 12}), u"a.b.c.b96d9a966803fd409be025bd91b82315"_s);
    }

    void everyOtherTextIsNone()
    {
        const Tickets tickets;
        const QString ticket = tickets.issue(u"/"_s, {1'767'225'600'000, 41, 7});
        for (qsizetype i = 0; i < ticket.size(); ++i) {
            QString other = ticket;
            other[i] = other.at(i) == u'1' ? u'2' : u'1';
            QVERIFY2(!tickets.read(u"/"_s, other), qPrintable(other));
            QVERIFY2(!tickets.read(u"/"_s, ticket.first(i)), qPrintable(ticket.first(i)));
        }
        for (const QString &other :
             {QString(), u"."_s, u".."_s, u"..."_s, u"...."_s, ticket + u'0', ticket + u'.', ticket.toUpper(),
              u' ' + ticket, u"-1.-1.-1."_s, QString(1'000, u'.')})
            QVERIFY2(!tickets.read(u"/"_s, other), qPrintable(other));
    }
};

QTEST_APPLESS_MAIN(TestTickets)
#include "tst_tickets.moc"
