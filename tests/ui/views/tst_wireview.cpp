#include "ui/views/wireview.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/views/exportdialog.h"
#include "ui/views/wiretable.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyStateSaysWhatWillAppear();
    void newRecordsAppearByThemselves();
    void nothingIsTakenWhileHidden();
    void pauses();
    void clears();
    void filters();
    void showsAgainWhatAFilterBringsBack();
    void showsOneConnectionOnly();
    void chipTakesNoKeyOfANamesLetter();
    void showsDetails();
    void allowsAnOriginFromDetails();
    void recordBeingReadStaysWhenItsRowGoes();
    void recordBeingReadStaysBesideAFilter();
    void clearingPutsDetailsAway();
    void tabOpensNothing();
    void exportsWhatIsShown();
    void exportsWhatTheLogHasByNow();
    void pausedExportsWhatIsShown();
    void exportsNothingInVain();

private:
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_view->findChild<Widget *>(name);
    }
    /// The payloads in the file that an export has been told to write.
    QByteArrayList exported(const QString &name) const
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        auto *dialog = m_view->findChild<ExportDialog *>();
        if (!dialog)
            return {};
        Q_EMIT dialog->chosen(path, ExportFormat::JsonLines);
        dialog->reject();
        if (!QTest::qWaitFor([this] { return find<QWidget>(u"exportDismiss"_s)->isVisible(); }))
            return {};
        QFile file(path);
        QByteArrayList payloads;
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                payloads +=
                    QJsonDocument::fromJson(file.readLine()).object().value("text"_L1).toString().toUtf8();
        }
        return payloads;
    }
    int rows() const { return find<WireTable>(u"wireTable"_s)->model()->rowCount(); }

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<WireView> m_view;
};

void TestWireView::init()
{
    m_log = std::make_shared<TrafficLog>();
    m_view = std::make_unique<WireView>(m_log);
    m_view->resize(900, 500);
    m_view->show();
}

void TestWireView::emptyStateSaysWhatWillAppear()
{
    QVERIFY(find<QLabel>(u"wireEmptyTitle"_s)->isVisible());
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_VERIFY(find<WireTable>(u"wireTable"_s)->isVisible());
    QVERIFY(!find<QLabel>(u"wireEmptyTitle"_s)->isVisible());
}

