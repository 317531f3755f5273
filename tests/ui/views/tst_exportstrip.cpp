#include "ui/views/exportstrip.h"

#include "markingtranslator.h"
#include "tests/ui/views/tooltips.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestExportStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingAtFirst();
    void tellsHowFarItIs();
    void tellsWhereItWent();
    void tellsWhyNot();
    void oneThingAtATime();
    void widensNothing();
    void pathIsShownAsText();
    void followsTheLanguage();

private:
    template <typename Widget = QPushButton>
    Widget *find(const QString &name) const
    {
        return m_strip->findChild<Widget *>(name);
    }
    QString text() const { return find<QLabel>(u"exportText"_s)->text(); }
    QString failure() const { return find<QLabel>(u"failureWhat"_s)->text(); }
    void click(const QString &button) const { QTest::mouseClick(find(button), Qt::LeftButton); }

    std::unique_ptr<QWidget> m_window;
    ExportStrip *m_strip = nullptr; ///< of the window
};

void TestExportStrip::init()
{
    m_window = std::make_unique<QWidget>();
    m_strip = new ExportStrip(m_window.get());
    m_strip->resize(600, 200);
    m_window->resize(600, 200);
    m_window->show();
}

void TestExportStrip::nothingAtFirst()
{
    QVERIFY(!m_strip->isVisible());
}

void TestExportStrip::tellsHowFarItIs()
{
    const QSignalSpy cancelled(m_strip, &ExportStrip::cancelRequested);
    m_strip->showProgress(0, 3);
    QCOMPARE(text(), u"Exporting… 0 %"_s);
    m_strip->showProgress(2, 3);
    QCOMPARE(text(), u"Exporting… 66 %"_s);
    QVERIFY(m_strip->isVisible());
    QVERIFY(!find(u"exportDismiss"_s)->isVisible());
    click(u"exportCancel"_s);
    QCOMPARE(cancelled.size(), 1);
    m_strip->showProgress(0, 0);
    QCOMPARE(text(), u"Exporting… 0 %"_s);
}

void TestExportStrip::tellsWhereItWent()
{
    m_strip->showDone(1, u"/srv/wire.jsonl"_s);
    QVERIFY2(text().endsWith(" written to /srv/wire.jsonl"_L1), qPrintable(text()));
    m_strip->showDone(12, QDir::home().filePath(u"lesson/wire.jsonl"_s));
    QVERIFY2(text().endsWith(" written to ~/lesson/wire.jsonl"_L1), qPrintable(text()));
    QCOMPARE(readIn(find<QLabel>(u"exportText"_s)->toolTip()), QDir::home().filePath(u"lesson/wire.jsonl"_s));
    QVERIFY(text().startsWith("12 "_L1));
    QVERIFY(find(u"exportOpenFolder"_s)->isVisible());
    QVERIFY(!find(u"exportCancel"_s)->isVisible());
    click(u"exportDismiss"_s);
    QVERIFY(!m_strip->isVisible());
}

void TestExportStrip::tellsWhyNot()
{
    const QSignalSpy retried(m_strip, &ExportStrip::retryRequested);
    const QSignalSpy dismissed(m_strip, &ExportStrip::dismissed);
    m_strip->showFailure({RecordFileProblem::NoRoom, {}}, u"/srv/wire.jsonl"_s);
    QVERIFY(m_strip->isVisible());
    QVERIFY(!find<QLabel>(u"exportText"_s)->isVisible());
    QVERIFY2(failure().contains("/srv/wire.jsonl"_L1), qPrintable(failure()));
    click(u"failureAction"_s);
    QCOMPARE(retried.size(), 1);
    QVERIFY(m_strip->isVisible());
    click(u"failureDismiss"_s);
    QVERIFY(!m_strip->isVisible());
    QCOMPARE(dismissed.size(), 1);
}

void TestExportStrip::oneThingAtATime()
{
    m_strip->showFailure({RecordFileProblem::NoFolder, {}}, u"/srv/wire.jsonl"_s);
    m_strip->showProgress(1, 2);
    QVERIFY(!find<QWidget>(u"exportFailure"_s)->isVisible());
    m_strip->showFailure({RecordFileProblem::NoFolder, {}}, u"/srv/wire.jsonl"_s);
    QVERIFY(!find(u"exportCancel"_s)->isVisible());
    m_strip->clear();
    QVERIFY(!m_strip->isVisible());
    m_strip->showDone(1, u"/srv/wire.jsonl"_s);
    QVERIFY(!find<QWidget>(u"exportFailure"_s)->isVisible());
}

void TestExportStrip::widensNothing()
{
    m_strip->showDone(1, u"/srv/wire.jsonl"_s);
    const int before = m_strip->minimumSizeHint().width();
    m_strip->showDone(100'000, u"/srv/"_s + QString(200, u'x'));
    QCOMPARE(m_strip->minimumSizeHint().width(), before);
}

void TestExportStrip::pathIsShownAsText()
{
    m_strip->showDone(1, u"/srv/"_s + imageTag);
    const auto *label = find<QLabel>(u"exportText"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(readIn(label->toolTip()), u"/srv/"_s + imageTag);
}

void TestExportStrip::followsTheLanguage()
{
    m_strip->showProgress(1, 2);
    const MarkingTranslator translator;
    QTRY_COMPARE(text(), u"«Exporting… 50 %»"_s);
    m_strip->showFailure({RecordFileProblem::NoFolder, {}}, u"/srv/wire.jsonl"_s);
    QCOMPARE(failure(), u"«The traffic could not be exported to /srv/wire.jsonl.»"_s);
    QCOMPARE(find(u"exportCancel"_s)->text(), u"«Cancel»"_s);
}

QTEST_MAIN(TestExportStrip)
#include "tst_exportstrip.moc"
