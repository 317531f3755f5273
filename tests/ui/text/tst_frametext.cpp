#include "ui/text/frametext.h"

#include "tests/core/wire/splits.h"

#include <QTest>

using namespace confab;
using namespace confab::test;

class TestFrameText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    /// RFC 6455 §5.7.
    void aMaskedText()
    {
        QCOMPARE(frameText(hex("81 85 37 fa 21 3d"), 1),
                 QStringLiteral("81 1... ....  FIN: the last frame of its message\n"
                                "   .0.. ....  RSV1: the message is not compressed\n"
                                "   ..00 ....  RSV2, RSV3: not used\n"
                                "   .... 0001  Opcode 1: Text\n"
                                "85 1... ....  MASK: masked, as all that a client sends\n"
                                "   .000 0101  Payload length: 5 B\n"
                                "37 fa 21 3d   Masking key: XORed with the payload, over and over"));
    }

    void longerLengths()
    {
        QCOMPARE(frameText(hex("82 7e 01 00"), 1).section(QLatin1Char('\n'), 4),
                 QStringLiteral("7e 0... ....  MASK: not masked, as all that a server sends\n"
                                "   .111 1110  Payload length 126: the next 2 bytes tell it\n"
                                "01 00         Extended payload length: 256 B"));
        QCOMPARE(frameText(hex("82 7f 00 00 00 00 00 01 00 00"), 1).section(QLatin1Char('\n'), 5),
                 QStringLiteral("   .111 1111  Payload length 127: the next 8 bytes tell it\n"
                                "00 00 00 00 00 01 00 00\n"
                                "              Extended payload length: 64.0 KiB"));
    }

    void firstOctets_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("fin");
        QTest::addColumn<QString>("rsv1");
        QTest::addColumn<QString>("opcode");
        const auto row = [](const char *name, const char *header, const char *fin, const char *rsv1,
                            const char *opcode) {
            QTest::newRow(name) << hex(header) << QString::fromLatin1(fin) << QString::fromLatin1(rsv1)
                                << QString::fromLatin1(opcode);
        };
        row("continuation", "00 00", "0... ....  FIN: more frames of this message follow",
            "RSV1: not used in this frame", "0000  Opcode 0: Continuation");
        row("last continuation", "80 00", "1... ....  FIN: the last frame of its message",
            "RSV1: not used in this frame", "0000  Opcode 0: Continuation");
        row("text", "81 00", "1... ....  FIN: the last frame of its message",
            "RSV1: the message is not compressed", "0001  Opcode 1: Text");
        row("compressed", "c2 00", "1... ....  FIN: the last frame of its message",
            ".1.. ....  RSV1: the message is compressed (permessage-deflate)", "0010  Opcode 2: Binary");
        row("close", "88 00", "1... ....  FIN: a control frame is always whole",
            "RSV1: not used in this frame", "1000  Opcode 8: Close");
        row("ping", "89 00", "1... ....  FIN: a control frame is always whole",
            "RSV1: not used in this frame", "1001  Opcode 9: Ping");
        row("pong", "8a 00", "1... ....  FIN: a control frame is always whole",
            "RSV1: not used in this frame", "1010  Opcode 10: Pong");
    }

    void firstOctets()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QString, fin);
        QFETCH(const QString, rsv1);
        QFETCH(const QString, opcode);
        const QStringList lines = frameText(header, 1).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines.at(0).endsWith(fin), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).endsWith(rsv1), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(3).endsWith(opcode), qPrintable(lines.at(3)));
    }

    void manyFrames()
    {
        const QStringList three =
            frameText(hex("01 03  00 7e 00 80  80 02"), 3).split(QStringLiteral("\n\n"));
        QCOMPARE(three.size(), 3);
        QVERIFY(three.at(0).startsWith(QStringLiteral("Frame 1 of 3\n01 0... ....  FIN")));
        QVERIFY(three.at(1).startsWith(QStringLiteral("Frame 2 of 3\n00 0... ....  FIN")));
        QVERIFY(three.at(2).startsWith(QStringLiteral("Frame 3 of 3\n80 1... ....  FIN")));
        const QStringList first = frameText(hex("01 03"), 2'000).split(QStringLiteral("\n\n"));
        QCOMPARE(first.size(), 2);
        QVERIFY(first.at(0).startsWith(QStringLiteral("Frame 1 of 2000\n")));
        QCOMPARE(first.at(1), QStringLiteral("The log does not keep the headers of 1999 more frame(s)."));
    }

    void manyMaskedFrames()
    {
        const QString text =
            frameText(hex("02 83 5f c0 11 4b  00 fe 01 00 ff ff ff ff  80 81 1e 77 0d a2"), 3);
        const QStringList three = text.split(QStringLiteral("\n\n"));
        QCOMPARE(three.size(), 3);
        QVERIFY(three.at(0).contains(QStringLiteral("\n5f c0 11 4b   Masking key")));
        QVERIFY(three.at(1).startsWith(QStringLiteral("Frame 2 of 3\n00 0... ....  FIN")));
        QVERIFY(three.at(1).contains(QStringLiteral("\nff ff ff ff   Masking key")));
        QVERIFY(three.at(2).startsWith(QStringLiteral("Frame 3 of 3\n80 1... ....  FIN")));
        QVERIFY(three.at(2).contains(QStringLiteral("\n1e 77 0d a2   Masking key")));
    }

    void whatIsNone_data()
    {
        QTest::addColumn<QByteArray>("octets");
        for (const char *octets : {"", "81", "83 00", "81 7e 00", "81 85 37 fa 21"})
            QTest::newRow(octets) << hex(octets);
    }

    void whatIsNone()
    {
        QFETCH(const QByteArray, octets);
        QCOMPARE(frameText(octets, 1), QString());
    }
};

QTEST_APPLESS_MAIN(TestFrameText)
#include "tst_frametext.moc"
