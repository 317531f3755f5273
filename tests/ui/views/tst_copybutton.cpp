#include "ui/views/copybutton.h"

#include "markingtranslator.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestCopyButton : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_button.reset(); }
    void clickCopiesAndSaysSoForAMoment();
    void spaceKeyCopies();
    void copiesTheContentOfNow();
    void keepsItsWidth();
    void iconTakesThePlaceOfTheWord();
    void saysToAScreenReaderThatItHasCopied();
    void followsTheLanguage();

private:
    void click() { QTest::mouseClick(m_button.get(), Qt::LeftButton); }
    std::unique_ptr<CopyButton> m_button;
};

void TestCopyButton::init()
{
    QApplication::clipboard()->setText(u"something else"_s);
    m_button = std::make_unique<CopyButton>();
    m_button->setContent(u"http://127.0.0.1:3000/"_s);
    m_button->show();
}

void TestCopyButton::clickCopiesAndSaysSoForAMoment()
{
    QCOMPARE(m_button->text(), u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"something else"_s);
    click();
    QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:3000/"_s);
    QCOMPARE(m_button->text(), u"Copied"_s);
    QTRY_COMPARE(m_button->text(), u"Copy"_s);
}

void TestCopyButton::spaceKeyCopies()
{
    QTest::keyClick(m_button.get(), Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:3000/"_s);
}

void TestCopyButton::copiesTheContentOfNow()
{
    click();
    m_button->setContent(u"http://127.0.0.1:4000/"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:3000/"_s);
    click();
    QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:4000/"_s);
}

void TestCopyButton::keepsItsWidth()
{
    QFont large = m_button->font();
    large.setPixelSize(50); // so that the words decide, not the least width of a button
    m_button->setFont(large);
    const QSize before = m_button->sizeHint();
    QPushButton plain(u"Copied"_s);
    plain.setFont(large);
    QCOMPARE(before.width(), plain.sizeHint().width());
    click();
    QCOMPARE(m_button->text(), u"Copied"_s);
    QCOMPARE(m_button->sizeHint(), before);
}

void TestCopyButton::iconTakesThePlaceOfTheWord()
{
    m_button->setIconOnly();
    QVERIFY(m_button->text().isEmpty());
    QVERIFY(!m_button->accessibleName().isEmpty());
    const qint64 resting = m_button->icon().cacheKey();
    click();
    QVERIFY(m_button->text().isEmpty());
    QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:3000/"_s);
    QVERIFY(m_button->icon().cacheKey() != resting);
}

void TestCopyButton::saysToAScreenReaderThatItHasCopied()
{
    m_button->setIconOnly();
    QCOMPARE(m_button->accessibleName(), u"Copy the link"_s);
    click();
    QCOMPARE(m_button->accessibleName(), u"Copied"_s);
    QTRY_COMPARE(m_button->accessibleName(), u"Copy the link"_s);
}

void TestCopyButton::followsTheLanguage()
{
    click();
    const MarkingTranslator translator;
    QTRY_COMPARE(m_button->text(), u"«Copied»"_s);
    QCOMPARE(m_button->toolTip(), u"«Copy the link»"_s);
    QTRY_COMPARE(m_button->text(), u"«Copy»"_s);
}

QTEST_MAIN(TestCopyButton)
#include "tst_copybutton.moc"
