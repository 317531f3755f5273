#include "app/guiapp.h"

#include "tests/server/rawpeer.h"
#include "ui/views/clientpane.h"
#include "ui/views/joinlinks.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSessionManager>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <functional>

using namespace confab;
using namespace Qt::StringLiterals;

using End = std::function<void(MainWindow &)>;
Q_DECLARE_METATYPE(End)

class TestGuiApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup() { QFile::remove(fileName()); }

    void remembersTheLanguageAndSwitchesAtOnce()
    {
        SettingsStore settings(fileName());
        Translator translator;
        translator.setLanguage(u"en"_s);
        GuiApp app({}, settings, translator);
        Q_EMIT window()->languageChosen(u"ko"_s);
        QCOMPARE(translator.language(), u"ko"_s);
        QCOMPARE(settings.language(), u"ko"_s);
    }

    void remembersThePolicyAndTheTheme()
    {
        SettingsStore settings(fileName());
        Translator translator;
        GuiApp app({}, settings, translator);
        ServerPolicy policy;
        policy.port = 4321;
        Q_EMIT window()->policyChanged(policy);
        QCOMPARE(settings.policy().port, quint16(4321));
        const QColor before = QApplication::palette().color(QPalette::Window);
        const bool wasDark = before.lightness() < 128;
        Q_EMIT window()->themeChosen(wasDark ? ThemeChoice::Light : ThemeChoice::Dark);
        QCOMPARE(settings.theme(), wasDark ? u"light"_s : u"dark"_s);
        QCOMPARE(QApplication::palette().color(QPalette::Window).lightness() < 128, !wasDark);
        Q_EMIT window()->themeChosen(ThemeChoice::System);
        QCOMPARE(settings.theme(), QString());
    }

    void optionsAreForThisTime()
    {
        SettingsStore settings(fileName());
        settings.setLanguage(u"en"_s);
        Translator translator;
        Options options;
        options.policy.address = QHostAddress(QHostAddress::Any);
        options.policy.tls = {TlsMode::SelfSigned, {}, {}, {}, true};
        options.language = u"ko"_s;
        GuiApp app(options, settings, translator);
        ServerPolicy edited = options.policy;
        edited.deflate.enabled = false;
        Q_EMIT window()->policyChanged(edited);
        QCOMPARE(settings.policy().address, ServerPolicy().address);
        QCOMPARE(settings.policy().tls, TlsPolicy());
        QVERIFY(!settings.policy().deflate.enabled);
        edited.deflate.enabled = true;
        Q_EMIT window()->policyChanged(edited);
        QVERIFY(settings.policy().deflate.enabled);
        QCOMPARE(settings.language(), u"en"_s);
        QVERIFY(window()->findChild<QAction *>(u"language-ko"_s)->isChecked());
    }

    void remembersTheCertificatesThatAreTrusted()
    {
        const QStringList lines{u"kitchen:3000 "_s + u"AA:"_s.repeated(32).chopped(1)};
        SettingsStore settings(fileName());
        Translator translator;
        {
            GuiApp app({}, settings, translator);
            Q_EMIT window()->certificatePinsChanged(lines);
            QCOMPARE(settings.certificatePins(), lines);
        }
        GuiApp app({}, settings, translator);
        QCOMPARE(window()->findChild<ClientPane *>()->certificatePins().lines(), lines);
    }

    void remembersWhereExportsGo()
    {
        SettingsStore settings(fileName());
        Translator translator;
        const GuiApp app({}, settings, translator);
        Q_EMIT window()->exportFolderChosen(u"/srv/lesson"_s);
        QCOMPARE(settings.exportFolder(), u"/srv/lesson"_s);
    }

    void remembersTheLayout()
    {
        SettingsStore settings(fileName());
        Translator translator;
        {
            GuiApp app({}, settings, translator);
            window()->show();
        }
        QVERIFY(!settings.layout().isEmpty());
    }

    void losesNothingHoweverItEnds_data()
    {
        QTest::addColumn<End>("end");
        QTest::newRow("the window is closed") << End([](MainWindow &window) { window.close(); });
        QTest::newRow("the menu's Quit")
            << End([](MainWindow &window) { window.findChild<QAction *>(u"quit"_s)->trigger(); });
        QTest::newRow("SIGTERM") << End([](MainWindow &) { ::raise(SIGTERM); });
        QTest::newRow("log-out") << End([](MainWindow &) { QCoreApplication::quit(); });
    }
    /// A room with a member for whom something is queued when the program ends.
    void losesNothingHoweverItEnds()
    {
        QFETCH(const End, end);
        RawPeer member;
        const QByteArray words(256 * 1024, 'x');
        SettingsStore settings(fileName());
        {
            Translator translator;
            Options options;
            options.policy.port = 0;
            options.policy.stopTimeout = std::chrono::milliseconds(500); // the member reads later
            GuiApp app(options, settings, translator);
            window()->show();
            QTest::mouseClick(window()->findChild<QPushButton *>(u"startStop"_s), Qt::LeftButton);
            const auto *links = window()->findChild<JoinLinks *>();
            QTRY_VERIFY(!links->links().isEmpty());
            QVERIFY(member.connectTo(quint16(QUrl(links->links().constFirst()).port())));
            QVERIFY(member.upgrade("/"));
            member.sendFrame(Opcode::Binary, words);
            QTRY_COMPARE(member.socket().bytesAvailable() > 0, true);
            QMetaObject::invokeMethod(
                &app, [&end] { end(*window()); }, Qt::QueuedConnection);
            QCOMPARE(app.run(), 0);
        }
        QCOMPARE(member.readFrame().payload, words);
        QCOMPARE(member.readFrame(Opcode::Close).closeCode(), 1001);
        QVERIFY(!settings.layout().isEmpty());
    }

    /// Not every session's end leaves time for more than this.
    void savesTheLayoutWhenTheSessionIsAboutToEnd()
    {
        SettingsStore settings(fileName());
        Translator translator;
        GuiApp app({}, settings, translator);
        window()->show();
        QVERIFY(settings.layout().isEmpty());
        // Only Qt makes a session manager; nobody looks at this one.
        alignas(QSessionManager) std::array<char, sizeof(QSessionManager)> manager{};
        Q_EMIT qApp->commitDataRequest(*reinterpret_cast<QSessionManager *>(manager.data()));
        QVERIFY(!settings.layout().isEmpty());
    }

    void aSignalClosesTheWindowAndEndsTheProgram()
    {
        SettingsStore settings(fileName());
        Translator translator;
        GuiApp app({}, settings, translator);
        QMetaObject::invokeMethod(
            &app, [] { ::raise(SIGTERM); }, Qt::QueuedConnection);
        QCOMPARE(app.run(), 0);
    }

private:
    QString fileName() const { return m_folder.filePath(u"settings.ini"_s); }

    static MainWindow *window()
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                return window;
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestGuiApp)
#include "tst_guiapp.moc"
