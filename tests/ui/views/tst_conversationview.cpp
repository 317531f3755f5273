#include "ui/views/conversationview.h"

#include "markingtranslator.h"
#include "ui/models/conversationmodel.h"
#include "ui/views/avatar.h"
#include "ui/views/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace confab;

class TestConversationView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oneAuthorStandsUnderOneHeading();
    void aPauseStartsAGroup();
    void comingAndGoingIsOneLine();
    void textIsShownAsText();
    void controlCharactersAreNamed();
    void followsTheEndOnlyFromTheEnd();
    void whatIsReadStaysInPlaceWhenTheOldestGo();
    void aGroupKeepsItsHeadingWhenItsFirstGoes();
    void theHostIsNamedInTheLanguageOfTheWindow();
    void aLongMessageIsCut();
    void oneMessageIsOneBlock_data();
    void oneMessageIsOneBlock();
    void noCharacterLeavesBlocksBehind();
    void whatIsReadStaysInPlaceWhenTheThemeChanges();
    void theEndStaysInSightWhenTheThemeChanges();
    void anotherRoomIsShownFromItsEnd();
    void anAvatarHangsBelowItsHeading();

private:
    void say(quint64 author, const QString &name, const QString &text, qint64 time = 1'000)
    {
        RoomMessage message;
        message.room = u"/"_s;
        message.time = time;
        message.author = {author, name, false};
        message.text = text;
        m_conversation->append(message);
    }
    QStringList lines() const { return m_view->toPlainText().split(u'\n'); }

    std::shared_ptr<Conversation> m_conversation;
    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<ConversationView> m_view;
};

void TestConversationView::init()
{
    m_view.reset();
    m_conversation =
        std::make_shared<Conversation>(ConversationLimits{.maxEntries = 200, .maxOctets = 1'000'000});
    m_model = std::make_unique<ConversationModel>(m_conversation);
    m_view = std::make_unique<ConversationView>(*m_model);
    m_view->resize(400, 300);
    m_view->show();
}

