#include "ui/text/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatThereIs_data()
    {
        QTest::addColumn<ErrorText>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all") << ErrorText{u"A."_s, u"B."_s, u"C."_s} << u"A. B. C."_s;
        QTest::newRow("no why") << ErrorText{u"A."_s, {}, u"C."_s} << u"A. C."_s;
        QTest::newRow("what alone") << ErrorText{u"A."_s, {}, {}} << u"A."_s;
        QTest::newRow("nothing") << ErrorText{} << QString();
    }

    void joinsWhatThereIs()
    {
        QFETCH(const ErrorText, text);
        QTEST(text.inOneLine(), "expected");
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
