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
        FontsAhead fonts;
        fonts.wait();
        fonts.wait(); // nothing is left to wait for
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
        QVERIFY(!QFontDatabase::families().isEmpty());
#ifdef Q_OS_LINUX
        QCOMPARE(FcConfigGetCurrent(), known);
#endif
    }

    void whoeverDoesNotWaitLosesNothing()
    {
        const FontsAhead fonts;
    }
};

QTEST_APPLESS_MAIN(TestFontsAhead)
#include "tst_fontsahead.moc"