void TestConversationView::oneAuthorStandsUnderOneHeading()
{
    say(1, u"Mina"_s, u"one"_s);
    say(1, u"Mina"_s, u"two"_s);
    m_model->refresh();
    say(1, u"Mina"_s, u"three"_s);
    say(2, u"Jun"_s, u"four"_s);
    m_model->refresh();
    const QStringList shown = lines();
    QCOMPARE(shown.size(), 6);
    QVERIFY(shown.at(0).startsWith("Mina"_L1));
    QCOMPARE(shown.mid(1, 3), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(shown.at(4).startsWith("Jun"_L1));
    QCOMPARE(shown.at(5), u"four"_s);
}

void TestConversationView::aPauseStartsAGroup()
{
    constexpr qint64 sixMinutes = 6 * 60 * 1000;
    say(1, u"Mina"_s, u"one"_s, 1'000);
    say(1, u"Mina"_s, u"two"_s, 1'000 + sixMinutes);
    m_model->refresh();
    QCOMPARE(lines().size(), 4);
}

void TestConversationView::comingAndGoingIsOneLine()
{
    RoomMessage joined;
    joined.kind = RoomMessage::Kind::Joined;
    joined.author = {1, u"Mina"_s, false};
    m_conversation->append(joined);
    m_model->refresh();
    QCOMPARE(lines().size(), 1);
    QVERIFY(m_view->toPlainText().contains("Mina joined"_L1));
}

void TestConversationView::textIsShownAsText()
{
    say(1, u"<b>Mina</b>"_s, u"<img src=x onerror=alert(1)>\nsecond & last"_s);
    m_model->refresh();
    // A message's own line breaks stay inside its one block.
    QCOMPARE(m_view->document()->blockCount(), 2);
    QVERIFY(m_view->toPlainText().startsWith("<b>Mina</b>"_L1));
    QVERIFY(m_view->toPlainText().endsWith("<img src=x onerror=alert(1)>\nsecond & last"_L1));
}

void TestConversationView::controlCharactersAreNamed()
{
    say(1, u"Mina"_s, u"\x1b[1mbold\r\n\tsecond\u2029third"_s);
    m_model->refresh();
    QCOMPARE(m_view->document()->blockCount(), 2);
    QVERIFY(m_view->toPlainText().endsWith(u"\n‹ESC›[1mbold\n\tsecond\nthird"_s));
}

void TestConversationView::followsTheEndOnlyFromTheEnd()
{
    for (int i = 0; i < 100; ++i)
        say(1, u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_view->isAtEnd());

    m_view->verticalScrollBar()->setValue(100);
    for (int i = 0; i < 20; ++i)
        say(1, u"Mina"_s, u"more %1"_s.arg(i));
    m_model->refresh();
    QCOMPARE(m_view->verticalScrollBar()->value(), 100);
    QVERIFY(!m_view->isAtEnd());

    m_view->scrollToEnd();
    say(1, u"Mina"_s, u"last"_s);
    m_model->refresh();
    QVERIFY(m_view->isAtEnd());
}

void TestConversationView::whatIsReadStaysInPlaceWhenTheOldestGo()
{
    for (int i = 0; i < 200; ++i)
        say(1, u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const QPoint middle(150, 150);
    const QString read = m_view->cursorForPosition(middle).block().text();
    QVERIFY(read.startsWith("line"_L1));
    for (int i = 0; i < 30; ++i)
        say(1, u"Mina"_s, u"new %1"_s.arg(i));
    m_model->refresh();
    QCOMPARE(m_view->cursorForPosition(middle).block().text(), read);
}

void TestConversationView::aGroupKeepsItsHeadingWhenItsFirstGoes()
{
    for (int i = 0; i < 200; ++i)
        say(1, u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    QCOMPARE(lines().size(), 201);
    say(2, u"Jun"_s, u"new"_s);
    m_model->refresh();
    const QStringList shown = lines();
    QCOMPARE(shown.size(), 202);
    QVERIFY(shown.at(0).startsWith("Mina"_L1));
    QCOMPARE(shown.at(1), u"line 1"_s);
    QCOMPARE(shown.last(), u"new"_s);

    // Once the last of the group is gone, its heading is too.
    for (int i = 0; i < 199; ++i)
        say(2, u"Jun"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    QVERIFY(lines().at(0).startsWith("Jun"_L1));
    QVERIFY(!m_view->toPlainText().contains("Mina"_L1));
}

/// Its avatar, too: the letter on that is the first one of the name beside it.
void TestConversationView::theHostIsNamedInTheLanguageOfTheWindow()
{
    const auto avatar = [this] { return m_view->viewport()->grab({0, 0, 50, 300}).toImage(); };
    say(ConversationView::ownAuthor, u"Host"_s, u"welcome"_s);
    m_model->refresh();
    const QImage english = avatar();

    init();
    const MarkingTranslator translator;
    say(ConversationView::ownAuthor, u"Host"_s, u"welcome"_s);
    m_model->refresh();
    QVERIFY(lines().constFirst().startsWith(u"«Host»"_s));
    QVERIFY(avatar() != english);
}

void TestConversationView::aLongMessageIsCut()
{
    say(1, u"Mina"_s, QString(300'000, u'x'));
    say(1, u"Mina"_s, u"next"_s);
    m_model->refresh();
    QCOMPARE(m_view->document()->blockCount(), 3);
    const QStringList shown = lines();
    QCOMPARE(shown.at(1), QString(4'000, u'x'));
    QVERIFY2(shown.at(2).contains(QLocale().toString(296'000)), qPrintable(shown.at(2)));
    QVERIFY(shown.at(2).contains("64 KiB"_L1));
    QCOMPARE(shown.last(), u"next"_s);
}

void TestConversationView::oneMessageIsOneBlock_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("begin of a frame") << u"a\uFDD0z"_s;
    QTest::newRow("end of a frame") << u"a\uFDD1z"_s;
    QTest::newRow("paragraph separator") << u"a\u2029z"_s;
    QTest::newRow("line separator") << u"a\u2028z"_s;
    QTest::newRow("next line") << u"a\u0085z"_s;
    QTest::newRow("vertical tab and form feed") << u"a\x0b\x0cz"_s;
    QTest::newRow("line ends") << u"a\r\n\n\r\rz"_s;
    QTest::newRow("object") << u"a\uFFFCz"_s;
}

/// Whoever says it, comes or goes with such a name.
void TestConversationView::oneMessageIsOneBlock()
{
    QFETCH(const QString, text);
    say(1, text, text);
    for (const RoomMessage::Kind kind : {RoomMessage::Kind::Joined, RoomMessage::Kind::Left}) {
        RoomMessage message;
        message.kind = kind;
        message.author = {1, text, false};
        m_conversation->append(message);
    }
    m_model->refresh();
    QCOMPARE(m_view->document()->blockCount(), 4);
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next())
        QVERIFY2(block.text().startsWith(u'a') && block.text().contains(u'z'), qPrintable(block.text()));
}

void TestConversationView::noCharacterLeavesBlocksBehind()
{
    m_conversation =
        std::make_shared<Conversation>(ConversationLimits{.maxEntries = 10, .maxOctets = 1'000'000});
    m_model = std::make_unique<ConversationModel>(m_conversation);
    m_view = std::make_unique<ConversationView>(*m_model);
    for (int i = 0; i < 200; ++i) {
        say(quint64(1 + i % 2), u"Mina\uFDD0"_s, u"\uFDD0"_s.repeated(5) + QString::number(i));
        m_model->refresh();
    }
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_view->document()->blockCount(), 20);
    QVERIFY(lines().constLast().endsWith(u"‹U+FDD0›199"_s));
}

void TestConversationView::whatIsReadStaysInPlaceWhenTheThemeChanges()
{
    for (int i = 0; i < 100; ++i)
        say(quint64(1 + i / 7 % 2), u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    const int place = m_view->verticalScrollBar()->maximum() / 3;
    m_view->verticalScrollBar()->setValue(place);
    const int range = m_view->verticalScrollBar()->maximum();
    m_view->setPalette(darkPalette());
    QCOMPARE(m_view->verticalScrollBar()->maximum(), range);
    QCOMPARE(m_view->verticalScrollBar()->value(), place);
}

void TestConversationView::theEndStaysInSightWhenTheThemeChanges()
{
    for (int i = 0; i < 100; ++i)
        say(1, u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    m_view->setPalette(darkPalette());
    QVERIFY(m_view->isAtEnd());
}

void TestConversationView::anotherRoomIsShownFromItsEnd()
{
    for (int i = 0; i < 100; ++i)
        say(1, u"Mina"_s, u"line %1"_s.arg(i));
    m_model->refresh();
    m_view->verticalScrollBar()->setValue(10);
    m_model->setRoom(u"/nowhere"_s);
    QVERIFY(m_view->toPlainText().isEmpty());
    m_model->setRoom(u"/"_s);
    m_model->refresh();
    QVERIFY(m_view->isAtEnd());
}

/// Also when the heading itself has gone up out of sight.
void TestConversationView::anAvatarHangsBelowItsHeading()
{
    say(1, u"Mina"_s, u"line\n"_s.repeated(60));
    m_model->refresh();
    const QRectF heading =
        m_view->document()->documentLayout()->blockBoundingRect(m_view->document()->firstBlock());
    m_view->verticalScrollBar()->setValue(qCeil(heading.bottom()) + 1);
    const QImage shown = m_view->viewport()->grab().toImage();
    QCOMPARE(shown.pixelColor(theme::paneMargin + theme::halfUnit, 2), avatarColor(1));
}

QTEST_MAIN(TestConversationView)
#include "tst_conversationview.moc"
