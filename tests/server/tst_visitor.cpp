#include "server/visitor.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestVisitor : public QObject
{
    Q_OBJECT

private slots:
    void writesItsAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("IPv4") << u"192.0.2.7"_s << u"192.0.2.7:80"_s;
        QTest::newRow("IPv6") << u"2001:db8::7"_s << u"[2001:db8::7]:80"_s;
    }
    void writesItsAddress()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, text);
        Visitor visitor;
        visitor.id = 4;
        visitor.address = QHostAddress(address);
        visitor.port = 80;
        QCOMPARE(visitor.addressText(), text);
        QCOMPARE(visitor.peer().connection, ConnectionId(4));
        QCOMPARE(visitor.peer().name, text);
    }
};

QTEST_GUILESS_MAIN(TestVisitor)
#include "tst_visitor.moc"
