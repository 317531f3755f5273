#include "ui/views/headerbar.h"

#include "ui/views/statelamp.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestHeaderBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void countIsShown();
    void linkCanBeCopied();
    void qrIsAskedFor();
};

void TestHeaderBar::states_data()
{
    QTest::addColumn<RoomServer::State>("state");
    QTest::addColumn<ReadyState>("lamp");
    QTest::addColumn<bool>("starts");
    QTest::addColumn<bool>("stops");
    QTest::newRow("stopped") << RoomServer::State::Stopped << ReadyState::Closed << true << false;
    QTest::newRow("starting") << RoomServer::State::Starting << ReadyState::Connecting << false << true;
    QTest::newRow("listening") << RoomServer::State::Listening << ReadyState::Open << false << true;
    QTest::newRow("stopping") << RoomServer::State::Stopping << ReadyState::Closing << false << false;
}

void TestHeaderBar::states()
{
    QFETCH(const RoomServer::State, state);
    QFETCH(const ReadyState, lamp);
    QFETCH(const bool, starts);
    QFETCH(const bool, stops);
    HeaderBar bar;
    bar.show();
    const QSignalSpy start(&bar, &HeaderBar::startRequested);
    const QSignalSpy stop(&bar, &HeaderBar::stopRequested);
    bar.setServerState(state);
    QCOMPARE(bar.findChild<StateLamp *>(u"listeningLamp"_s)->readyState(), lamp);
    QVERIFY(!bar.findChild<QLabel *>(u"listeningText"_s)->text().isEmpty());
    QTest::mouseClick(bar.findChild<QPushButton *>(u"startStop"_s), Qt::LeftButton);
    QCOMPARE(start.size(), starts ? 1 : 0);
    QCOMPARE(stop.size(), stops ? 1 : 0);
}

void TestHeaderBar::countIsShown()
{
    HeaderBar bar;
    bar.setServerState(RoomServer::State::Listening);
    bar.setClientCount(12);
    const QString words = bar.findChild<QLabel *>(u"listeningText"_s)->text();
    QVERIFY2(words.contains("Listening"_L1) && words.contains("12"_L1), qPrintable(words));
}

void TestHeaderBar::linkCanBeCopied()
{
    HeaderBar bar;
    bar.show();
    auto *copy = bar.findChild<QPushButton *>(u"copyLink"_s);
    const auto *link = bar.findChild<QLabel *>(u"joinLink"_s);
    QVERIFY(!copy->isVisible());
    bar.setLink(u"http://192.168.0.7:3000/"_s);
    QVERIFY(copy->isVisible());
    QCOMPARE(link->text(), u"http://192.168.0.7:3000/"_s);
    QVERIFY(link->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    const int width = copy->sizeHint().width();
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://192.168.0.7:3000/"_s);
    QCOMPARE(copy->sizeHint().width(), width);
    bar.setLink({});
    QVERIFY(!copy->isVisible());
}

void TestHeaderBar::qrIsAskedFor()
{
    HeaderBar bar;
    bar.show();
    bar.setLink(u"http://192.168.0.7:3000/"_s);
    const QSignalSpy asked(&bar, &HeaderBar::qrRequested);
    QTest::mouseClick(bar.findChild<QPushButton *>(u"showQr"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestHeaderBar)
#include "tst_headerbar.moc"
