#include "ui/views/closecodeeditor.h"

#include "tests/ui/views/wheel.h"
#include "ui/views/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace confab;

class TestCloseCodeEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void normalClosureAtFirst();
    void typedCodeCounts_data();
    void typedCodeCounts();
    void listedCodeIsChosenByItsNumber();
    void reasonIsCountedInOctets();
    void returnAcceptsWhatMayBeSent();
    void hintFollowsTheTheme();
    void wheelLeavesTheCodeAlone();

private:
    std::unique_ptr<CloseCodeEditor> m_editor;
    QComboBox *m_code = nullptr;
    QLineEdit *m_reason = nullptr;
};

void TestCloseCodeEditor::init()
{
    m_editor = std::make_unique<CloseCodeEditor>();
    m_code = m_editor->findChild<QComboBox *>(QStringLiteral("closeCode"));
    m_reason = m_editor->findChild<QLineEdit *>(QStringLiteral("closeReason"));
    QVERIFY(m_code && m_reason);
}

void TestCloseCodeEditor::normalClosureAtFirst()
{
    QVERIFY(m_editor->status());
    QCOMPARE(m_editor->status()->code, CloseCode::NormalClosure);
    QVERIFY(m_editor->status()->reason.isEmpty());
}

void TestCloseCodeEditor::typedCodeCounts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code"); // 0: may not be sent
    QTest::newRow("private use") << QStringLiteral("4321") << 4321;
    QTest::newRow("registered") << QStringLiteral("3000") << 3000;
    QTest::newRow("bad gateway") << QStringLiteral("1014") << 1014;
    QTest::newRow("no status received") << QStringLiteral("1005") << 0;
    QTest::newRow("abnormal closure") << QStringLiteral("1006") << 0;
    QTest::newRow("past the end") << QStringLiteral("5000") << 0;
    QTest::newRow("no number") << QStringLiteral("bye") << 0;
    QTest::newRow("nothing") << QString() << 0;
}

void TestCloseCodeEditor::typedCodeCounts()
{
    QFETCH(const QString, typed);
    QFETCH(const int, code);
    const QSignalSpy changed(m_editor.get(), &CloseCodeEditor::statusChanged);
    m_code->lineEdit()->selectAll();
    QTest::keyClick(m_code->lineEdit(), Qt::Key_Delete);
    QTest::keyClicks(m_code->lineEdit(), typed);
    QCOMPARE(m_editor->status().has_value(), code != 0);
    if (code != 0)
        QCOMPARE(int(m_editor->status()->code), code);
    QVERIFY(!changed.isEmpty());
}

void TestCloseCodeEditor::listedCodeIsChosenByItsNumber()
{
    const int row = m_code->findData(1008);
    QVERIFY(row >= 0);
    m_code->setCurrentIndex(row);
    Q_EMIT m_code->activated(row);
    QCOMPARE(m_code->currentText(), QStringLiteral("1008"));
    QCOMPARE(m_editor->status()->code, CloseCode::PolicyViolation);
}

void TestCloseCodeEditor::reasonIsCountedInOctets()
{
    // 41 Korean syllables are 123 octets of UTF-8.
    const QString fits(41, QChar(0xc548));
    m_reason->setText(fits);
    QVERIFY(m_editor->status());
    QCOMPARE(m_editor->status()->reason, fits);
    QTest::keyClicks(m_reason, QStringLiteral("!"));
    QVERIFY(!m_editor->status());
    QTest::keyClick(m_reason, Qt::Key_Backspace);
    QVERIFY(m_editor->status());
}

void TestCloseCodeEditor::returnAcceptsWhatMayBeSent()
{
    const QSignalSpy accepted(m_editor.get(), &CloseCodeEditor::accepted);
    m_editor->setStatus({CloseCode(1006), QStringLiteral("x")});
    QTest::keyClick(m_reason, Qt::Key_Return);
    QCOMPARE(accepted.size(), 0);
    m_editor->setStatus({CloseCode(4001), QStringLiteral("안녕")});
    QTest::keyClick(m_reason, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(m_editor->status()->reason, QStringLiteral("안녕"));
}

void TestCloseCodeEditor::hintFollowsTheTheme()
{
    const auto *hint = m_editor->findChild<QLabel *>(QStringLiteral("closeHint"));
    const auto color = [hint] { return hint->palette().color(QPalette::WindowText); };
    const QSignalSpy changed(m_editor.get(), &CloseCodeEditor::statusChanged);
    m_editor->setPalette(darkPalette());
    QCOMPARE(color(), secondaryText(darkPalette()));
    QCOMPARE(changed.size(), 0);
    m_editor->setStatus({CloseCode(1006), {}});
    QCOMPARE(color(), warningText(darkPalette()));
    m_editor->setPalette(lightPalette());
    QCOMPARE(color(), warningText(lightPalette()));
}

void TestCloseCodeEditor::wheelLeavesTheCodeAlone()
{
    turnWheel(*m_code);
    QCOMPARE(m_editor->status()->code, CloseCode::NormalClosure);
}

QTEST_MAIN(TestCloseCodeEditor)
#include "tst_closecodeeditor.moc"
