#include "app/commandline.h"

#include "confabdprocess.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// What a person sees who types a command line: the words, where they go, the exit status.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMistakeIsOneSentenceOnStandardError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("unknown option")
            << QStringList{u"--prot"_s} << "There is no option --prot: see --help for those there are.\n"_ba;
        QTest::newRow("bad address")
            << QStringList{u"--bind"_s, u"nowhere"_s}
            << "'nowhere' is not an address for --bind: give an IPv4 or IPv6 address of this "
               "computer, such as 127.0.0.1.\n"_ba;
        QTest::newRow("Korean") << QStringList{u"--lang"_s, u"ko"_s, u"--prot"_s} << QByteArray();
    }

    void aMistakeIsOneSentenceOnStandardError()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        ConfabdProcess confabd(arguments);
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confabd.exitCode(), exitStatusUnusable);
        QCOMPARE(confabd.readAllStandardOutput(), QByteArray());
        const QByteArray error = confabd.readAllStandardError();
        QCOMPARE(error.count('\n'), 1);
        if (!sentence.isEmpty())
            QCOMPARE(error, sentence);
        else
            QVERIFY2(QString::fromUtf8(error).contains(u"--prot"_s) &&
                         error.size() > QString::fromUtf8(error).size(),
                     error.constData());
    }

    void helpAndVersionGoToStandardOutput()
    {
        ConfabdProcess help({u"--help"_s});
        QVERIFY(help.finished());
        QCOMPARE(help.exitCode(), 0);
        QVERIFY(help.readAllStandardOutput().contains("--max-members N"));
        QCOMPARE(help.readAllStandardError(), QByteArray());

        ConfabdProcess version({u"--version"_s});
        QVERIFY(version.finished());
        QCOMPARE(version.exitCode(), 0);
        QCOMPARE(version.readAllStandardOutput(), "confabd "_ba + CONFAB_VERSION + "\n");
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
