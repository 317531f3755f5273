#include "ui/views/latepage.h"

#include "tests/ui/views/markingtranslator.h"
#include "ui/views/theme.h"

#include <QApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestLatePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_made = 0; }

    void nothingIsMadeForAHiddenPage()
    {
        QStackedWidget stack;
        stack.addWidget(new QWidget);
        LatePage *const page = addPage(stack);
        stack.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stack));
        QCOMPARE(m_made, 0);
        QVERIFY(!page->isMade());
    }

    void theContentIsThereWhenThePageIsFirstSeen()
    {
        QStackedWidget stack;
        stack.resize(300, 200);
        stack.addWidget(new QWidget);
        LatePage *const page = addPage(stack);
        stack.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stack));
        stack.setCurrentWidget(page);
        QCOMPARE(m_made, 1);
        QVERIFY(page->content()->isVisible()); // at once: no turn of the event loop shows an empty page
        QCOMPARE(page->content()->geometry(), page->rect());
        stack.setCurrentIndex(0);
        stack.setCurrentWidget(page);
        QCOMPARE(m_made, 1);
    }

    void whoeverAsksForItGetsItUnseen()
    {
        QStackedWidget stack;
        stack.addWidget(new QWidget);
        LatePage *const page = addPage(stack);
        QWidget *const content = page->content();
        QVERIFY(content);
        QVERIFY(!content->isVisible());
        stack.show();
        stack.setCurrentWidget(page);
        QCOMPARE(page->content(), content);
        QVERIFY(content->isVisible());
        QCOMPARE(m_made, 1);
    }

    void speaksTheLanguageAndWearsTheThemeOfThatMoment()
    {
        QStackedWidget stack;
        stack.addWidget(new QWidget);
        LatePage *const page = addPage(stack);
        stack.show();
        const MarkingTranslator translator;
        const QPalette before = QApplication::palette();
        applyTheme(*qApp, ThemeChoice::Dark);
        stack.setCurrentWidget(page);
        QCOMPARE(page->findChild<QLabel *>()->text(), u"«words»"_s);
        QTRY_COMPARE(page->content()->palette().color(QPalette::Window),
                     darkPalette().color(QPalette::Window));
        QApplication::setPalette(before);
    }

private:
    LatePage *addPage(QStackedWidget &stack)
    {
        auto *page = new LatePage([this](QWidget *parent) {
            ++m_made;
            return new QLabel(tr("words"), parent);
        });
        stack.addWidget(page);
        return page;
    }

    int m_made = 0;
};

QTEST_MAIN(TestLatePage)
#include "tst_latepage.moc"
