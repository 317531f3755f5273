#include "ui/views/joinlinks.h"

#include "markingtranslator.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestJoinLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_links.reset(); }
    void saysThatThereIsNoneYet();
    void eachLinkHasALine();
    void eachLineCopiesItsLink();
    void eachLineAsksForItsQrCode();
    void sameLinksKeepTheirLines();
    void linksMayChangeWithinAClick();
    void linksMayChangeWhileAButtonIsPressed();
    void longAddressDoesNotWiden();
    void followsTheLanguage();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_links->findChild<Widget *>(name);
    }
    /// The lines that are shown; old ones are deleted only later.
    QStringList shown() const
    {
        QStringList texts;
        for (const QLineEdit *line : m_links->findChildren<QLineEdit *>()) {
            if (line->isVisible())
                texts += line->text();
        }
        return texts;
    }
    bool showsHint() const
    {
        const QList<QLabel *> labels = m_links->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->isVisible(); });
    }
    const QString m_first = u"http://192.168.0.7:3000/"_s;
    const QString m_second = u"http://[fe80::1]:3000/"_s;
    std::unique_ptr<JoinLinks> m_links;
};

void TestJoinLinks::init()
{
    m_links = std::make_unique<JoinLinks>();
    m_links->resize(240, 200);
    m_links->show();
}

void TestJoinLinks::saysThatThereIsNoneYet()
{
    QVERIFY(showsHint());
    m_links->setLinks({m_first});
    QVERIFY(!showsHint());
    m_links->setLinks({});
    QTRY_VERIFY(showsHint());
    QVERIFY(shown().isEmpty());
}

void TestJoinLinks::eachLinkHasALine()
{
    m_links->setLinks({m_first, m_second});
    QCOMPARE(m_links->links(), QStringList({m_first, m_second}));
    QTRY_COMPARE(shown(), QStringList({m_first, m_second}));
    const auto *line = child<QLineEdit>(u"joinLink2"_s);
    QVERIFY(line->isReadOnly());
    QVERIFY(line->accessibleName().contains(u'2'));
    QCOMPARE(line->toolTip(), m_second);
}

void TestJoinLinks::eachLineCopiesItsLink()
{
    m_links->setLinks({m_first, m_second});
    QTRY_VERIFY(child<QPushButton>(u"copyLink2"_s)->isVisible());
    QTest::mouseClick(child<QPushButton>(u"copyLink2"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_second);
    QTest::mouseClick(child<QPushButton>(u"copyLink1"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_first);
}

void TestJoinLinks::eachLineAsksForItsQrCode()
{
    m_links->setLinks({m_first, m_second});
    const QSignalSpy asked(m_links.get(), &JoinLinks::qrRequested);
    auto *button = child<QPushButton>(u"showQr2"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), m_second);
    QCOMPARE(asked[0][1].value<QWidget *>(), button);
}

void TestJoinLinks::sameLinksKeepTheirLines()
{
    m_links->setLinks({m_first});
    const auto *line = child<QLineEdit>(u"joinLink1"_s);
    m_links->setLinks({m_first});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(child<QLineEdit>(u"joinLink1"_s), line);
}

void TestJoinLinks::linksMayChangeWithinAClick()
{
    m_links->setLinks({m_first});
    connect(m_links.get(), &JoinLinks::qrRequested, m_links.get(), [this] { m_links->setLinks({m_second}); });
    QTest::mouseClick(child<QPushButton>(u"showQr1"_s), Qt::LeftButton);
    QCOMPARE(m_links->links(), QStringList{m_second});
    QTRY_COMPARE(shown(), QStringList{m_second});
}

/// As when a PIN is taken because the click took the focus from its field.
void TestJoinLinks::linksMayChangeWhileAButtonIsPressed()
{
    m_links->setLinks({m_first, m_second});
    QTRY_COMPARE(shown().size(), 2);
    auto *copy = child<QPushButton>(u"copyLink2"_s);
    QTest::mousePress(copy, Qt::LeftButton);
    m_links->setLinks({m_first + u"#pin=0815"_s, m_second + u"#pin=0815"_s});
    QTest::mouseRelease(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_second + u"#pin=0815"_s);
    QCOMPARE(shown(), QStringList({m_first + u"#pin=0815"_s, m_second + u"#pin=0815"_s}));
    const QSignalSpy requested(m_links.get(), &JoinLinks::qrRequested);
    QTest::mouseClick(child<QPushButton>(u"showQr1"_s), Qt::LeftButton);
    QCOMPARE(requested[0][0].toString(), m_first + u"#pin=0815"_s);
}

void TestJoinLinks::longAddressDoesNotWiden()
{
    m_links->setLinks({m_first});
    const int width = m_links->minimumSizeHint().width();
    m_links->setLinks({m_first + u"x"_s.repeated(500)});
    QCOMPARE(m_links->minimumSizeHint().width(), width);
}

void TestJoinLinks::followsTheLanguage()
{
    m_links->setLinks({m_first});
    const MarkingTranslator translator;
    QTRY_COMPARE(shown(), QStringList{m_first});
    QTRY_VERIFY(child<QPushButton>(u"showQr1"_s)->toolTip().startsWith(u'«'));
}

QTEST_MAIN(TestJoinLinks)
#include "tst_joinlinks.moc"
