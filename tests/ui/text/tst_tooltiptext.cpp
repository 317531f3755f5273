#include "ui/text/tooltiptext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestToolTipText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesMarkup()
    {
        QCOMPARE(plainToolTip(u"<img src=\"x\"> & more\nlast"),
                 u"<p style='white-space:pre-wrap'>&lt;img src=&quot;x&quot;&gt; &amp; more\nlast</p>"_s);
    }

    void namesControlCharacters() { QVERIFY(plainToolTip(u"a\x1b").contains(u"a‹ESC›"_s)); }

    void nothingStaysNothing() { QCOMPARE(plainToolTip({}), QString()); }

    void isBounded()
    {
        const QString most(maxToolTipLength, u'x');
        QVERIFY(plainToolTip(most).contains(u'>' + most + u'<'));
        QVERIFY(plainToolTip(QString(most + u'y')).contains(u'>' + most + u"…<"_s));
        const QString start = most.chopped(1);
        QVERIFY(plainToolTip(QString(start + u"😀"_s)).contains(u'>' + start + u"…<"_s));
    }
};

QTEST_GUILESS_MAIN(TestToolTipText)
#include "tst_tooltiptext.moc"
