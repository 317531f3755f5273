#include "ui/views/exportdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace confab;

class TestExportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QStandardPaths::setTestModeEnabled(true);
    }
    void init();
    void proposesAName_data();
    void proposesAName();
    void folderThatIsGoneIsNotProposed();
    void nameFollowsTheType();
    void otherNamesAreLeftAlone();
    void endingDecides_data();
    void endingDecides();
    void asksBeforeItReplaces();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static QString selected(const ExportDialog &dialog) { return dialog.selectedFiles().value(0); }
    static void chooseType(ExportDialog &dialog, ExportFormat format)
    {
        const QString filter = dialog.nameFilters().at(int(format));
        dialog.selectNameFilter(filter);
        Q_EMIT dialog.filterSelected(filter); // as if by hand
    }
    static void accept(QDialog &dialog) { dialog.accept(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestExportDialog::proposesAName_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("JSON Lines") << ExportFormat::JsonLines
                                << u"^confab-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.jsonl$"_s;
    QTest::newRow("text") << ExportFormat::Text << u"^confab-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.txt$"_s;
}

void TestExportDialog::proposesAName()
{
    QFETCH(const ExportFormat, format);
    QFETCH(const QString, pattern);
    const ExportDialog dialog(m_folder->path(), format);
    const QFileInfo proposed(selected(dialog));
    QCOMPARE(proposed.path(), m_folder->path());
    QVERIFY2(QRegularExpression(pattern).match(proposed.fileName()).hasMatch(),
             qPrintable(proposed.fileName()));
    QCOMPARE(dialog.selectedNameFilter(), dialog.nameFilters().at(int(format)));
}

void TestExportDialog::folderThatIsGoneIsNotProposed()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QVERIFY(QDir().mkpath(documents));
    for (const QString &folder : {u"/nonexistent/folder"_s, QString()}) {
        const ExportDialog dialog(folder, ExportFormat::Text);
        QCOMPARE(QFileInfo(selected(dialog)).path(), documents);
    }
}

void TestExportDialog::nameFollowsTheType()
{
    ExportDialog dialog(m_folder->path(), ExportFormat::JsonLines);
    dialog.selectFile(path(u"lesson 1.jsonl"_s));
    chooseType(dialog, ExportFormat::Text);
    QCOMPARE(selected(dialog), path(u"lesson 1.txt"_s));
    chooseType(dialog, ExportFormat::JsonLines);
    QCOMPARE(selected(dialog), path(u"lesson 1.jsonl"_s));
}

void TestExportDialog::otherNamesAreLeftAlone()
{
    ExportDialog dialog(m_folder->path(), ExportFormat::JsonLines);
    dialog.selectFile(path(u"lesson"_s));
    chooseType(dialog, ExportFormat::Text);
    QCOMPARE(selected(dialog), path(u"lesson"_s));
}

void TestExportDialog::endingDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ExportFormat>("type");
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("as the type") << u"a.jsonl"_s << ExportFormat::JsonLines << ExportFormat::JsonLines;
    QTest::newRow("text, whatever the type") << u"a.TXT"_s << ExportFormat::JsonLines << ExportFormat::Text;
    QTest::newRow("lines, whatever the type")
        << u"a.jsonl"_s << ExportFormat::Text << ExportFormat::JsonLines;
    QTest::newRow("another one") << u"a.log"_s << ExportFormat::Text << ExportFormat::Text;
    QTest::newRow("none") << u"a"_s << ExportFormat::JsonLines << ExportFormat::JsonLines;
}

void TestExportDialog::endingDecides()
{
    QFETCH(const QString, name);
    QFETCH(const ExportFormat, type);
    QFETCH(const ExportFormat, format);
    ExportDialog dialog(m_folder->path(), type);
    const QSignalSpy chosen(&dialog, &ExportDialog::chosen);
    dialog.selectFile(path(name));
    accept(dialog);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), path(name));
    QCOMPARE(chosen[0][1].value<ExportFormat>(), format);
}

void TestExportDialog::asksBeforeItReplaces()
{
    QFile before(path(u"a.jsonl"_s));
    QVERIFY(before.open(QIODevice::WriteOnly));
    ExportDialog dialog(m_folder->path(), ExportFormat::JsonLines);
    const QSignalSpy chosen(&dialog, &ExportDialog::chosen);
    dialog.selectFile(before.fileName());
    int asked = 0;
    const auto answer = [&asked](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, qApp, [&asked, button] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(question);
            ++asked;
            question->button(button)->click();
        });
    };
    answer(QMessageBox::No);
    accept(dialog);
    QCOMPARE(asked, 1);
    QVERIFY(chosen.isEmpty());
    answer(QMessageBox::Yes);
    accept(dialog);
    QCOMPARE(asked, 2);
    QCOMPARE(chosen.size(), 1);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
