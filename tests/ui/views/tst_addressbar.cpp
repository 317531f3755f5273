#include "ui/views/addressbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestAddressBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysHowItIsRead_data();
    void saysHowItIsRead();
    void complainsOfEmptinessWhenAsked();
    void returnTriggersWhileClosedOnly();
    void buttonSaysWhatItDoes_data();
    void buttonSaysWhatItDoes();
    void buttonKeepsItsWidth();
    void defaultYieldsToWhatWasWritten();
    void defaultThatChangesMeanwhileIsOfferedOnceClosed();

private:
    std::unique_ptr<AddressBar> m_bar;
    QLineEdit *m_address = nullptr;
    QPushButton *m_button = nullptr;
    QLabel *m_hint = nullptr;
};

void TestAddressBar::init()
{
    m_bar = std::make_unique<AddressBar>();
    m_address = m_bar->findChild<QLineEdit *>(u"clientAddress"_s);
    m_button = m_bar->findChild<QPushButton *>(u"clientMainButton"_s);
    m_hint = m_bar->findChild<QLabel *>(u"clientAddressHint"_s);
}

void TestAddressBar::saysHowItIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("mention");
    QTest::newRow("as it is") << u"ws://h:1"_s << u"ws://h:1"_s << QString();
    QTest::newRow("scheme added") << u"localhost:3000"_s << u"ws://localhost:3000"_s
                                  << u"ws://localhost:3000"_s;
    QTest::newRow("http") << u"http://h"_s << u"ws://h"_s << u"ws://h"_s;
    QTest::newRow("ftp") << u"ftp://h"_s << QString() << u"wss://"_s;
    QTest::newRow("no host") << u"ws://"_s << QString() << u"ws://host"_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestAddressBar::saysHowItIsRead()
{
    QFETCH(QString, mention);
    QFETCH(QString, text);
    const QSignalSpy changed(m_bar.get(), &AddressBar::addressChanged);
    QTest::keyClicks(m_address, text);
    QCOMPARE(changed.size(), text.size());
    QTEST(m_bar->url().toString(), "url");
    QCOMPARE(m_hint->isVisibleTo(m_bar.get()), !mention.isEmpty());
    QVERIFY2(m_hint->text().contains(mention), qPrintable(m_hint->text()));
}

void TestAddressBar::complainsOfEmptinessWhenAsked()
{
    QVERIFY(!m_hint->isVisibleTo(m_bar.get()));
    m_bar->complain();
    QVERIFY(m_hint->isVisibleTo(m_bar.get()));
}

void TestAddressBar::returnTriggersWhileClosedOnly()
{
    const QSignalSpy triggered(m_bar.get(), &AddressBar::triggered);
    QTest::keyClick(m_address, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    m_bar->setReadyState(ReadyState::Open);
    QTest::keyClick(m_address, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QVERIFY(m_address->isReadOnly());
    QTest::mouseClick(m_button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 2);
}

void TestAddressBar::buttonSaysWhatItDoes_data()
{
    QTest::addColumn<ReadyState>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("CONNECTING") << ReadyState::Connecting << u"Cancel"_s;
    QTest::newRow("OPEN") << ReadyState::Open << u"Disconnect"_s;
    QTest::newRow("CLOSING") << ReadyState::Closing << u"Cut off"_s;
    QTest::newRow("CLOSED") << ReadyState::Closed << u"Connect"_s;
}

void TestAddressBar::buttonSaysWhatItDoes()
{
    QFETCH(ReadyState, state);
    m_bar->setReadyState(state);
    QTEST(m_button->text(), "words");
    QVERIFY(!m_button->toolTip().isEmpty());
}

void TestAddressBar::buttonKeepsItsWidth()
{
    m_bar->resize(400, 80);
    m_bar->show();
    const int width = m_button->width();
    m_bar->setReadyState(ReadyState::Open);
    QCoreApplication::processEvents();
    QCOMPARE(m_button->width(), width);
}

void TestAddressBar::defaultYieldsToWhatWasWritten()
{
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:3000"_s));
    QCOMPARE(m_address->text(), u"ws://localhost:3000"_s);
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:4000"_s));
    QCOMPARE(m_address->text(), u"ws://localhost:4000"_s);
    m_bar->setAddress(u"ws://example.org"_s);
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:5000"_s));
    QCOMPARE(m_address->text(), u"ws://example.org"_s);
}

void TestAddressBar::defaultThatChangesMeanwhileIsOfferedOnceClosed()
{
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:3000/"_s));
    m_bar->setReadyState(ReadyState::Open);
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:3000/?pin=1111"_s));
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:3000/?pin=2222"_s));
    QCOMPARE(m_address->text(), u"ws://localhost:3000/"_s); // which is where it is connected to
    m_bar->setReadyState(ReadyState::Closed);
    QCOMPARE(m_address->text(), u"ws://localhost:3000/?pin=2222"_s);
    m_bar->setDefaultAddress(QUrl(u"ws://localhost:3000/"_s));
    QCOMPARE(m_address->text(), u"ws://localhost:3000/"_s);
}

QTEST_MAIN(TestAddressBar)
#include "tst_addressbar.moc"
