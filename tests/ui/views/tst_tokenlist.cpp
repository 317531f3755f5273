#include "ui/views/tokenlist.h"

#include "tests/ui/views/tooltips.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace confab;

class TestTokenList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void returnAdds();
    void whatIsThereIsNotAddedTwice();
    void whatIsNoTokenIsExplained();
    void clickRemoves();
    void deleteKeyRemoves();
    void longOneDoesNotWiden();
    void toolTipShowsMarkupAsText();
    void chipTakesNoKey();

private:
    QPushButton *chip(const QString &token) const
    {
        return m_list->findChild<QPushButton *>(QStringLiteral("token-") + token);
    }
    std::unique_ptr<TokenList> m_list;
};

void TestTokenList::init()
{
    m_list = std::make_unique<TokenList>();
    m_list->setTokens({QStringLiteral("chat"), QStringLiteral("echo")});
    m_list->resize(200, 100);
    m_list->show();
    QVERIFY(chip(QStringLiteral("chat")) && chip(QStringLiteral("echo")));
}

void TestTokenList::returnAdds()
{
    QSignalSpy changed(m_list.get(), &TokenList::tokensChanged);
    QTest::keyClicks(m_list->field(), QStringLiteral(" confab.v1 "));
    QTest::keyClick(m_list->field(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    const QStringList expected{QStringLiteral("chat"), QStringLiteral("echo"), QStringLiteral("confab.v1")};
    QCOMPARE(changed.first().first().toStringList(), expected);
    QCOMPARE(m_list->tokens(), expected);
    QVERIFY(m_list->field()->text().isEmpty());
    QVERIFY(chip(QStringLiteral("confab.v1")));
}

void TestTokenList::whatIsThereIsNotAddedTwice()
{
    const QSignalSpy changed(m_list.get(), &TokenList::tokensChanged);
    QTest::keyClicks(m_list->field(), QStringLiteral("echo"));
    QTest::keyClick(m_list->field(), Qt::Key_Return);
    QCOMPARE(m_list->tokens().size(), 2);
    QCOMPARE(changed.size(), 0);
}

void TestTokenList::whatIsNoTokenIsExplained()
{
    m_list->setReader([](const QString &text) { return text.contains(QChar(u' ')) ? QString() : text; });
    m_list->setWords(QStringLiteral("Add"), QStringLiteral("No spaces."), QStringLiteral("Remove %1"));
    const auto *complaint = m_list->findChild<QLabel *>(QStringLiteral("tokenComplaint"));
    QTest::keyClicks(m_list->field(), QStringLiteral("a b"));
    QTest::keyClick(m_list->field(), Qt::Key_Return);
    QCOMPARE(m_list->tokens().size(), 2);
    QVERIFY(complaint->isVisible());
    QCOMPARE(complaint->text(), QStringLiteral("No spaces."));
    QCOMPARE(m_list->field()->text(), QStringLiteral("a b"));
    QTest::keyClick(m_list->field(), Qt::Key_Backspace);
    QVERIFY(!complaint->isVisible());
}

void TestTokenList::clickRemoves()
{
    const QSignalSpy changed(m_list.get(), &TokenList::tokensChanged);
    QTest::mouseClick(chip(QStringLiteral("chat")), Qt::LeftButton);
    QCOMPARE(m_list->tokens(), QStringList{QStringLiteral("echo")});
    QCOMPARE(changed.size(), 1);
}

void TestTokenList::deleteKeyRemoves()
{
    QTest::keyClick(chip(QStringLiteral("echo")), Qt::Key_Delete);
    QCOMPARE(m_list->tokens(), QStringList{QStringLiteral("chat")});
}

void TestTokenList::longOneDoesNotWiden()
{
    const QString address = QStringLiteral("2001:db8:1111:2222:3333:4444:5555:6666");
    m_list->setTokens({address});
    QVERIFY2(m_list->minimumSizeHint().width() <= 200, qPrintable(chip(address)->text()));
    QVERIFY(chip(address)->text().startsWith(QStringLiteral("2001:")));
    QVERIFY(chip(address)->text().contains(QStringLiteral("6666")));
    QVERIFY(chip(address)->toolTip().contains(address));
    QVERIFY(chip(address)->accessibleName().contains(address));
    chip(address)->click();
    QVERIFY(m_list->tokens().isEmpty());
}

void TestTokenList::toolTipShowsMarkupAsText()
{
    m_list->setWords(QStringLiteral("Add"), QString(), QStringLiteral("Remove %1"));
    m_list->setTokens({imageTag});
    QCOMPARE(readIn(chip(imageTag)->toolTip()), QStringLiteral("Remove ") + imageTag);
    QCOMPARE(chip(imageTag)->accessibleName(), QStringLiteral("Remove ") + imageTag);
}

void TestTokenList::chipTakesNoKey()
{
    m_list->setTokens({QStringLiteral("a&b")});
    QVERIFY(chip(QStringLiteral("a&b"))->shortcut().isEmpty());
}

QTEST_MAIN(TestTokenList)
#include "tst_tokenlist.moc"
