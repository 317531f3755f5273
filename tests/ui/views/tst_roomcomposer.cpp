#include "ui/views/roomcomposer.h"

#include "markingtranslator.h"
#include "ui/views/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRoomComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_composer.reset(); }
    void sends_data();
    void sends();
    void shiftReturnBreaksTheLine();
    void keepsWhatIsWrittenWhileNobodyHears();
    void sendsNoEmptyMessage_data();
    void sendsNoEmptyMessage();
    void clickLeavesTheCursorInTheField();
    void focusIsPainted();
    void followsTheLanguage();
    void sendsWhatWasWritten();
    void sendsWhatIsBeingComposed();

private:
    std::unique_ptr<RoomComposer> m_composer;
    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_send = nullptr;
};

void TestRoomComposer::init()
{
    m_composer = std::make_unique<RoomComposer>();
    m_composer->setPalette(lightPalette());
    m_composer->resize(400, 60);
    m_composer->setSendingPossible(true);
    m_composer->show();
    m_edit = m_composer->findChild<QPlainTextEdit *>(u"roomMessage"_s);
    m_send = m_composer->findChild<QPushButton *>(u"roomSend"_s);
}

void TestRoomComposer::sends_data()
{
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("byButton");
    QTest::newRow("Return") << int(Qt::NoModifier) << false;
    QTest::newRow("Ctrl+Return") << int(Qt::ControlModifier) << false;
    QTest::newRow("button") << 0 << true;
}

void TestRoomComposer::sends()
{
    QFETCH(const int, modifiers);
    QFETCH(const bool, byButton);
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    m_edit->setPlainText(u"안녕하세요"_s);
    if (byButton)
        QTest::mouseClick(m_send, Qt::LeftButton);
    else
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::KeyboardModifiers(modifiers));
    QCOMPARE(composed.size(), 1);
    QCOMPARE(composed[0][0].toString(), u"안녕하세요"_s);
    QVERIFY(m_edit->toPlainText().isEmpty());
    QVERIFY(!m_send->isEnabled());
}

void TestRoomComposer::shiftReturnBreaksTheLine()
{
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    QTest::keyClicks(m_edit, u"one"_s);
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(m_edit, u"two"_s);
    QCOMPARE(composed.size(), 0);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(composed.size(), 1);
    QCOMPARE(composed[0][0].toString(), u"one\ntwo"_s);
}

void TestRoomComposer::keepsWhatIsWrittenWhileNobodyHears()
{
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    const QString inviting = m_edit->placeholderText();
    m_composer->setSendingPossible(false);
    QVERIFY(m_edit->placeholderText() != inviting);
    QTest::keyClicks(m_edit, u"later"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    m_composer->send();
    QVERIFY(!m_send->isEnabled());
    QCOMPARE(composed.size(), 0);
    QCOMPARE(m_edit->toPlainText(), u"later"_s);
    m_composer->setSendingPossible(true);
    QCOMPARE(m_edit->placeholderText(), inviting);
    QVERIFY(m_send->isEnabled());
    m_composer->send();
    QCOMPARE(composed.size(), 1);
}

void TestRoomComposer::sendsNoEmptyMessage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("lines") << u"\n\n"_s;
}

void TestRoomComposer::sendsNoEmptyMessage()
{
    QFETCH(const QString, text);
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    m_edit->setPlainText(text);
    QVERIFY(!m_send->isEnabled());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(composed.size(), 0);
    QCOMPARE(m_edit->toPlainText(), text);
}

void TestRoomComposer::clickLeavesTheCursorInTheField()
{
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    m_edit->setPlainText(u"hello"_s);
    m_send->setFocus();
    QTest::mouseClick(m_send, Qt::LeftButton);
    QTRY_VERIFY(m_edit->hasFocus());
}

void TestRoomComposer::focusIsPainted()
{
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    m_edit->setPlainText(u"hello"_s);
    const auto edge = [this] {
        QImage image(m_composer->size(), QImage::Format_ARGB32);
        image.fill(Qt::white);
        m_composer->render(&image);
        return image.pixelColor(m_composer->width() / 2, 0);
    };
    m_composer->setFocus();
    QTRY_VERIFY(m_edit->hasFocus());
    QCOMPARE(edge(), lightPalette().color(QPalette::Active, QPalette::Link));
    m_send->setFocus();
    QTRY_VERIFY(!m_edit->hasFocus());
    QVERIFY(edge() != lightPalette().color(QPalette::Active, QPalette::Link));
}

void TestRoomComposer::followsTheLanguage()
{
    const MarkingTranslator translator;
    QTRY_COMPARE(m_send->text(), u"«Send»"_s);
    QVERIFY(m_edit->placeholderText().startsWith(u'«'));
    QVERIFY(m_edit->accessibleName().startsWith(u'«'));
}

/// No-break spaces as they are; both of an editor's line breaks as LF.
void TestRoomComposer::sendsWhatWasWritten()
{
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    m_edit->insertPlainText(u"10\u00A0km\u2028one\ntwo"_s);
    m_composer->send();
    QCOMPARE(composed.size(), 1);
    QCOMPARE(composed[0][0].toString(), u"10\u00A0km\none\ntwo"_s);
}

void TestRoomComposer::sendsWhatIsBeingComposed()
{
    const QSignalSpy composed(m_composer.get(), &RoomComposer::composed);
    QInputMethodEvent composing(u"안"_s, {});
    QCoreApplication::sendEvent(m_edit, &composing);
    m_composer->send();
    QCOMPARE(composed.size(), 1);
    QCOMPARE(composed[0][0].toString(), u"안"_s);
    QVERIFY(m_edit->toPlainText().isEmpty());
}

QTEST_MAIN(TestRoomComposer)
#include "tst_roomcomposer.moc"
