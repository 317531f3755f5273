#include "ui/views/welcomeview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWelcomeView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothWaysForward();
    void nothingToStartWhileBusy();
    void sentenceIsShownWhole();
};

void TestWelcomeView::bothWaysForward()
{
    WelcomeView view;
    view.show();
    const QSignalSpy start(&view, &WelcomeView::startRequested);
    const QSignalSpy connecting(&view, &WelcomeView::connectRequested);
    QTest::mouseClick(view.findChild<QPushButton *>(u"welcomeStart"_s), Qt::LeftButton);
    QCOMPARE(start.size(), 1);
    QTest::keyClick(view.findChild<QPushButton *>(u"welcomeConnect"_s), Qt::Key_Space);
    QCOMPARE(connecting.size(), 1);
}

void TestWelcomeView::nothingToStartWhileBusy()
{
    WelcomeView view;
    view.show();
    const QSignalSpy start(&view, &WelcomeView::startRequested);
    view.setBusy(true);
    QTest::mouseClick(view.findChild<QPushButton *>(u"welcomeStart"_s), Qt::LeftButton);
    QCOMPARE(start.size(), 0);
    view.setBusy(false);
    QTest::mouseClick(view.findChild<QPushButton *>(u"welcomeStart"_s), Qt::LeftButton);
    QCOMPARE(start.size(), 1);
}

void TestWelcomeView::sentenceIsShownWhole()
{
    WelcomeView view;
    view.resize(400, 500);
    view.show();
    const auto *sentence = view.findChild<QLabel *>(u"welcomeSentence"_s);
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
}

QTEST_MAIN(TestWelcomeView)
#include "tst_welcomeview.moc"
