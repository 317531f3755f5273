#include "ui/views/composedtext.h"

#include <QInputMethodEvent>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestComposedText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatWasWritten_data();
    void isWhatWasWritten();
    void compositionIsCommitted();
};

void TestComposedText::isWhatWasWritten_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("composed");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"안녕 😀"_s << u"안녕 😀"_s;
    QTest::newRow("line ends") << u"a\nb\r\nc\n"_s << u"a\nb\nc\n"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
    QTest::newRow("no-break space") << u"10\u00A0km"_s << u"10\u00A0km"_s;
    QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"\uFEFFa"_s;
}

void TestComposedText::isWhatWasWritten()
{
    QFETCH(const QString, written);
    QPlainTextEdit edit;
    edit.insertPlainText(written);
    QTEST(composedText(edit), "composed");
}

void TestComposedText::compositionIsCommitted()
{
    QPlainTextEdit edit;
    edit.insertPlainText(u"one "_s);
    commitComposition(edit);
    QCOMPARE(composedText(edit), u"one "_s);
    QInputMethodEvent composing(u"안"_s, {});
    QCoreApplication::sendEvent(&edit, &composing);
    QCOMPARE(composedText(edit), u"one "_s);
    commitComposition(edit);
    QCOMPARE(composedText(edit), u"one 안"_s);
    commitComposition(edit);
    QCOMPARE(composedText(edit), u"one 안"_s);
}

QTEST_MAIN(TestComposedText)
#include "tst_composedtext.moc"
