#include "ui/views/messageedit.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace confab;

class TestMessageEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys_data();
    void keys();
    void returnEndsACompositionWithoutSending();
    void growsWithItsLines();
};

void TestMessageEdit::keys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("sends");
    QTest::newRow("Return") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::NoModifier) << true;
    QTest::newRow("Enter") << Qt::Key_Enter << Qt::KeyboardModifiers(Qt::KeypadModifier) << true;
    QTest::newRow("Ctrl+Return") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ControlModifier) << true;
    QTest::newRow("Shift+Return") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ShiftModifier) << false;
    QTest::newRow("a letter") << Qt::Key_A << Qt::KeyboardModifiers(Qt::NoModifier) << false;
}

void TestMessageEdit::keys()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const bool, sends);
    MessageEdit edit;
    edit.setPlainText(QStringLiteral("hello"));
    edit.moveCursor(QTextCursor::End);
    const QSignalSpy spy(&edit, &MessageEdit::sendRequested);
    QTest::keyClick(&edit, key, modifiers);
    QCOMPARE(spy.size(), sends ? 1 : 0);
    // What sends leaves the text alone; what does not is typed.
    QCOMPARE(edit.toPlainText() == QStringLiteral("hello"), sends);
}

void TestMessageEdit::returnEndsACompositionWithoutSending()
{
    MessageEdit edit;
    const QSignalSpy spy(&edit, &MessageEdit::sendRequested);
    QInputMethodEvent composing(QStringLiteral("안"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(spy.size(), 0);

    QInputMethodEvent committed(QString(), {});
    committed.setCommitString(QStringLiteral("안녕"));
    QCoreApplication::sendEvent(&edit, &committed);
    QCOMPARE(edit.toPlainText(), QStringLiteral("안녕"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
}

void TestMessageEdit::growsWithItsLines()
{
    MessageEdit edit;
    edit.resize(300, 100);
    edit.show();
    const int one = edit.sizeHint().height();
    edit.setPlainText(QStringLiteral("1\n2\n3"));
    const int three = edit.sizeHint().height();
    QVERIFY(three >= one + 2 * edit.fontMetrics().lineSpacing());
    edit.setPlainText(QStringLiteral("x\n").repeated(100));
    QVERIFY(edit.sizeHint().height() < 10 * edit.fontMetrics().lineSpacing());
}

QTEST_MAIN(TestMessageEdit)
#include "tst_messageedit.moc"