void TestWireView::newRecordsAppearByThemselves()
{
    for (int i = 0; i < 12'000; ++i)
        m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_COMPARE(rows(), 12'000);
}

void TestWireView::nothingIsTakenWhileHidden()
{
    m_view->hide();
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QCoreApplication::processEvents();
    QCOMPARE(rows(), 0);
    m_view->show();
    QCOMPARE(rows(), 1);
}

void TestWireView::pauses()
{
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(find<QPushButton>(u"wirePause"_s), Qt::LeftButton);
    QVERIFY(m_view->isPaused());
    m_log->append(makeRecord(TrafficKind::Text, "y"));
    m_log->append(makeRecord(TrafficKind::Text, "z"));
    auto *follow = find<QPushButton>(u"wireFollow"_s);
    QTRY_VERIFY(follow->isVisible() && follow->text().contains(u'2'));
    QCOMPARE(rows(), 1);
    QTest::mouseClick(follow, Qt::LeftButton);
    QVERIFY(!m_view->isPaused());
    QCOMPARE(rows(), 3);
}

void TestWireView::clears()
{
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(find<QPushButton>(u"wireClear"_s), Qt::LeftButton);
    QCOMPARE(rows(), 0);
    QVERIFY(find<QLabel>(u"wireEmptyTitle"_s)->isVisible());
    QCOMPARE(m_log->firstNumber(), m_log->lastNumber() + 1);
}

void TestWireView::filters()
{
    m_log->append(makeRecord(TrafficKind::Text, "apple"));
    m_log->append(makeRecord(TrafficKind::Text, "pear"));
    m_log->append(makeRecord(TrafficKind::Ping, "apple"));
    QTRY_COMPARE(rows(), 3);
    m_view->focusFilter();
    QTest::keyClicks(find<QLineEdit>(u"wireFilter"_s), u"apple"_s);
    QTRY_COMPARE(rows(), 2);
    find<QComboBox>(u"wireGroup"_s)->setCurrentIndex(2);
    QCOMPARE(rows(), 1);
    QTest::keyClicks(find<QLineEdit>(u"wireFilter"_s), u"z"_s);
    QTRY_COMPARE(rows(), 0);
    QVERIFY(find<QLabel>(u"wireEmptyTitle"_s)->text().contains("filter"_L1));
}

void TestWireView::showsAgainWhatAFilterBringsBack()
{
    m_log->append(makeRecord(TrafficKind::Text, "apple"));
    m_log->append(makeRecord(TrafficKind::Text, "pear"));
    QTRY_COMPARE(rows(), 2);
    auto *table = find<WireTable>(u"wireTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *gone = find<QLabel>(u"recordGone"_s);
    QVERIFY(!gone->isVisible());
    auto *filter = find<QLineEdit>(u"wireFilter"_s);
    filter->setText(u"PEAR"_s);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(gone->isVisible());
    filter->clear();
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!gone->isVisible());
    QCOMPARE(table->currentIndex().row(), 0);
}

void TestWireView::showsOneConnectionOnly()
{
    m_log->append(makeRecord(TrafficKind::Text, "a", 4));
    m_log->append(makeRecord(TrafficKind::Text, "b", 5));
    QTRY_COMPARE(rows(), 2);
    auto *chip = find<QPushButton>(u"wireConnectionChip"_s);
    QVERIFY(!chip->isVisible());
    m_view->showOnly(5, u"Mina"_s);
    QCOMPARE(rows(), 1);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains("Mina"_L1));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(rows(), 2);
}

void TestWireView::chipTakesNoKeyOfANamesLetter()
{
    m_view->showOnly(5, u"R&1 Bob"_s);
    const auto *chip = find<QPushButton>(u"wireConnectionChip"_s);
    QVERIFY(chip->shortcut().isEmpty());
    QVERIFY(chip->text().contains("R&&1 Bob"_L1));
}

void TestWireView::showsDetails()
{
    m_log->append(makeRecord(TrafficKind::Text, "hello"));
    QTRY_COMPARE(rows(), 1);
    auto *table = find<WireTable>(u"wireTable"_s);
    auto *details = find<QWidget>(u"trafficDetails"_s);
    QVERIFY(!details->isVisible());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 2)).center());
    QVERIFY(details->isVisible());
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(!details->isVisible());
}

void TestWireView::allowsAnOriginFromDetails()
{
    m_log->append(makeRequest("https://a.example", 7));
    m_log->append(makeForbidden(7));
    QTRY_COMPARE(rows(), 2);
    const QSignalSpy allowed(m_view.get(), &WireView::allowOriginRequested);
    find<WireTable>(u"wireTable"_s)->selectRow(1);
    auto *allow = find<QPushButton>(u"detailsAllowOrigin"_s);
    QTRY_VERIFY(allow->isVisible() && allow->height() >= allow->minimumSizeHint().height());
    QTest::mouseClick(allow, Qt::LeftButton);
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed[0][0].toByteArray(), "https://a.example"_ba);
}

