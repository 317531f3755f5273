#include "keptmessages.h"
#include "server/backlog.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

QList<quint64> after(const Backlog &backlog, const QString &room, quint64 seq, qsizetype most = 1'000)
{
    QList<quint64> found;
    backlog.walkBack(room, seq, [&](const RoomMessage &said) {
        if (found.size() == most)
            return false;
        found.append(said.seq);
        return true;
    });
    return found;
}

} // namespace

class TestBacklog : public QObject
{
    Q_OBJECT

private slots:
    void keepsRoomsApart()
    {
        Backlog backlog;
        for (quint64 seq = 1; seq <= 3; ++seq) {
            backlog.append(keptText(seq, u"hi"_s));
            backlog.append(keptText(seq + 10, u"hi"_s, u"/room/x"_s));
        }
        QCOMPARE(after(backlog, u"/"_s, 0), (QList<quint64>{3, 2, 1}));
        QCOMPARE(after(backlog, u"/"_s, 2), QList<quint64>{3});
        QCOMPARE(after(backlog, u"/"_s, 3), QList<quint64>());
        QCOMPARE(after(backlog, u"/room/x"_s, 11), (QList<quint64>{13, 12}));
        QCOMPARE(after(backlog, u"/room/y"_s, 0), QList<quint64>());
        QCOMPARE(after(backlog, u"/"_s, 0, 2), (QList<quint64>{3, 2}));
        QCOMPARE(backlog.last(u"/room/x"_s)->seq, 13u);
        QVERIFY(!backlog.last(u"/room/y"_s));
    }

    void findsOneByItsNumber()
    {
        Backlog backlog({4, 1'000},
                        {keptText(1, u"dropped"_s), keptText(2, u"b"_s), keptText(2, u"x"_s, u"/room/x"_s),
                         keptText(3, u"c"_s), keptText(5, u"e"_s)});
        QCOMPARE(backlog.find(u"/"_s, 3)->text, u"c"_s);
        QCOMPARE(backlog.find(u"/"_s, 2)->text, u"b"_s);
        QCOMPARE(backlog.find(u"/room/x"_s, 2)->text, u"x"_s);
        for (const quint64 missing : {0, 1, 4, 6})
            QVERIFY(!backlog.find(u"/"_s, missing));
        QVERIFY(!backlog.find(u"/room/x"_s, 3));
    }

    /// The number alone does not tell: a history may have lost what had it, and something else has it since.
    void knowsWhatItGoesOnFrom()
    {
        const RoomMessage third = keptText(3, u"c"_s);
        const Backlog backlog({}, {third, keptText(4, u"d"_s)});
        QVERIFY(backlog.goesOnFrom(u"/"_s, 3, third.epoch));
        QVERIFY(backlog.goesOnFrom(u"/"_s, 3, third.epoch + 1));
        QVERIFY(!backlog.goesOnFrom(u"/"_s, 3, third.epoch - 1));
        QVERIFY(backlog.goesOnFrom(u"/"_s, 1, third.epoch)); // not kept: the next tells
        QVERIFY(!backlog.goesOnFrom(u"/"_s, 1, third.epoch - 1));
        QVERIFY(!backlog.goesOnFrom(u"/room/x"_s, 3, third.epoch)); // nothing tells
    }

    void dropsTheOldest_data()
    {
        QTest::addColumn<qsizetype>("maxEntries");
        QTest::addColumn<qsizetype>("maxOctets");
        QTest::addColumn<QList<quint64>>("left");
        QTest::newRow("room for all") << qsizetype(3) << qsizetype(12) << QList<quint64>{3, 2, 1};
        QTest::newRow("by number") << qsizetype(2) << qsizetype(12) << QList<quint64>{3, 2};
        QTest::newRow("by size") << qsizetype(3) << qsizetype(11) << QList<quint64>{3, 2};
        QTest::newRow("none") << qsizetype(0) << qsizetype(12) << QList<quint64>();
    }
    void dropsTheOldest()
    {
        QFETCH(const qsizetype, maxEntries);
        QFETCH(const qsizetype, maxOctets);
        QFETCH(const QList<quint64>, left);
        Backlog backlog({maxEntries, maxOctets});
        for (quint64 seq = 1; seq <= 3; ++seq)
            backlog.append(keptText(seq, u"hi"_s)); // four octets each
        QCOMPARE(after(backlog, u"/"_s, 0), left);
    }

    void countsBinaries()
    {
        Backlog backlog({10, 100});
        RoomMessage large = keptBinary(1, QByteArray(101, 'x'));
        backlog.append(large);
        QVERIFY(!backlog.last(u"/"_s)); // it alone is too much
        large.binary.chop(1);
        backlog.append(large);
        QVERIFY(backlog.last(u"/"_s));
    }
};

QTEST_GUILESS_MAIN(TestBacklog)
#include "tst_backlog.moc"
