#include "ui/views/bandialog.h"

#include "server/joinlinks.h"
#include "server/roster.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestBanDialog : public QObject
{
    Q_OBJECT

    /// Everything that it says.
    static QString wordsOf(const BanDialog &dialog)
    {
        QString words;
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            words += label->text() + u'\n';
        return words;
    }

    void addMember(const QString &name, const QString &address, ReadyState state = ReadyState::Open)
    {
        MemberInfo member;
        member.id = ++m_lastId;
        member.name = name;
        member.address = address;
        member.readyState = state;
        m_roster.update(member);
    }

    Roster m_roster;
    quint64 m_lastId = 0;

private Q_SLOTS:
    void init() { m_roster.clear(); }

    void namesWhomItConcerns()
    {
        addMember(u"Mina"_s, u"192.168.0.12"_s);
        addMember(u"Jun"_s, u"192.168.0.13"_s);
        addMember(u"Sora"_s, u"192.168.0.12"_s, ReadyState::Closing);
        addMember(u"Gone"_s, u"192.168.0.12"_s, ReadyState::Closed);
        const BanDialog dialog(QHostAddress(u"192.168.0.12"_s), m_roster);
        const QString words = wordsOf(dialog);
        QVERIFY2(words.contains("192.168.0.12"_L1), qPrintable(words));
        QVERIFY2(words.contains("Mina, Sora."_L1), qPrintable(words));
        QVERIFY(!words.contains("this computer"_L1));
    }

    void namesAFewOfMany()
    {
        for (int i = 1; i <= 8; ++i)
            addMember(u"Guest %1"_s.arg(i), u"192.168.0.12"_s);
        const BanDialog dialog(QHostAddress(u"192.168.0.12"_s), m_roster);
        QVERIFY2(wordsOf(dialog).contains("Guest 5 and 3 more"_L1), qPrintable(wordsOf(dialog)));
    }

    void saysThatNobodyIsThere()
    {
        const BanDialog dialog(QHostAddress(u"192.168.0.12"_s), m_roster);
        QVERIFY(wordsOf(dialog).contains("Nobody is here"_L1));
    }

    void warnsOfThisComputer()
    {
        QList<QHostAddress> own = networkAddresses();
        own.append(QHostAddress(u"127.0.0.1"_s));
        for (const QHostAddress &address : own) {
            const BanDialog dialog(address, m_roster);
            QVERIFY2(wordsOf(dialog).contains("this computer"_L1), qPrintable(address.toString()));
        }
    }

    void choosesOnceItIsPressed()
    {
        BanDialog dialog(QHostAddress(u"::ffff:192.168.0.12"_s), m_roster);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QSignalSpy chosen(&dialog, &BanDialog::chosen);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return); // which is Cancel's
        QCOMPARE(chosen.size(), 0);
        dialog.show();
        const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
        const auto ban = std::find_if(buttons.cbegin(), buttons.cend(),
                                      [](const QPushButton *button) { return button->text() == u"Ban"_s; });
        QVERIFY(ban != buttons.cend());
        (*ban)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<QHostAddress>(), QHostAddress(u"192.168.0.12"_s));
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestBanDialog)
#include "tst_bandialog.moc"
