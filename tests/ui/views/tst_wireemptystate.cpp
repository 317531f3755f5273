#include "ui/views/wireemptystate.h"

#include "markingtranslator.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireEmptyState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatWillAppear();
    void saysThatAFilterIsWhy();
    void followsTheLanguage();

private:
    static QString title(const WireEmptyState &state)
    {
        return state.findChild<QLabel *>(u"wireEmptyTitle"_s)->text();
    }
};

void TestWireEmptyState::saysWhatWillAppear()
{
    const WireEmptyState state;
    QCOMPARE(title(state), u"Nothing on the wire yet"_s);
    QVERIFY(state.findChild<QLabel *>(u"wireEmptyText"_s)->text().contains("handshake"_L1));
}

void TestWireEmptyState::saysThatAFilterIsWhy()
{
    WireEmptyState state;
    state.setFiltering(true);
    QCOMPARE(title(state), u"Nothing matches the filter"_s);
    state.setFiltering(false);
    QCOMPARE(title(state), u"Nothing on the wire yet"_s);
}

void TestWireEmptyState::followsTheLanguage()
{
    WireEmptyState state;
    const MarkingTranslator translator;
    QTRY_COMPARE(title(state), u"«Nothing on the wire yet»"_s);
    state.setFiltering(true);
    QCOMPARE(title(state), u"«Nothing matches the filter»"_s);
}

QTEST_MAIN(TestWireEmptyState)
#include "tst_wireemptystate.moc"
