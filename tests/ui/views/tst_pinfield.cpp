#include "ui/views/pinfield.h"

#include "markingtranslator.h"
#include "server/pin.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestPinField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_field.reset(); }
    void asksForNoneAtFirst();
    void checkingMakesOne();
    void uncheckingKeepsItForTheNextTime();
    void makesAnother();
    void takesWhatIsTyped();
    void blanksDoNotCount();
    void whatIsNoPinIsKeptAndSaid_data();
    void whatIsNoPinIsKeptAndSaid();
    void commitTakesWhatIsTyped();
    void anotherEditOfThePolicyLeavesWhatIsTyped();
    void followsTheLanguage();

private:
    QCheckBox *box() const { return m_field->findChild<QCheckBox *>(u"askForPin"_s); }
    QLineEdit *edit() const { return m_field->findChild<QLineEdit *>(u"pin"_s); }
    QPushButton *make() const { return m_field->findChild<QPushButton *>(u"makePin"_s); }
    QString hint() const { return m_field->findChild<QLabel *>(u"pinHint"_s)->text(); }
    void type(const QString &text) const
    {
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }
    std::unique_ptr<PinField> m_field;
};

void TestPinField::init()
{
    m_field = std::make_unique<PinField>();
    m_field->resize(320, 80);
    m_field->show();
}

void TestPinField::asksForNoneAtFirst()
{
    QVERIFY(!box()->isChecked());
    QVERIFY(!edit()->isVisible());
    QVERIFY(!make()->isVisible());
    QVERIFY(hint().isEmpty());
    const int height = m_field->sizeHint().height();
    m_field->setPin("0815");
    QVERIFY(box()->isChecked());
    QVERIFY(edit()->isVisible());
    QVERIFY(make()->isVisible());
    QCOMPARE(edit()->text(), u"0815"_s);
    QVERIFY(m_field->sizeHint().height() > height); // by the hint
}

void TestPinField::checkingMakesOne()
{
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    box()->click();
    QCOMPARE(chosen.size(), 1);
    QVERIFY(isPin(chosen[0][0].toByteArray()));
    QCOMPARE(m_field->pin(), chosen[0][0].toByteArray());
    QCOMPARE(edit()->text().toLatin1(), m_field->pin());
}

void TestPinField::uncheckingKeepsItForTheNextTime()
{
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    box()->click();
    QCOMPARE(chosen.constLast()[0].toByteArray(), QByteArray());
    QVERIFY(!edit()->isVisible());
    box()->click();
    QCOMPARE(chosen.constLast()[0].toByteArray(), "0815"_ba);
    QCOMPARE(chosen.size(), 2);
}

void TestPinField::makesAnother()
{
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    make()->click();
    QCOMPARE(chosen.size(), 1);
    QVERIFY(isPin(m_field->pin()));
    QVERIFY(m_field->pin() != "0815");
    QCOMPARE(edit()->text().toLatin1(), m_field->pin());
}

void TestPinField::takesWhatIsTyped()
{
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    type(u"4711"_s);
    QCOMPARE(chosen.size(), 0); // a part of it may be a PIN, too
    QVERIFY(hint().contains("Return"_L1));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toByteArray(), "4711"_ba);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!hint().contains("Return"_L1));
}

void TestPinField::blanksDoNotCount()
{
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    type(u"482 913"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(chosen[0][0].toByteArray(), "482913"_ba);
    QCOMPARE(edit()->text(), u"482913"_s);
}

void TestPinField::whatIsNoPinIsKeptAndSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"123"_s;
    QTest::newRow("long") << u"0123456789012"_s;
    QTest::newRow("letters") << u"12ab"_s;
    QTest::newRow("wide digits") << u"４５６７"_s;
}
void TestPinField::whatIsNoPinIsKeptAndSaid()
{
    QFETCH(const QString, text);
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    edit()->setText(text);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_field->pin(), "0815"_ba);
    QCOMPARE(edit()->text(), text);
    QVERIFY(hint().contains("4 to 12"_L1));
    QVERIFY(hint().contains("0815"_L1));
}

void TestPinField::commitTakesWhatIsTyped()
{
    m_field->setPin("0815");
    const QSignalSpy chosen(m_field.get(), &PinField::pinChosen);
    type(u"4711"_s);
    m_field->commit();
    QCOMPARE(chosen.size(), 1);
    m_field->setPin({});
    m_field->commit(); // what is left there is for the next time
    QCOMPARE(chosen.size(), 1);
}

void TestPinField::anotherEditOfThePolicyLeavesWhatIsTyped()
{
    m_field->setPin("0815");
    type(u"47"_s);
    m_field->setPin("0815");
    QCOMPARE(edit()->text(), u"47"_s);
    m_field->setPin("4712");
    QCOMPARE(edit()->text(), u"4712"_s);
}

void TestPinField::followsTheLanguage()
{
    m_field->setPin("0815");
    const MarkingTranslator translator;
    QTRY_COMPARE(box()->text(), u"«Ask for a PIN»"_s);
    QVERIFY(hint().startsWith(u'«'));
    QCOMPARE(make()->accessibleName(), u"«Make a new PIN»"_s);
}

QTEST_MAIN(TestPinField)
#include "tst_pinfield.moc"
