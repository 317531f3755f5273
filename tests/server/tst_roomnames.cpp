#include "server/roomnames.h"

#include "core/chat/membername.h"

#include "core/chat/roommessage.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestRoomNames : public QObject
{
    Q_OBJECT

private slots:
    void completesNames()
    {
        RoomNames names;
        QCOMPARE(names.take({}, 7), u"Guest 7"_s);
        QCOMPARE(names.take(u"Mina"_s, 8), u"Mina"_s);
        QCOMPARE(names.take(u"Mina"_s, 9), u"Mina 2"_s);
        QCOMPARE(names.take(u"Mina"_s, 10), u"Mina 3"_s);
        QCOMPARE(names.take(u"Guest 11"_s, 10), u"Guest 11"_s);
        QCOMPARE(names.take({}, 11), u"Guest 11 2"_s);
        QCOMPARE(names.take(u"민아"_s, 12), u"민아"_s);
        names.release(u"Mina 2"_s);
        QCOMPARE(names.take(u"Mina"_s, 13), u"Mina 2"_s);
    }

    void takesNobodyForAnother()
    {
        RoomNames names;
        QCOMPARE(names.take(u"Mina"_s, 1), u"Mina"_s);
        QCOMPARE(names.take(u"mina"_s, 2), u"mina 2"_s);
        QCOMPARE(names.take(u"Ｍｉｎａ"_s, 3), u"Ｍｉｎａ 3"_s);
        QCOMPARE(names.take(u"Host"_s, 4), u"Host 2"_s);
        QCOMPARE(names.take(u"진행자"_s, 5), u"진행자 2"_s);
        QCOMPARE(names.take(u"Mi\u200Dna"_s, 6), u"Mi\u200Dna 4"_s);
        names.release(u"Mi\u200Dna 4"_s);
        QCOMPARE(names.take(u"Mina 4"_s, 7), u"Mina 4"_s);
    }

    /// As who puts a crowd of them in has it: what is slow of a name is done once for each of its digits.
    void tellsVeryManyApart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("short") << u"Mina"_s;
        QTest::newRow("long in its comparable form") << QString(37, QChar(0xFDFA));
        QTest::newRow("nothing but shaping") << u"\u200D\u200D"_s;
        QTest::newRow("the longest") << QString(maxNameLength, u'x');
    }

    void tellsVeryManyApart()
    {
        QFETCH(const QString, name);
        RoomNames names;
        QSet<QString> forms;
        constexpr int count = 5000;
        for (int i = 0; i < count; ++i)
            forms.insert(comparableName(names.take(name, quint64(i))));
        QCOMPARE(forms.size(), count);
    }

    void keepsToTheLongestName()
    {
        RoomNames names;
        const QString longest = QString(maxNameLength - 3, u'x') + u"😀y"_s;
        QCOMPARE(longest.size(), maxNameLength);
        QCOMPARE(names.take(longest, 1), longest);
        QCOMPARE(names.take(longest, 2), QString(maxNameLength - 3, u'x') + u" 2"_s);
    }
};

QTEST_GUILESS_MAIN(TestRoomNames)
#include "tst_roomnames.moc"
