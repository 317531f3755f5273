#include "ui/views/payloadedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestPayloadEdit : public QObject
{
    Q_OBJECT

private slots:
    void asksToSend()
    {
        PayloadEdit edit;
        const QSignalSpy asked(&edit, &PayloadEdit::sendRequested);
        QTest::keyClicks(&edit, u"one"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(asked.size(), 0);
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(edit.toPlainText(), u"one\n"_s);
    }

    void bringsBackWhatWasSent()
    {
        PayloadEdit edit;
        const auto send = [&edit](const QString &text) {
            edit.setPlainText(text);
            edit.takeSent();
            QVERIFY(edit.toPlainText().isEmpty());
        };
        const auto up = [&edit] { QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier); };
        const auto down = [&edit] { QTest::keyClick(&edit, Qt::Key_Down, Qt::ControlModifier); };
        up();
        QCOMPARE(edit.toPlainText(), QString());
        send(u"one"_s);
        send({});
        send(u"two\nlines"_s);
        send(u"two\nlines"_s);
        QTest::keyClicks(&edit, u"three"_s);
        up();
        QCOMPARE(edit.toPlainText(), u"two\nlines"_s);
        QVERIFY(edit.textCursor().atEnd());
        up();
        up();
        QCOMPARE(edit.toPlainText(), u"one"_s);
        down();
        down();
        down();
        QCOMPARE(edit.toPlainText(), u"three"_s); // which was not sent yet
    }

    /// What was brought back and then changed is a draft like any other.
    void keepsWhatWasMadeOfOne()
    {
        PayloadEdit edit;
        for (const QString &text : {u"one"_s, u"two"_s}) {
            edit.setPlainText(text);
            edit.takeSent();
        }
        QTest::keyClicks(&edit, u"draft"_s);
        QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClicks(&edit, u", changed"_s);
        QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(edit.toPlainText(), u"draft"_s); // which gave way
        QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(edit.toPlainText(), u"two"_s);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&edit, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(edit.toPlainText(), u"two, changed"_s);
    }

    void remembersSoMuch()
    {
        PayloadEdit edit;
        const QString large(PayloadEdit::maxRememberedSize - 1, u'x');
        for (const QString &text : {u"1"_s, large, u"2"_s}) {
            edit.setPlainText(text);
            edit.takeSent();
        }
        const auto up = [&edit] { QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier); };
        up();
        QCOMPARE(edit.toPlainText(), u"2"_s);
        up();
        QVERIFY(edit.toPlainText() == large);
        up();
        QVERIFY(edit.toPlainText() == large); // "1" is forgotten
        edit.setPlainText(large + u"xx"_s);
        edit.takeSent();
        up();
        QCOMPARE(edit.toPlainText(), u"2"_s); // one that is too large by itself is not
    }

    void undoesSoMuch()
    {
        PayloadEdit edit;
        const QString half(PayloadEdit::maxUndoable / 2, u'x');
        edit.insertPlainText(half);
        edit.takeSent();
        QVERIFY(edit.document()->isUndoAvailable());
        edit.insertPlainText(half);
        edit.takeSent();
        QVERIFY(!edit.document()->isUndoAvailable());
        QTest::keyClicks(&edit, u"one"_s);
        edit.takeSent();
        edit.undo();
        QCOMPARE(edit.toPlainText(), u"one"_s);
    }

    void remembersSoMany()
    {
        PayloadEdit edit;
        for (int i = 0; i <= PayloadEdit::maxRemembered; ++i) {
            edit.setPlainText(QString::number(i));
            edit.takeSent();
        }
        for (int i = 0; i < 2 * PayloadEdit::maxRemembered; ++i)
            QTest::keyClick(&edit, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(edit.toPlainText(), u"1"_s);
    }

    void canBeUndone()
    {
        PayloadEdit edit;
        QTest::keyClicks(&edit, u"one"_s);
        edit.takeSent();
        edit.undo();
        QCOMPARE(edit.toPlainText(), u"one"_s);
    }

    void tellsOfLostLineBreaks_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<bool>("lost");
        QTest::newRow("LF") << u"a\nb"_s << false;
        QTest::newRow("CRLF") << u"a\r\nb"_s << true;
        QTest::newRow("CR") << u"a\rb"_s << true;
        QTest::newRow("U+2028") << u"a\u2028b"_s << true;
        QTest::newRow("U+2029") << u"a\u2029b"_s << true;
    }
    void tellsOfLostLineBreaks()
    {
        QFETCH(const QString, pasted);
        PayloadEdit edit;
        const QSignalSpy lost(&edit, &PayloadEdit::lineBreaksLost);
        QGuiApplication::clipboard()->setText(pasted);
        edit.paste();
        QTEST(!lost.isEmpty(), "lost");
        QCOMPARE(edit.toPlainText(), u"a\nb"_s);
    }
};

QTEST_MAIN(TestPayloadEdit)
#include "tst_payloadedit.moc"
