#include "app/fontsahead.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QTest>

#ifdef Q_OS_LINUX
#include <fontconfig/fontconfig.h>
#endif

using namespace confab;

class TestFontsAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFontsAreKnownAfterwards()
    {
        FontsAhead files(FontsAhead::Step::Files);
        files.wait();
        files.wait(); // nothing is left to wait for
#ifdef Q_OS_LINUX
        // What Qt asks when it wants a font is the very configuration that the thread has read.
        FcConfig *const known = FcConfigGetCurrent();
        QVERIFY(known);
        QVERIFY(FcConfigGetFonts(known, FcSetSystem)->nfont > 0);
#endif
        int argumentCount = 1;
        char name[] = "tst_fontsahead";
        char *arguments[] = {name, nullptr};
        const QGuiApplication application(argumentCount, arguments);
        const FontsAhead families(FontsAhead::Step::Families);
        QVERIFY(!QFontDatabase::families().isEmpty()); // Qt has them looked up once, whoever comes first
#ifdef Q_OS_LINUX
        QCOMPARE(FcConfigGetCurrent(), known);
#endif
    }

    void whoeverDoesNotWaitLosesNothing()
    {
        const FontsAhead files(FontsAhead::Step::Files);
    }
};

QTEST_APPLESS_MAIN(TestFontsAhead)
#include "tst_fontsahead.moc"
