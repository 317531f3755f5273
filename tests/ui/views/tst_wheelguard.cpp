#include "ui/views/wheelguard.h"

#include "tests/ui/views/wheel.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace confab;

class TestWheelGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void wheelScrollsPastAField();
    void wheelTurnsTheFieldThatHasTheFocus();
    void wheelAloneGivesNoFocus();

private:
    std::unique_ptr<QScrollArea> m_area;
    QSpinBox *m_number = nullptr;
    QComboBox *m_choice = nullptr;
};

void TestWheelGuard::init()
{
    m_area = std::make_unique<QScrollArea>();
    auto *content = new QWidget;
    m_number = new QSpinBox(content);
    m_number->setValue(50);
    m_choice = new QComboBox(content);
    m_choice->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    m_choice->setEditable(true);
    auto *layout = new QVBoxLayout(content);
    layout->addWidget(m_number);
    layout->addWidget(m_choice);
    content->setFixedHeight(1000);
    m_area->setWidget(content);
    m_area->resize(200, 100);
    guardFromWheel(*m_number);
    guardFromWheel(*m_choice);
    m_area->show();
    m_area->activateWindow();
    m_area->setFocus();
}

void TestWheelGuard::wheelScrollsPastAField()
{
    turnWheel(*m_number);
    QCOMPARE(m_number->value(), 50);
    const int scrolled = m_area->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    turnWheel(*m_choice);
    QCOMPARE(m_choice->currentIndex(), 0);
    QVERIFY(m_area->verticalScrollBar()->value() > scrolled);
}

void TestWheelGuard::wheelTurnsTheFieldThatHasTheFocus()
{
    m_number->setFocus();
    QTRY_VERIFY(m_number->hasFocus());
    turnWheel(*m_number);
    QCOMPARE(m_number->value(), 49);
    m_choice->setFocus();
    turnWheel(*m_choice);
    QCOMPARE(m_choice->currentIndex(), 1);
}

void TestWheelGuard::wheelAloneGivesNoFocus()
{
    QCOMPARE(m_number->focusPolicy(), Qt::StrongFocus);
    QCOMPARE(m_choice->focusPolicy(), Qt::StrongFocus);
}

QTEST_MAIN(TestWheelGuard)
#include "tst_wheelguard.moc"
