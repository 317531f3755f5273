#include "server/roompath.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestRoomPath : public QObject
{
    Q_OBJECT

private slots:
    void findsTheRoom_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("room");
        QTest::newRow("main") << "/"_ba << u"/"_s;
        QTest::newRow("chat") << "/chat"_ba << u"/"_s;
        QTest::newRow("echo") << "/echo"_ba << u"/echo"_s;
        QTest::newRow("named") << "/room/blue"_ba << u"/room/blue"_s;
        QTest::newRow("Korean") << "/room/%EA%B3%B5%EB%B6%80"_ba << u"/room/공부"_s;
        QTest::newRow("Korean, decomposed")
            << "/room/" + u"공부"_s.normalized(QString::NormalizationForm_D).toUtf8().toPercentEncoding()
            << u"/room/공부"_s;
        QTest::newRow("blank within") << "/room/a%20b"_ba << u"/room/a b"_s;
        QTest::newRow("plus is plus") << "/room/a+b"_ba << u"/room/a+b"_s;
        QTest::newRow("64 characters") << "/room/" + QByteArray(64, 'x') << u"/room/"_s + QString(64, u'x');
        QTest::newRow("64 emoji") << "/room/" + "\xF0\x9F\x98\x80"_ba.repeated(64).toPercentEncoding()
                                  << u"/room/"_s + u"😀"_s.repeated(64);
        QTest::newRow("65 characters") << "/room/" + QByteArray(65, 'x') << QString();
        QTest::newRow("empty") << "/room/"_ba << QString();
        QTest::newRow("no name") << "/room"_ba << QString();
        QTest::newRow("only blanks") << "/room/%20%20"_ba << QString();
        QTest::newRow("slash") << "/room/a/b"_ba << QString();
        QTest::newRow("encoded slash") << "/room/a%2Fb"_ba << QString();
        QTest::newRow("control") << "/room/a%0Ab"_ba << QString();
        QTest::newRow("NUL") << "/room/%00"_ba << QString();
        QTest::newRow("DEL") << "/room/a%7F"_ba << QString();
        QTest::newRow("not UTF-8") << "/room/%FF"_ba << QString();
        QTest::newRow("other") << "/other"_ba << QString();
        QTest::newRow("nothing") << ""_ba << QString();
        QTest::newRow("case") << "/Chat"_ba << QString();
    }
    void findsTheRoom()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, room);
        const std::optional<QString> found = roomOfPath(path);
        QCOMPARE(found.value_or(QString()), room);
        QCOMPARE(found.has_value(), !room.isNull());
    }
};

QTEST_GUILESS_MAIN(TestRoomPath)
#include "tst_roompath.moc"
