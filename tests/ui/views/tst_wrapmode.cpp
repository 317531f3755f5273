#include "ui/views/wrapmode.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWrapMode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrapsAnywhereWhereWordsAreTooLong_data();
    void wrapsAnywhereWhereWordsAreTooLong();
    void theTextBeforeIsNotWrappedAnew();
};

void TestWrapMode::wrapsAnywhereWhereWordsAreTooLong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("anywhere");
    const QString word(1'000, u'x');
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("long words") << word + u' ' + word + u'\n' + word + u'\t' + word << false;
    QTest::newRow("too long a word") << u"short "_s + word + u'x' << true;
    QTest::newRow("no-break spaces") << word + u"\u00A0x"_s << true;
}

void TestWrapMode::wrapsAnywhereWhereWordsAreTooLong()
{
    QFETCH(const QString, text);
    QFETCH(const bool, anywhere);
    QCOMPARE(wrapModeFor(text) == QTextOption::WrapAnywhere, anywhere);
}

void TestWrapMode::theTextBeforeIsNotWrappedAnew()
{
    QPlainTextEdit edit;
    setWrappedText(edit, QString(2'000, u'x'));
    QCOMPARE(edit.wordWrapMode(), QTextOption::WrapAnywhere);
    QList<QTextOption::WrapMode> modes;
    connect(&edit, &QPlainTextEdit::textChanged, this, [&] { modes.append(edit.wordWrapMode()); });
    setWrappedText(edit, u"words"_s);
    QCOMPARE(edit.toPlainText(), u"words"_s);
    QCOMPARE(modes, (QList{QTextOption::WrapAnywhere, QTextOption::WrapAtWordBoundaryOrAnywhere}));
}

QTEST_MAIN(TestWrapMode)
#include "tst_wrapmode.moc"
