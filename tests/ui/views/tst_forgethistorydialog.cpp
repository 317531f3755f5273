#include "server/historyfile.h"
#include "ui/views/forgethistorydialog.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// A history, and the question about it.
struct World
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"room.sqlite"_s);
    std::unique_ptr<HistoryFile> open = std::make_unique<HistoryFile>(file, ConversationLimits());
    ForgetHistoryDialog &shown = *new ForgetHistoryDialog(file); // deletes itself
    QPointer<QObject> dialog = &shown;
    QSignalSpy forgotten{&shown, &ForgetHistoryDialog::forgotten};

    World()
    {
        open->open();
        shown.open();
    }
    QPushButton *button(const QString &name) const { return shown.findChild<QPushButton *>(name); }
    QString words() const
    {
        QString words;
        for (const QLabel *label : shown.findChildren<QLabel *>())
            words += label->text() + u'\n';
        return words;
    }
};

} // namespace

class TestForgetHistoryDialog : public QObject
{
    Q_OBJECT

private slots:
    void deletesWhatItAskedAbout()
    {
        World world;
        world.open.reset();
        QVERIFY(QFile::exists(world.file));
        QVERIFY(world.words().contains(world.file));
        world.button(u"dialogAccept"_s)->click();
        QVERIFY(!world.button(u"dialogAccept"_s)->isEnabled());
        QTRY_COMPARE(world.forgotten.size(), 1);
        QVERIFY(!QFile::exists(world.file));
        QTRY_VERIFY(!world.dialog);
    }

    void returnKeepsIt()
    {
        World world;
        world.open.reset();
        QVERIFY(QTest::qWaitForWindowActive(&world.shown));
        QTest::keyClick(world.shown.focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!world.dialog);
        QVERIFY(world.forgotten.isEmpty());
        QVERIFY(QFile::exists(world.file));
    }

    void whatComesOfItIsToldAlsoOutOfSight_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("gone") << false;
        QTest::newRow("still there") << true;
    }
    void whatComesOfItIsToldAlsoOutOfSight()
    {
        QFETCH(const bool, isOpen);
        World world;
        if (!isOpen)
            world.open.reset();
        world.button(u"dialogAccept"_s)->click();
        world.button(u"dialogCancel"_s)->click();
        QVERIFY(world.dialog && !world.shown.isVisible());
        QTRY_COMPARE(isOpen ? world.shown.isVisible() : !world.forgotten.isEmpty(), true);
        if (isOpen)
            world.button(u"dialogCancel"_s)->click();
        QTRY_VERIFY(!world.dialog);
        QCOMPARE(world.forgotten.isEmpty(), isOpen);
    }

    void saysWhyItIsStillThereAndTriesAgain()
    {
        World world;
        const QString question = world.words();
        world.button(u"dialogAccept"_s)->click();
        QTRY_VERIFY(world.button(u"dialogAccept"_s)->isEnabled());
        QVERIFY(world.forgotten.isEmpty());
        QVERIFY(QFile::exists(world.file));
        QVERIFY(world.shown.isVisible());
        QVERIFY2(world.words() != question &&
                     world.words().contains("another program"_L1, Qt::CaseInsensitive),
                 qPrintable(world.words()));
        world.open.reset();
        world.button(u"dialogAccept"_s)->click();
        QTRY_COMPARE(world.forgotten.size(), 1);
        QVERIFY(!QFile::exists(world.file));
    }
};

QTEST_MAIN(TestForgetHistoryDialog)
#include "tst_forgethistorydialog.moc"
