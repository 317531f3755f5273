#include "ui/views/spokenroster.h"

#include "server/roster.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestSpokenRoster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAMemberInWords();
};

void TestSpokenRoster::tellsAMemberInWords()
{
    auto roster = std::make_shared<Roster>();
    SpokenRoster spoken(roster);
    const QAbstractItemModelTester tester(&spoken);
    MemberInfo member;
    member.id = 1;
    member.name = u"Mina"_s;
    member.address = u"192.168.0.12"_s;
    member.readyState = ReadyState::Closing;
    roster->update(member);
    spoken.refresh();
    QCOMPARE(spoken.rowCount(), 1);
    QCOMPARE(spoken.index(0, 0).data().toString(), u"Mina"_s);
    const QString words = spoken.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.startsWith("Mina, Ready state: CLOSING, Address: 192.168.0.12"_L1), qPrintable(words));
    QVERIFY(!words.contains(u'\n'));
}

QTEST_MAIN(TestSpokenRoster)
#include "tst_spokenroster.moc"
