#include "ui/views/wirebar.h"

#include "markingtranslator.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysTheFilterAWhileAfterTheLastKey();
    void saysTheFilterAtOnceIfAsked();
    void saysTheGroupAtOnce();
    void pauses();
    void namesTheConnection();
    void buttonsSayWhatIsWanted();
    void tellsWhatIsShown();
    void narrowBarHasIcons();
    void focusGoesToTheFilter();
    void followsTheLanguage();

private:
    template <typename Widget = QPushButton>
    Widget *find(const QString &name) const
    {
        return m_bar->findChild<Widget *>(name);
    }
    void click(const QString &button) const { QTest::mouseClick(find(button), Qt::LeftButton); }

    std::unique_ptr<WireBar> m_bar;
};

void TestWireBar::init()
{
    m_bar = std::make_unique<WireBar>();
    m_bar->resize(900, 48);
    m_bar->show();
}

void TestWireBar::saysTheFilterAWhileAfterTheLastKey()
{
    const QSignalSpy changed(m_bar.get(), &WireBar::filterChanged);
    QTest::keyClicks(find<QLineEdit>(u"wireFilter"_s), u"apple"_s);
    QVERIFY(changed.isEmpty());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_bar->text(), u"apple"_s);
}

void TestWireBar::saysTheFilterAtOnceIfAsked()
{
    const QSignalSpy changed(m_bar.get(), &WireBar::filterChanged);
    m_bar->settle();
    QCOMPARE(changed.size(), 0);
    find<QLineEdit>(u"wireFilter"_s)->setText(u"apple"_s);
    m_bar->settle();
    m_bar->settle();
    QCOMPARE(changed.size(), 1);
}

void TestWireBar::saysTheGroupAtOnce()
{
    const QSignalSpy changed(m_bar.get(), &WireBar::filterChanged);
    QCOMPARE(m_bar->group(), TrafficProxy::Group::All);
    find<QLineEdit>(u"wireFilter"_s)->setText(u"apple"_s);
    find<QComboBox>(u"wireGroup"_s)->setCurrentIndex(int(TrafficProxy::Group::Pings));
    QCOMPARE(changed.size(), 1); // and the text with it
    QCOMPARE(m_bar->group(), TrafficProxy::Group::Pings);
    m_bar->settle();
    QCOMPARE(changed.size(), 1);
}

void TestWireBar::pauses()
{
    const QSignalSpy toggled(m_bar.get(), &WireBar::pauseToggled);
    click(u"wirePause"_s);
    QVERIFY(m_bar->isPaused());
    m_bar->goOn();
    QVERIFY(!m_bar->isPaused());
    QCOMPARE(toggled.size(), 2);
}

void TestWireBar::namesTheConnection()
{
    const QSignalSpy all(m_bar.get(), &WireBar::allRequested);
    const auto *chip = find(u"wireConnectionChip"_s);
    QVERIFY(!chip->isVisible());
    m_bar->setConnectionName(u"R&1 Bob"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains("R&&1 Bob"_L1));
    QVERIFY(chip->shortcut().isEmpty());
    click(u"wireConnectionChip"_s);
    QCOMPARE(all.size(), 1);
    m_bar->setConnectionName({});
    QVERIFY(!chip->isVisible());
}

void TestWireBar::buttonsSayWhatIsWanted()
{
    const QSignalSpy clear(m_bar.get(), &WireBar::clearRequested);
    const QSignalSpy exporting(m_bar.get(), &WireBar::exportRequested);
    click(u"wireClear"_s);
    QCOMPARE(clear.size(), 1);
    m_bar->setExportEnabled(false);
    click(u"wireExport"_s);
    QCOMPARE(exporting.size(), 0);
    m_bar->setExportEnabled(true);
    click(u"wireExport"_s);
    QCOMPARE(exporting.size(), 1);
}

void TestWireBar::tellsWhatIsShown()
{
    QCOMPARE(m_bar->shownInWords(), QString());
    find<QLineEdit>(u"wireFilter"_s)->setText(u"apple"_s);
    QCOMPARE(m_bar->shownInWords(), u"“apple”"_s);
    m_bar->setConnectionName(u"Mina & Jun"_s);
    find<QComboBox>(u"wireGroup"_s)->setCurrentIndex(int(TrafficProxy::Group::Messages));
    QCOMPARE(m_bar->shownInWords(), u"only Mina & Jun · Messages · “apple”"_s);
}

/// And what they are for can be read and heard all the same.
void TestWireBar::narrowBarHasIcons()
{
    const auto *exporting = find(u"wireExport"_s);
    const auto *clear = find(u"wireClear"_s);
    QCOMPARE(exporting->text(), u"Export…"_s);
    QCOMPARE(clear->text(), u"Clear"_s);
    m_bar->resize(m_bar->minimumSizeHint());
    for (const QPushButton *button : {exporting, clear}) {
        QCOMPARE(button->text(), QString());
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
    }
    m_bar->resize(900, 48);
    QCOMPARE(exporting->text(), u"Export…"_s);
    m_bar->setConnectionName(QString(200, u'x'));
    QCOMPARE(exporting->text(), QString());
    m_bar->setConnectionName({});
    QCOMPARE(exporting->text(), u"Export…"_s);
}

void TestWireBar::focusGoesToTheFilter()
{
    auto *filter = find<QLineEdit>(u"wireFilter"_s);
    QCOMPARE(m_bar->focusProxy(), filter);
    filter->setText(u"apple"_s);
    m_bar->focusFilter();
    QCOMPARE(filter->selectedText(), u"apple"_s);
}

void TestWireBar::followsTheLanguage()
{
    const MarkingTranslator translator;
    QTRY_COMPARE(find(u"wireClear"_s)->text(), u"«Clear»"_s);
    QCOMPARE(find<QComboBox>(u"wireGroup"_s)->itemText(2), u"«Messages»"_s);
}

QTEST_MAIN(TestWireBar)
#include "tst_wirebar.moc"
