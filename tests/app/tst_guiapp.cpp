#include "app/guiapp.h"

#include "ui/views/clientpane.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace confab;
using namespace Qt::StringLiterals;

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
