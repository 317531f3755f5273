#include "ui/models/columnheaders.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestColumnHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoWordsAtFirst()
    {
        const ColumnHeaders headers;
        QVERIFY(!headers.value(0, Qt::DisplayRole).isValid());
    }

    void showsWhatWasEdited()
    {
        ColumnHeaders headers;
        QVERIFY(headers.set(1, Qt::EditRole, u"이름"_s));
        QVERIFY(headers.set(1, Qt::ToolTipRole, u"The name"_s));
        QCOMPARE(headers.value(1, Qt::DisplayRole).toString(), u"이름"_s);
        QCOMPARE(headers.value(1, Qt::EditRole).toString(), u"이름"_s);
        QCOMPARE(headers.value(1, Qt::ToolTipRole).toString(), u"The name"_s);
        QVERIFY(!headers.value(0, Qt::DisplayRole).isValid());
    }

    void tellsWhetherItChanged()
    {
        ColumnHeaders headers;
        QVERIFY(headers.set(0, Qt::DisplayRole, u"Name"_s));
        QVERIFY(!headers.set(0, Qt::EditRole, u"Name"_s));
        QVERIFY(headers.set(0, Qt::EditRole, u"이름"_s));
    }
};

QTEST_GUILESS_MAIN(TestColumnHeaders)
#include "tst_columnheaders.moc"
