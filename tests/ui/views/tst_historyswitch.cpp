#include "markingtranslator.h"
#include "server/historypath.h"
#include "ui/views/historyswitch.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    HistorySwitch line;
    QCheckBox *keep = line.findChild<QCheckBox *>(u"keepHistory"_s);
    QPushButton *forget = line.findChild<QPushButton *>(u"forgetHistory"_s);
    QSignalSpy edited{&line, &HistorySwitch::fileEdited};
    QSignalSpy forgetRequested{&line, &HistorySwitch::forgetRequested};
};

} // namespace

class TestHistorySwitch : public QObject
{
    Q_OBJECT

private slots:
    void keepsItInTheUsersDataOrWhereItWas()
    {
        World world;
        world.line.setFile({});
        QVERIFY(!world.keep->isChecked());
        world.keep->click();
        QCOMPARE(world.line.file(), ownHistoryFile());
        QCOMPARE(world.edited.constLast().constFirst().toString(), ownHistoryFile());
        world.keep->click();
        QCOMPARE(world.line.file(), QString());
        QCOMPARE(world.edited.size(), 2);
        world.line.setFile(u"/elsewhere.sqlite"_s);
        QVERIFY(world.keep->isChecked());
        QCOMPARE(world.line.file(), u"/elsewhere.sqlite"_s);
        QCOMPARE(world.edited.size(), 2);
    }

    void forgetsWhatThereIs()
    {
        World world;
        world.line.setFile({}); // none is kept any more, but there may be one
        world.forget->click();
        QCOMPARE(world.forgetRequested.takeFirst().constFirst().toString(), ownHistoryFile());
        world.line.setFile(u"/elsewhere.sqlite"_s);
        world.forget->click();
        QCOMPARE(world.forgetRequested.takeFirst().constFirst().toString(), u"/elsewhere.sqlite"_s);
    }

    void forgetsNothingOfAnOpenRoom()
    {
        World world;
        world.line.setFile(ownHistoryFile());
        const QString toolTip = world.forget->toolTip();
        world.line.setRoomOpen(true);
        QVERIFY(!world.forget->isEnabled());
        QVERIFY(world.forget->toolTip() != toolTip);
        world.forget->click();
        QVERIFY(world.forgetRequested.isEmpty());
        world.line.setRoomOpen(false);
        QVERIFY(world.forget->isEnabled());
    }

    void followsTheLanguage()
    {
        World world;
        const MarkingTranslator translator;
        QTRY_VERIFY(world.keep->text().startsWith(u'«'));
        for (const QString &words :
             {world.keep->toolTip(), world.forget->text(), world.forget->accessibleName()})
            QVERIFY2(words.startsWith(u'«'), qPrintable(words));
    }
};

QTEST_MAIN(TestHistorySwitch)
#include "tst_historyswitch.moc"
