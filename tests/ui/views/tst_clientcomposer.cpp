#include "ui/views/clientcomposer.h"

#include "tests/ui/views/wheel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsTextByKey();
    void returnAloneBreaksTheLine();
    void sendsOctets_data();
    void sendsOctets();
    void sendsOctetsAsText_data();
    void sendsOctetsAsText();
    void refusesOctetsThatAreNoText();
    void takesADump();
    void saysThatLineBreaksAreLost();
    void saysWhereOctetsAreWrong();
    void sendsAFile();
    void refusesAFileThatIsTooBig();
    void boundsPings();
    void sendsNothingUntilPossible();
    void showsTheBufferedAmount();
    void keepsWhatDoesNotFitYet();
    void sendsWhatWasWritten_data();
    void sendsWhatWasWritten();
    void countsTheOctetsThatAreSent();
    void sendsWhatIsBeingComposed();
    void wheelLeavesTheKindAlone();

private:
    std::unique_ptr<ClientComposer> m_composer;
    QPlainTextEdit *m_editor = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_note = nullptr;
};

void TestClientComposer::init()
{
    m_composer = std::make_unique<ClientComposer>();
    m_composer->setSendingPossible(true);
    m_editor = m_composer->findChild<QPlainTextEdit *>(u"composerEditor"_s);
    m_send = m_composer->findChild<QPushButton *>(u"composerSend"_s);
    m_note = m_composer->findChild<QLabel *>(u"composerNote"_s);
}

void TestClientComposer::sendsTextByKey()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    QTest::keyClicks(m_editor, u"hello"_s);
    QTest::keyClick(m_editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toString(), u"hello"_s);
    QVERIFY(m_editor->toPlainText().isEmpty());
}

void TestClientComposer::returnAloneBreaksTheLine()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    QTest::keyClicks(m_editor, u"a"_s);
    QTest::keyClick(m_editor, Qt::Key_Return);
    QTest::keyClicks(m_editor, u"b"_s);
    QCOMPARE(sent.size(), 0);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent[0][0].toString(), u"a\nb"_s);
}

void TestClientComposer::sendsOctets_data()
{
    QTest::addColumn<ClientComposer::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("hex") << ClientComposer::Kind::Hex << u"48 65 6c 6c 6f"_s;
    QTest::newRow("hex with 0x") << ClientComposer::Kind::Hex << u"0x48656c6c6f"_s;
    QTest::newRow("base64") << ClientComposer::Kind::Base64 << u"SGVsbG8="_s;
}

void TestClientComposer::sendsOctets()
{
    QFETCH(ClientComposer::Kind, kind);
    QFETCH(QString, text);
    const QSignalSpy sent(m_composer.get(), &ClientComposer::binaryComposed);
    m_composer->findChild<QComboBox *>(u"composerKind"_s)->setCurrentIndex(int(kind));
    QTest::keyClicks(m_editor, text);
    QVERIFY2(m_note->text().contains(u'5'), qPrintable(m_note->text()));
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toByteArray(), "Hello"_ba);
}

void TestClientComposer::sendsOctetsAsText_data()
{
    QTest::addColumn<ClientComposer::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("hex") << ClientComposer::Kind::Hex << u"ef bb bf 61 0d 0a 00"_s;
    QTest::newRow("base64") << ClientComposer::Kind::Base64 << u"77u/YQ0KAA=="_s;
    QTest::newRow("file") << ClientComposer::Kind::File << QString();
}

/// What a field cannot hold: a byte order mark, CR LF and NUL.
void TestClientComposer::sendsOctetsAsText()
{
    QFETCH(const ClientComposer::Kind, kind);
    QFETCH(const QString, text);
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    auto *asText = m_composer->findChild<QCheckBox *>(u"composerAsText"_s);
    QVERIFY(!asText->isVisibleTo(m_composer.get()));
    m_composer->setKind(kind);
    QVERIFY(asText->isVisibleTo(m_composer.get()));
    asText->click();
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("\xEF\xBB\xBF\x61\r\n\0"_ba);
    file.flush();
    if (kind == ClientComposer::Kind::File)
        m_composer->setFile(file.fileName());
    else
        m_editor->setPlainText(text);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toString().toUtf8(), "\xEF\xBB\xBF\x61\r\n\0"_ba);
}

