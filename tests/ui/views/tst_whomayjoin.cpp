#include "ui/views/whomayjoin.h"

#include "markingtranslator.h"

#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWhoMayJoin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_choice.reset(); }
    void showsTheAddress_data();
    void showsTheAddress();
    void clickChooses();
    void arrowKeysChoose();
    void ownAddressStaysAChoice();
    void noteIsShownWhileThereIsOne();
    void followsTheLanguage();

private:
    QRadioButton *button(const QString &name) const { return m_choice->findChild<QRadioButton *>(name); }
    void click(const QString &name) const
    {
        QTest::mouseClick(button(name), Qt::LeftButton, {}, QPoint(8, button(name)->height() / 2));
    }
    std::unique_ptr<WhoMayJoin> m_choice;
};

void TestWhoMayJoin::init()
{
    m_choice = std::make_unique<WhoMayJoin>();
    m_choice->resize(400, 120);
    m_choice->setAddress(QHostAddress(QHostAddress::LocalHost));
    m_choice->show();
}

void TestWhoMayJoin::showsTheAddress_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::addColumn<QString>("checked");
    QTest::addColumn<QHostAddress>("read");
    const QHostAddress local(QHostAddress::LocalHost);
    const QHostAddress any(QHostAddress::Any);
    const QHostAddress own(u"192.168.0.7"_s);
    QTest::newRow("127.0.0.1") << local << u"thisComputer"_s << local;
    QTest::newRow("::1") << QHostAddress(QHostAddress::LocalHostIPv6) << u"thisComputer"_s << local;
    QTest::newRow("any") << any << u"thisNetwork"_s << any;
    QTest::newRow("0.0.0.0") << QHostAddress(QHostAddress::AnyIPv4) << u"thisNetwork"_s << any;
    QTest::newRow("::") << QHostAddress(QHostAddress::AnyIPv6) << u"thisNetwork"_s << any;
    QTest::newRow("192.168.0.7") << own << u"thisAddress"_s << own;
}

void TestWhoMayJoin::showsTheAddress()
{
    QFETCH(const QHostAddress, address);
    QFETCH(const QString, checked);
    QFETCH(const QHostAddress, read);
    const QSignalSpy chosen(m_choice.get(), &WhoMayJoin::addressChosen);
    m_choice->setAddress(address);
    for (const QString &name : {u"thisComputer"_s, u"thisNetwork"_s, u"thisAddress"_s})
        QCOMPARE(button(name)->isChecked(), name == checked);
    QCOMPARE(button(u"thisAddress"_s)->isVisible(), checked == "thisAddress"_L1);
    QCOMPARE(m_choice->address(), read);
    QCOMPARE(chosen.size(), 0);
}

void TestWhoMayJoin::clickChooses()
{
    const QSignalSpy chosen(m_choice.get(), &WhoMayJoin::addressChosen);
    click(u"thisNetwork"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<QHostAddress>(), QHostAddress(QHostAddress::Any));
    click(u"thisComputer"_s);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].value<QHostAddress>(), QHostAddress(QHostAddress::LocalHost));
}

void TestWhoMayJoin::arrowKeysChoose()
{
    const QSignalSpy chosen(m_choice.get(), &WhoMayJoin::addressChosen);
    m_choice->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_choice.get()));
    button(u"thisComputer"_s)->setFocus();
    QTest::keyClick(button(u"thisComputer"_s), Qt::Key_Right);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_choice->address(), QHostAddress(QHostAddress::Any));
}

void TestWhoMayJoin::ownAddressStaysAChoice()
{
    const QHostAddress own(u"10.0.0.1"_s);
    m_choice->setAddress(own);
    QVERIFY(button(u"thisAddress"_s)->text().contains("10.0.0.1"_L1));
    click(u"thisComputer"_s);
    QVERIFY(button(u"thisAddress"_s)->isVisible());
    const QSignalSpy chosen(m_choice.get(), &WhoMayJoin::addressChosen);
    click(u"thisAddress"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<QHostAddress>(), own);
}

void TestWhoMayJoin::noteIsShownWhileThereIsOne()
{
    const auto *note = m_choice->findChild<QLabel *>(u"whoMayJoinNote"_s);
    QVERIFY(!note->isVisible());
    m_choice->setNote(u"The room was opened again."_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"The room was opened again."_s);
    m_choice->setNote({});
    QVERIFY(!note->isVisible());
}

void TestWhoMayJoin::followsTheLanguage()
{
    m_choice->setAddress(QHostAddress(u"10.0.0.1"_s));
    const MarkingTranslator translator;
    QTRY_COMPARE(button(u"thisComputer"_s)->text(), u"«This computer»"_s);
    QCOMPARE(button(u"thisNetwork"_s)->text(), u"«This network»"_s);
    QCOMPARE(button(u"thisAddress"_s)->text(), u"«Address 10.0.0.1»"_s);
}

QTEST_MAIN(TestWhoMayJoin)
#include "tst_whomayjoin.moc"
