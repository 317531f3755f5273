#include "ui/views/composition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

using Kind = CompositionKind;

Q_DECLARE_METATYPE(confab::CompositionKind)

class TestComposition : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asText");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("note");
        const QString ping125(125, u'x');
        QTest::newRow("text") << Kind::Text << u"곧"_s << false << "\xEA\xB3\xA7"_ba << QString();
        QTest::newRow("text of no octets") << Kind::Text << QString() << false << QByteArray() << QString();
        QTest::newRow("hex") << Kind::Hex << u"48 ff"_s << false << "H\xFF"_ba << u"2 byte(s)"_s;
        QTest::newRow("hex as text") << Kind::Hex << u"48"_s << true << "H"_ba << u"1 byte(s)"_s;
        QTest::newRow("dump") << Kind::Hex << u"00000000: 4869  Hi"_s << false << "Hi"_ba << u"2 byte(s)"_s;
        QTest::newRow("base64") << Kind::Base64 << u"SGk="_s << false << "Hi"_ba << u"2 byte(s)"_s;
        QTest::newRow("ping") << Kind::Ping << u"a"_s << false << "a"_ba << u"124 of 125 bytes left"_s;
        QTest::newRow("longest ping")
            << Kind::Ping << ping125 << false << ping125.toLatin1() << u"0 of 125 bytes left"_s;
    }

    void reads()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, text);
        QFETCH(const bool, asText);
        const Composition composition = readComposition(kind, text, asText, 1'000);
        QCOMPARE(composition.problem, QString());
        QCOMPARE(composition.position, -1);
        QTEST(composition.octets, "octets");
        QTEST(composition.note, "note");
    }

    void refuses_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asText");
        QTest::addColumn<QString>("says");
        QTest::addColumn<qsizetype>("position");
        const qsizetype none = -1;
        QTest::newRow("long text") << Kind::Text << u"곧곧"_s << false << u"longer than 4 B"_s << none;
        QTest::newRow("long hex") << Kind::Hex << u"0102030405"_s << false << u"more than 4 B"_s << none;
        QTest::newRow("long base64") << Kind::Base64 << u"AAAAAAA="_s << false << u"more than 4 B"_s << none;
        QTest::newRow("no hex") << Kind::Hex << u"48 g1"_s << false << u"“g”"_s << qsizetype(3);
        QTest::newRow("no base64") << Kind::Base64 << u"SG!="_s << false << u"“!”"_s << qsizetype(2);
        QTest::newRow("no text") << Kind::Hex << u"48 ff"_s << true << u"UTF-8"_s << none;
        QTest::newRow("long ping") << Kind::Ping << QString(127, u'x') << false << u"2 too many"_s << none;
    }

    void refuses()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, text);
        QFETCH(const bool, asText);
        QFETCH(const QString, says);
        const Composition composition = readComposition(kind, text, asText, 4);
        QVERIFY2(composition.problem.contains(says), qPrintable(composition.problem));
        QTEST(composition.position, "position");
        QCOMPARE(composition.note, QString());
    }

    void tellsWhatStandsForOctets()
    {
        QStringList kinds;
        for (int i = 0; i < compositionKindCount; ++i)
            kinds += standsForOctets(Kind(i)) ? u"octets"_s : u"words"_s;
        QCOMPARE(kinds, QStringList({u"words"_s, u"octets"_s, u"octets"_s, u"octets"_s, u"words"_s}));
    }

    void tellsWhyOctetsAreNoText()
    {
        QCOMPARE(textProblem("곧"), QString());
        QVERIFY(!textProblem("\xFF"_ba).isEmpty());
    }
};

QTEST_MAIN(TestComposition)
#include "tst_composition.moc"