void TestClientComposer::refusesOctetsThatAreNoText()
{
    const QSignalSpy text(m_composer.get(), &ClientComposer::textComposed);
    const QSignalSpy binary(m_composer.get(), &ClientComposer::binaryComposed);
    auto *asText = m_composer->findChild<QCheckBox *>(u"composerAsText"_s);
    m_composer->setKind(ClientComposer::Kind::Hex);
    m_editor->setPlainText(u"61 ff"_s);
    asText->click();
    QVERIFY(!m_send->isEnabled());
    QVERIFY2(m_note->text().contains("UTF-8"_L1), qPrintable(m_note->text()));
    m_composer->send();
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("\xff"_ba);
    file.flush();
    m_composer->setKind(ClientComposer::Kind::File);
    m_composer->setFile(file.fileName());
    m_composer->send(); // which reads it
    QVERIFY2(m_note->text().contains("UTF-8"_L1), qPrintable(m_note->text()));
    QVERIFY(text.isEmpty() && binary.isEmpty());
    asText->click();
    m_composer->send();
    QCOMPARE(binary.size(), 1);
    QCOMPARE(binary[0][0].toByteArray(), "\xff"_ba);
}

void TestClientComposer::takesADump()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::binaryComposed);
    m_composer->setKind(ClientComposer::Kind::Hex);
    m_editor->setPlainText(u"000000  61 62 63 64              abcd"_s);
    QVERIFY2(m_note->text().startsWith(u"4 "_s), qPrintable(m_note->text()));
    m_composer->send();
    QCOMPARE(sent[0][0].toByteArray(), "abcd"_ba);
}

void TestClientComposer::saysThatLineBreaksAreLost()
{
    QGuiApplication::clipboard()->setText(u"a\r\nb"_s);
    m_editor->paste();
    QVERIFY2(m_note->text().contains("LF"_L1), qPrintable(m_note->text()));
    QVERIFY(m_send->isEnabled());
    QTest::keyClicks(m_editor, u"c"_s);
    QVERIFY(!m_note->isVisibleTo(m_composer.get()));
    m_composer->setKind(ClientComposer::Kind::Hex);
    QGuiApplication::clipboard()->setText(u"61\r\n62"_s);
    m_editor->selectAll();
    m_editor->paste(); // where they mean nothing
    QVERIFY2(m_note->text().startsWith(u"2 "_s), qPrintable(m_note->text()));
}

void TestClientComposer::saysWhereOctetsAreWrong()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::binaryComposed);
    m_composer->setKind(ClientComposer::Kind::Hex);
    QTest::keyClicks(m_editor, u"48 6g"_s);
    QVERIFY(!m_send->isEnabled());
    QVERIFY2(m_note->text().contains(u"“g”"_s), qPrintable(m_note->text()));
    QVERIFY(m_note->text().contains(u'5'));
    QCOMPARE(m_editor->extraSelections().size(), 1);
    QCOMPARE(m_editor->extraSelections().constFirst().cursor.selectedText(), u"g"_s);
    QTest::keyClick(m_editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_editor->toPlainText(), u"48 6g"_s);
}

void TestClientComposer::sendsAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(1000, '\x01'));
    file.flush();
    const QSignalSpy sent(m_composer.get(), &ClientComposer::binaryComposed);
    m_composer->setKind(ClientComposer::Kind::File);
    QVERIFY(!m_send->isEnabled());
    m_composer->setFile(file.fileName());
    QVERIFY(m_send->isEnabled());
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toByteArray(), QByteArray(1000, '\x01'));
    QVERIFY(!m_send->isEnabled());
}

void TestClientComposer::refusesAFileThatIsTooBig()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(1000, '\x01'));
    file.flush();
    m_composer->setMaxMessageSize(999);
    m_composer->setKind(ClientComposer::Kind::File);
    m_composer->setFile(file.fileName());
    QVERIFY(!m_send->isEnabled());
    QVERIFY2(m_note->text().contains("999 B"_L1), qPrintable(m_note->text()));
    m_composer->setFile(u"/nonexistent/file"_s);
    QVERIFY(!m_send->isEnabled());
    QVERIFY(m_note->isVisibleTo(m_composer.get()));
}

