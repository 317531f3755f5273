#include "app/display.h"

#include "app/commandline.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *variables[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"};

} // namespace

/// The program where no display is named, and what names one.
class TestDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if !defined(Q_OS_UNIX) || defined(Q_OS_DARWIN)
        QSKIP("There is always a display here.");
#endif
    }

    void init()
    {
        for (const char *variable : variables)
            qunsetenv(variable);
    }

    void theEnvironmentNamesOne_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("named");
        QTest::newRow("nothing") << "DISPLAY"_ba << QByteArray() << false;
        QTest::newRow("X11") << "DISPLAY"_ba
                             << ":7"_ba << true;
        QTest::newRow("Wayland") << "WAYLAND_DISPLAY"_ba
                                 << "wayland-1"_ba << true;
        QTest::newRow("Wayland's session") << "XDG_SESSION_TYPE"_ba
                                           << "wayland"_ba << true;
        QTest::newRow("a terminal's session") << "XDG_SESSION_TYPE"_ba
                                              << "tty"_ba << false;
        QTest::newRow("a platform of Qt's") << "QT_QPA_PLATFORM"_ba
                                            << "vnc"_ba << true;
    }

    void theEnvironmentNamesOne()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        QFETCH(bool, named);
        qputenv(variable.constData(), value);
        const char *const arguments[] = {"confab", "--lan"};
        QCOMPARE(isDisplayNamed(2, arguments), named);
    }

    void theCommandLineNamesAPlatform()
    {
        const char *const one[] = {"confab", "-platform", "vnc"};
        QVERIFY(isDisplayNamed(3, one));
        const char *const two[] = {"confab", "--platform", "vnc"};
        QVERIFY(isDisplayNamed(3, two));
    }

    void helpAndVersionNeedNone()
    {
        start({u"--help"_s});
        QCOMPARE(m_confab.exitCode(), 0);
        QVERIFY(m_confab.readAllStandardOutput().contains("--max-members N"));
        start({u"--version"_s});
        QCOMPARE(m_confab.exitCode(), 0);
        QCOMPARE(m_confab.readAllStandardOutput(), "confab "_ba + CONFAB_VERSION + "\n");
    }

    void withoutOneItSaysWhatToStartInstead_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("English") << QStringList{u"--lang"_s, u"en"_s}
                                 << u"hosts the same room in the terminal"_s;
        QTest::newRow("Korean") << QStringList{u"--lang"_s, u"ko"_s} << u"창을 열 수 없습니다"_s;
        QTest::newRow("a mistake comes first") << QStringList{u"--prot"_s} << u"There is no option --prot"_s;
    }

    void withoutOneItSaysWhatToStartInstead()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        start(arguments);
        QCOMPARE(m_confab.exitCode(), exitStatusUnusable);
        const QString error = QString::fromUtf8(m_confab.readAllStandardError());
        QVERIFY2(error.contains(words), qPrintable(error));
        QCOMPARE(error.count(u'\n'), 1);
    }

private:
    void start(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path());
        m_confab.setProcessEnvironment(environment);
        m_confab.start(QStringLiteral(CONFAB), arguments);
        QVERIFY(m_confab.waitForFinished());
        QCOMPARE(m_confab.exitStatus(), QProcess::NormalExit);
    }

    QTemporaryDir m_folder;
    QProcess m_confab;
};

QTEST_GUILESS_MAIN(TestDisplay)
#include "tst_display.moc"
