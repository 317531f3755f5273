#include "ui/views/failurebanner.h"

#include "tests/ui/views/markingtranslator.h"
#include "tests/ui/views/tooltips.h"
#include "ui/views/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestFailureBanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatWhyAndAdvice();
    void showsTheServersAnswerOnRequest();
    void unfoldsCertificates();
    void offersOneAction();
    void canBeDismissed();
    void isMadeInTheLanguageAndThemeOfItsFirstFailure();
    void clearingOneThatSaidNothingDoesNothing();
    void wordsThatCannotBreakBreakAnywhere();

private:
    static bool isShown(const FailureBanner &banner, const QString &name)
    {
        return banner.findChild<QWidget *>(name)->isVisibleTo(&banner);
    }
};

void TestFailureBanner::saysWhatWhyAndAdvice()
{
    FailureBanner banner;
    QVERIFY(!banner.isShowing());
    banner.showFailure({u"It broke."_s, u"Because."_s, {}});
    QVERIFY(banner.isShowing());
    QCOMPARE(banner.findChild<QLabel *>(u"failureWhat"_s)->text(), u"It broke."_s);
    QCOMPARE(banner.findChild<QLabel *>(u"failureWhy"_s)->text(), u"Because."_s);
    QVERIFY(!isShown(banner, u"failureAdvice"_s));
    QVERIFY(!isShown(banner, u"failureAction"_s));
    QVERIFY(!isShown(banner, u"failureWordsToggle"_s));
    QCOMPARE(banner.accessibleDescription(), u"It broke. Because."_s);
}

void TestFailureBanner::showsTheServersAnswerOnRequest()
{
    FailureBanner banner;
    banner.showFailure({u"Refused."_s, {}, {}}, u"HTTP/1.1 403 Forbidden\n\n<b>no</b>"_s);
    QVERIFY(!isShown(banner, u"failureWords"_s));
    QTest::mouseClick(banner.findChild<QPushButton *>(u"failureWordsToggle"_s), Qt::LeftButton);
    QVERIFY(isShown(banner, u"failureWords"_s));
    QCOMPARE(banner.findChild<QPlainTextEdit *>(u"failureWords"_s)->toPlainText(),
             u"HTTP/1.1 403 Forbidden\n\n<b>no</b>"_s);
}

void TestFailureBanner::unfoldsCertificates()
{
    FailureBanner banner;
    banner.showFailure({u"Untrusted."_s, {}, {}}, u"Subject: Kitchen"_s, FailureBanner::Words::Certificates);
    QVERIFY(isShown(banner, u"failureWords"_s));
    auto *toggle = banner.findChild<QPushButton *>(u"failureWordsToggle"_s);
    QVERIFY2(toggle->text().contains("certificates"_L1), qPrintable(toggle->text()));
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(!isShown(banner, u"failureWords"_s));
    banner.clear();
    banner.showFailure({u"Refused."_s, {}, {}}, u"HTTP/1.1 403 Forbidden"_s);
    QVERIFY(!isShown(banner, u"failureWords"_s));
    QVERIFY2(toggle->text().contains("answer"_L1), qPrintable(toggle->text()));
}

void TestFailureBanner::offersOneAction()
{
    FailureBanner banner;
    banner.showFailure({u"Redirected."_s, {}, {}});
    banner.setAction(u"Connect there"_s, u"ws://b"_s);
    auto *action = banner.findChild<QPushButton *>(u"failureAction"_s);
    QVERIFY(isShown(banner, u"failureAction"_s));
    QCOMPARE(readIn(action->toolTip()), u"ws://b"_s);
    const QSignalSpy triggered(&banner, &FailureBanner::actionTriggered);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
}

void TestFailureBanner::canBeDismissed()
{
    FailureBanner banner;
    banner.showFailure({u"It broke."_s, {}, {}}, u"words"_s);
    banner.setAction(u"Do"_s);
    QTest::mouseClick(banner.findChild<QPushButton *>(u"failureDismiss"_s), Qt::LeftButton);
    QVERIFY(!banner.isShowing());
    banner.showFailure({u"Again."_s, {}, {}});
    QVERIFY(!isShown(banner, u"failureAction"_s));
    QVERIFY(!isShown(banner, u"failureWords"_s));
}

void TestFailureBanner::isMadeInTheLanguageAndThemeOfItsFirstFailure()
{
    QWidget window;
    auto *banner = new FailureBanner(&window);
    QVERIFY(banner->children().isEmpty());
    const MarkingTranslator translator;
    window.setPalette(darkPalette());
    window.show();
    banner->showFailure({u"It broke."_s, {}, {}}, u"words"_s);
    QVERIFY(banner->findChild<QPushButton *>(u"failureWordsToggle"_s)->text().startsWith(u'«'));
    QCOMPARE(banner->findChild<QWidget *>(u"failureDismiss"_s)->accessibleName(), u"«Dismiss»"_s);
    QCOMPARE(banner->findChild<QLabel *>(u"failureWhat"_s)->palette().color(QPalette::WindowText),
             warningText(darkPalette()));
    QVERIFY(banner->findChild<QLabel *>(u"failureWhat"_s)->isVisible());
}

void TestFailureBanner::clearingOneThatSaidNothingDoesNothing()
{
    FailureBanner banner;
    banner.clear();
    QVERIFY(!banner.isShowing());
    QVERIFY(banner.children().isEmpty());
}

void TestFailureBanner::wordsThatCannotBreakBreakAnywhere()
{
    FailureBanner banner;
    banner.showFailure({u"Untrusted."_s, {}, {}}, QString(60'000, u'x'), FailureBanner::Words::Certificates);
    const auto *words = banner.findChild<QPlainTextEdit *>(u"failureWords"_s);
    QCOMPARE(words->wordWrapMode(), QTextOption::WrapAnywhere);
    banner.showFailure({u"Untrusted."_s, {}, {}}, u"Subject: Kitchen"_s, FailureBanner::Words::Certificates);
    QCOMPARE(words->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
}

QTEST_MAIN(TestFailureBanner)
#include "tst_failurebanner.moc"