void TestClientComposer::boundsPings()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::pingComposed);
    m_composer->setKind(ClientComposer::Kind::Ping);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toByteArray(), QByteArray());
    m_editor->setPlainText(u"가"_s.repeated(41) + u"ab"_s);
    QVERIFY(m_send->isEnabled());
    m_editor->setPlainText(u"가"_s.repeated(42));
    QVERIFY(!m_send->isEnabled());
}

void TestClientComposer::sendsNothingUntilPossible()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    m_composer->setSendingPossible(false);
    QTest::keyClicks(m_editor, u"wait"_s);
    QVERIFY(!m_send->isEnabled());
    QTest::keyClick(m_editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_editor->toPlainText(), u"wait"_s);
    m_composer->setSendingPossible(true);
    QVERIFY(m_send->isEnabled());
}

void TestClientComposer::showsTheBufferedAmount()
{
    m_composer->show();
    const auto *buffered = m_composer->findChild<QLabel *>(u"composerBuffered"_s);
    QVERIFY(!buffered->isVisible());
    m_composer->setBufferedAmount(3 * 1024 * 1024);
    QVERIFY(buffered->isVisible());
    QVERIFY2(buffered->text().contains("3.0 MiB"_L1), qPrintable(buffered->text()));
    m_composer->setBufferedAmount(0);
    QVERIFY(!buffered->isVisible());
}

void TestClientComposer::keepsWhatDoesNotFitYet()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    qsizetype room = 5;
    m_composer->setFits([&room](qsizetype octets) { return octets <= room; });
    m_composer->setBufferedAmount(1000);
    QTest::keyClicks(m_editor, u"longer"_s);
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_editor->toPlainText(), u"longer"_s);
    QVERIFY(m_note->isVisibleTo(m_composer.get()));
    QVERIFY(m_send->isEnabled()); // to try again …
    room = 6;
    m_composer->setBufferedAmount(10); // … when some has gone
    QVERIFY(!m_note->isVisibleTo(m_composer.get()));
    QTest::mouseClick(m_send, Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QVERIFY(m_editor->toPlainText().isEmpty());
}

void TestClientComposer::sendsWhatWasWritten_data()
{
    QTest::addColumn<ClientComposer::Kind>("kind");
    QTest::newRow("text") << ClientComposer::Kind::Text;
    QTest::newRow("ping") << ClientComposer::Kind::Ping;
}

/// No-break spaces as they are; both of an editor's line breaks as LF.
void TestClientComposer::sendsWhatWasWritten()
{
    QFETCH(const ClientComposer::Kind, kind);
    const QSignalSpy text(m_composer.get(), &ClientComposer::textComposed);
    const QSignalSpy ping(m_composer.get(), &ClientComposer::pingComposed);
    m_composer->setKind(kind);
    m_editor->insertPlainText(u"10\u00A0km\u2028one\ntwo"_s);
    m_composer->send();
    QCOMPARE(text.size() + ping.size(), 1);
    QCOMPARE((text.isEmpty() ? ping : text)[0][0].toByteArray(), u"10\u00A0km\none\ntwo"_s.toUtf8());
}

void TestClientComposer::countsTheOctetsThatAreSent()
{
    m_composer->setKind(ClientComposer::Kind::Ping);
    m_editor->insertPlainText(u"\u00A0"_s.repeated(62));
    QVERIFY2(m_note->text().startsWith(u"1 "_s), qPrintable(m_note->text()));
    m_editor->insertPlainText(u"\u00A0"_s);
    QVERIFY(!m_send->isEnabled());
}

void TestClientComposer::sendsWhatIsBeingComposed()
{
    const QSignalSpy sent(m_composer.get(), &ClientComposer::textComposed);
    QTest::keyClicks(m_editor, u"hello "_s);
    QInputMethodEvent composing(u"안"_s, {});
    QCoreApplication::sendEvent(m_editor, &composing);
    QTest::keyClick(m_editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].toString(), u"hello 안"_s);
}

void TestClientComposer::wheelLeavesTheKindAlone()
{
    turnWheel(*m_composer->findChild<QComboBox *>(u"composerKind"_s));
    QCOMPARE(m_composer->kind(), ClientComposer::Kind::Text);
}

QTEST_MAIN(TestClientComposer)
#include "tst_clientcomposer.moc"
