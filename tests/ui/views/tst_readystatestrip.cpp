#include "ui/views/readystatestrip.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestReadyStateStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingBeforeTheFirstConnection();
    void eachState_data();
    void eachState();
    void outcomeStandsBehindClosed();
};

void TestReadyStateStrip::nothingBeforeTheFirstConnection()
{
    ReadyStateStrip strip;
    QVERIFY(!strip.present());
    for (const ReadyState state :
         {ReadyState::Connecting, ReadyState::Open, ReadyState::Closing, ReadyState::Closed})
        QCOMPARE(strip.timeText(state), QString());
    QCOMPARE(strip.outcomeText(), QString());
    QVERIFY(!strip.accessibleName().isEmpty());
    QVERIFY(strip.accessibleDescription().contains("Not connected"_L1));
}

void TestReadyStateStrip::eachState_data()
{
    QTest::addColumn<ReadyState>("present");
    QTest::addColumn<QStringList>("times");
    QTest::newRow("CONNECTING") << ReadyState::Connecting << QStringList{u"0.0 ms"_s, {}, {}, {}};
    QTest::newRow("OPEN") << ReadyState::Open << QStringList{u"0.0 ms"_s, u"3.1 ms"_s, {}, {}};
    QTest::newRow("CLOSING") << ReadyState::Closing
                             << QStringList{u"0.0 ms"_s, u"3.1 ms"_s, u"20.0 ms"_s, {}};
    QTest::newRow("CLOSED") << ReadyState::Closed
                            << QStringList{u"0.0 ms"_s, u"3.1 ms"_s, u"20.0 ms"_s, u"20.5 ms"_s};
}

void TestReadyStateStrip::eachState()
{
    QFETCH(ReadyState, present);
    QFETCH(QStringList, times);
    constexpr std::array<qint64, 4> all{1'000'000, 1'003'100, 1'020'000, 1'020'500};
    std::array<qint64, 4> entered{};
    for (std::size_t i = 0; i <= std::size_t(present); ++i)
        entered[i] = all[i];

    ReadyStateStrip strip;
    strip.resize(320, strip.sizeHint().height());
    const QImage before = strip.grab().toImage();
    strip.setStates(present, entered);
    QCOMPARE(strip.present(), std::optional(present));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(strip.timeText(ReadyState(i)), times[i]);
    QVERIFY(strip.accessibleDescription().startsWith(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(strip.grab().toImage() != before);

    // The emphasis alone tells the present state from the others.
    const QImage emphasised = strip.grab().toImage();
    strip.setStates(std::nullopt, entered);
    QVERIFY(strip.grab().toImage() != emphasised);
}

void TestReadyStateStrip::outcomeStandsBehindClosed()
{
    ReadyStateStrip strip;
    strip.setStates(ReadyState::Closed, {1, 2, 0, 3});
    strip.setOutcome(u"1006 · connection lost"_s);
    QCOMPARE(strip.outcomeText(), u"CLOSED 1006 · connection lost"_s);
    QCOMPARE(strip.timeText(ReadyState::Closing), QString());
    QVERIFY(strip.accessibleDescription().contains("CLOSED 1006"_L1));
}

QTEST_MAIN(TestReadyStateStrip)
#include "tst_readystatestrip.moc"
