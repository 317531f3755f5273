#include "core/wire/bound.h"

#include <QTest>

using namespace confab;

class TestBound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorsOfLimitsHaveTheirBound();
    void namesAreStable_data();
    void namesAreStable();
};

void TestBound::errorsOfLimitsHaveTheirBound()
{
    QCOMPARE(boundOf(WireError::FrameTooBig), Bound::FrameSize);
    QCOMPARE(boundOf(WireError::MessageTooBig), Bound::MessageSize);
    QCOMPARE(boundOf(WireError::TooManyFragments), Bound::Fragments);
    for (int error = 0; error < int(WireError::FrameTooBig); ++error)
        QCOMPARE(boundOf(WireError(error)), Bound::None);
}

/// Programs compare them.
void TestBound::namesAreStable_data()
{
    QTest::addColumn<Bound>("bound");
    QTest::addColumn<QByteArray>("name");
    constexpr const char *names[boundCount] = {"",          "frame-size",          "message-size",
                                               "fragments", "unfinished-size",     "queue-size",
                                               "pong-time", "messages-per-second", "bytes-per-second"};
    for (int i = 0; i < boundCount; ++i)
        QTest::addRow("%d %s", i, names[i]) << Bound(i) << QByteArray(names[i]);
}

void TestBound::namesAreStable()
{
    QFETCH(const Bound, bound);
    QTEST(boundName(bound).toByteArray(), "name");
}

QTEST_APPLESS_MAIN(TestBound)
#include "tst_bound.moc"
