#include "app/translator.h"

#include "app/terminaltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTranslator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesWhileRunning()
    {
        Translator translator;
        translator.setLanguage(u"en"_s);
        const QString english = terminaltext::stopping();
        translator.setLanguage(u"ko"_s);
        QCOMPARE(translator.language(), u"ko"_s);
        QCOMPARE(QLocale().language(), QLocale::Korean);
        const QString korean = terminaltext::stopping();
        QVERIFY(english != korean);
        translator.setLanguage(u"en"_s);
        QCOMPARE(QLocale().language(), QLocale::English);
        QCOMPARE(terminaltext::stopping(), english);
    }

    void anythingElseIsTheSystemsLanguage()
    {
        Translator translator;
        translator.setLanguage(u"fr"_s);
        QCOMPARE(translator.language(), QLocale::system().language() == QLocale::Korean ? u"ko"_s : u"en"_s);
        translator.setLanguage({});
        QCOMPARE(translator.language(), QLocale::system().language() == QLocale::Korean ? u"ko"_s : u"en"_s);
    }

    void leavesNothingInstalled()
    {
        const QString before = terminaltext::stopping();
        {
            Translator translator;
            translator.setLanguage(u"ko"_s);
        }
        QCOMPARE(terminaltext::stopping(), before);
    }
};

QTEST_GUILESS_MAIN(TestTranslator)
#include "tst_translator.moc"