void TestWireView::recordBeingReadStaysWhenItsRowGoes()
{
    m_log->setLimits({.maxRecords = 3});
    for (const char *payload : {"one", "two", "three"})
        m_log->append(makeRecord(TrafficKind::Text, payload));
    QTRY_COMPARE(rows(), 3);
    auto *table = find<WireTable>(u"wireTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *payload = find<QPlainTextEdit>(u"detailsPayload"_s);
    QCOMPARE(payload->toPlainText(), u"one"_s);

    m_log->append(makeRecord(TrafficKind::Text, "four"));
    QTRY_COMPARE(table->model()->index(0, 0).data().toInt(), 2);
    QVERIFY(payload->isVisible());
    QCOMPARE(payload->toPlainText(), u"one"_s);
    QVERIFY(!table->currentIndex().isValid());
    QVERIFY(!table->selectionModel()->hasSelection());
    QVERIFY(find<QLabel>(u"recordGone"_s)->isVisible());

    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(payload->toPlainText(), u"two"_s);
    QVERIFY(!find<QLabel>(u"recordGone"_s)->isVisible());
}

void TestWireView::recordBeingReadStaysBesideAFilter()
{
    for (const char *payload : {"one", "two"})
        m_log->append(makeRecord(TrafficKind::Text, payload));
    QTRY_COMPARE(rows(), 2);
    auto *table = find<WireTable>(u"wireTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    find<QLineEdit>(u"wireFilter"_s)->setText(u"two"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(find<QPlainTextEdit>(u"detailsPayload"_s)->toPlainText(), u"one"_s);
    QVERIFY(!table->currentIndex().isValid());
}

void TestWireView::clearingPutsDetailsAway()
{
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_COMPARE(rows(), 1);
    auto *table = find<WireTable>(u"wireTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(find<QWidget>(u"trafficDetails"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"wireClear"_s), Qt::LeftButton);
    QVERIFY(!find<QWidget>(u"trafficDetails"_s)->isVisible());
}

void TestWireView::tabOpensNothing()
{
    for (int i = 0; i < 200; ++i)
        m_log->append(makeRecord(TrafficKind::Text, QByteArray::number(i)));
    QTRY_COMPARE(rows(), 200);
    auto *table = find<WireTable>(u"wireTable"_s);
    QVERIFY(table->isAtEnd());
    table->setFocus(Qt::TabFocusReason);
    QVERIFY(table->hasFocus());
    QVERIFY(table->isAtEnd());
    QVERIFY(!table->currentIndex().isValid());
    m_log->append(makeRecord(TrafficKind::Text, "one more"));
    QTRY_COMPARE(rows(), 201);
    QVERIFY(table->isAtEnd());
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(table->currentIndex().row(), 200);
    QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
}

void TestWireView::exportsWhatIsShown()
{
    m_log->append(makeRecord(TrafficKind::Text, "apple", 4));
    m_log->append(makeRecord(TrafficKind::Text, "pear", 4));
    m_log->append(makeRecord(TrafficKind::Text, "apple pie", 5));
    m_log->append(makeRecord(TrafficKind::Text, "apples", 4));
    QTRY_COMPARE(rows(), 4);
    m_view->showOnly(4);
    find<QLineEdit>(u"wireFilter"_s)->setText(u"apple"_s); // and not a moment later
    const QSignalSpy folders(m_view.get(), &WireView::exportFolderChosen);
    QTest::mouseClick(find<QPushButton>(u"wireExport"_s), Qt::LeftButton);
    QCOMPARE(exported(u"wire.jsonl"_s), (QByteArrayList{"apple", "apples"}));
    QCOMPARE(folders.size(), 1);
    QVERIFY(find<QPushButton>(u"wireExport"_s)->isEnabled());
}

void TestWireView::exportsWhatTheLogHasByNow()
{
    QByteArrayList expected;
    for (int i = 0; i < 12'000; ++i) {
        expected += QByteArray::number(i);
        m_log->append(makeRecord(TrafficKind::Text, expected.last()));
    }
    m_view->exportShown();
    m_log->append(makeRecord(TrafficKind::Text, "behind"));
    m_log->clear();
    QCOMPARE(exported(u"wire.jsonl"_s), expected);
}

void TestWireView::pausedExportsWhatIsShown()
{
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_COMPARE(rows(), 1);
    QTest::mouseClick(find<QPushButton>(u"wirePause"_s), Qt::LeftButton);
    m_log->append(makeRecord(TrafficKind::Text, "y"));
    m_view->exportShown();
    QCOMPARE(exported(u"wire.jsonl"_s), (QByteArrayList{"x"}));
}

void TestWireView::exportsNothingInVain()
{
    QVERIFY(!find<QPushButton>(u"wireExport"_s)->isEnabled());
    m_view->exportShown();
    QVERIFY(!m_view->findChild<ExportDialog *>());
    m_log->append(makeRecord(TrafficKind::Text, "x"));
    QTRY_VERIFY(find<QPushButton>(u"wireExport"_s)->isEnabled());
}

QTEST_MAIN(TestWireView)
#include "tst_wireview.moc"
