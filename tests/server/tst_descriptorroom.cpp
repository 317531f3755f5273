#include "server/descriptorroom.h"

#include <QTest>

using namespace confab;

class TestDescriptorRoom : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheLast_data()
    {
        QTest::addColumn<int>("descriptor");
        QTest::addColumn<int>("limit");
        QTest::addColumn<DescriptorRoom>("room");
        QTest::newRow("no limit") << 1'000'000 << 0 << DescriptorRoom::Enough;
        QTest::newRow("first") << 7 << 1024 << DescriptorRoom::Enough;
        QTest::newRow("last of enough") << 959 << 1024 << DescriptorRoom::Enough;
        QTest::newRow("first scarce") << 960 << 1024 << DescriptorRoom::Scarce;
        QTest::newRow("last scarce") << 991 << 1024 << DescriptorRoom::Scarce;
        QTest::newRow("first of the very last") << 992 << 1024 << DescriptorRoom::Gone;
        QTest::newRow("last") << 1023 << 1024 << DescriptorRoom::Gone;
        QTest::newRow("small limit, enough") << 47 << 64 << DescriptorRoom::Enough;
        QTest::newRow("small limit, scarce") << 48 << 64 << DescriptorRoom::Scarce;
        QTest::newRow("small limit, gone") << 56 << 64 << DescriptorRoom::Gone;
        QTest::newRow("limit that was lowered") << 100 << 64 << DescriptorRoom::Gone;
    }
    void keepsTheLast()
    {
        QFETCH(const int, descriptor);
        QFETCH(const int, limit);
        QFETCH(const DescriptorRoom, room);
        QCOMPARE(descriptorRoom(descriptor, quint64(limit)), room);
    }

    void knowsTheLimit()
    {
#ifdef Q_OS_UNIX
        QVERIFY(descriptorLimit() > 0);
#else
        QCOMPARE(descriptorLimit(), 0u);
#endif
    }
};

QTEST_GUILESS_MAIN(TestDescriptorRoom)
#include "tst_descriptorroom.moc"
