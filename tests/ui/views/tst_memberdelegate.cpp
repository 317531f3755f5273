#include "ui/views/memberdelegate.h"

#include "core/chat/memberinfo.h"
#include "ui/models/rostermodel.h"
#include "ui/views/theme.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

MemberInfo makeMember(ReadyState state)
{
    MemberInfo member;
    member.id = 1;
    member.name = u"Mina"_s;
    member.address = u"192.168.0.12"_s;
    member.port = 50'000;
    member.subprotocol = u"echo"_s;
    member.readyState = state;
    member.roundTripMicroseconds = 3'100;
    return member;
}

} // namespace

class TestMemberDelegate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void detailLine_data();
    void detailLine();
    void fullTextHasEverything();
    void statesLookDifferent();
};

void TestMemberDelegate::detailLine_data()
{
    QTest::addColumn<MemberInfo>("member");
    QTest::addColumn<QString>("line");
    QTest::newRow("open") << makeMember(ReadyState::Open) << u"OPEN · 192.168.0.12 · echo · 3.1 ms"_s;
    MemberInfo plain = makeMember(ReadyState::Open);
    plain.subprotocol.clear();
    plain.roundTripMicroseconds = -1;
    QTest::newRow("open, nothing known") << plain << u"OPEN · 192.168.0.12"_s;
    QTest::newRow("closing") << makeMember(ReadyState::Closing) << u"CLOSING · 192.168.0.12 · echo"_s;
    MemberInfo closed = makeMember(ReadyState::Closed);
    closed.close = {CloseCode(4001), u"안녕"_s};
    QTest::newRow("closed with a reason") << closed << u"CLOSED 4001 · 안녕"_s;
    MemberInfo lost = makeMember(ReadyState::Closed);
    lost.close = {CloseCode::AbnormalClosure, {}};
    QTest::newRow("closed without one") << lost << u"CLOSED 1006 · Connection lost"_s;
}

void TestMemberDelegate::detailLine()
{
    QFETCH(const MemberInfo, member);
    QFETCH(const QString, line);
    QCOMPARE(MemberDelegate::detailLine(member), line);
}

void TestMemberDelegate::fullTextHasEverything()
{
    MemberInfo member = makeMember(ReadyState::Open);
    member.origin = u"http://192.168.0.7:3000"_s;
    member.userAgent = u"Browser/1.0"_s;
    member.octetsReceived = 2'048;
    const QString text = MemberDelegate::fullText(member);
    for (const QString &part : {u"Mina"_s, u"OPEN"_s, u"192.168.0.12:50000"_s, u"echo"_s, u"2.0 KiB"_s,
                                u"3.1 ms"_s, member.origin, member.userAgent})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestMemberDelegate::statesLookDifferent()
{
    const auto roster = std::make_shared<Roster>();
    RosterModel model(roster);
    const MemberDelegate delegate;
    QList<QImage> pictures;
    for (const ReadyState state :
         {ReadyState::Connecting, ReadyState::Open, ReadyState::Closing, ReadyState::Closed}) {
        roster->update(makeMember(state));
        model.refresh();
        QImage image(300, 48, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = lightPalette();
        delegate.paint(&painter, option, model.index(0));
        QVERIFY(!pictures.contains(image));
        pictures.append(image);
    }
}

QTEST_MAIN(TestMemberDelegate)
#include "tst_memberdelegate.moc"
