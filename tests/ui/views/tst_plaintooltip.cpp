#include "ui/views/plaintooltip.h"

#include "tests/ui/views/tooltips.h"

#include <QTest>
#include <QWidget>

using namespace confab;

class TestPlainToolTip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAndToldAsText();
};

void TestPlainToolTip::isReadAndToldAsText()
{
    QWidget widget;
    setPlainToolTip(widget, imageTag);
    QCOMPARE(readIn(widget.toolTip()), imageTag);
    QCOMPARE(widget.accessibleDescription(), imageTag);
    setPlainToolTip(widget, {});
    QVERIFY(widget.toolTip().isEmpty());
    QVERIFY(widget.accessibleDescription().isEmpty());
}

QTEST_MAIN(TestPlainToolTip)
#include "tst_plaintooltip.moc"
