#include "ui/views/roombanners.h"

#include "tests/ui/views/tooltips.h"
#include "ui/views/failurebanner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRoomBanners : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingAtFirst();
    void errorOffersAnotherStart();
    void endedHistorySaysThatTheRoomGoesOn();
    void refusedOriginCanBeAllowed();
    void otherRefusalsStayQuiet();
    void whatWasPutAwayStaysAway();
    void originIsShownAsText();
    void allowsTheOriginThatIsShown();
    void noSecondClickAnswersTheNextQuestion();
    void dismissedOriginStaysAwayUntilTheRoomStops();

private:
    FailureBanner *banner(const QString &name) const { return m_banners->findChild<FailureBanner *>(name); }
    static void click(const FailureBanner *banner, const QString &button)
    {
        QTest::mouseClick(banner->findChild<QPushButton *>(button), Qt::LeftButton);
    }
    void refuse(RefusalReason reason, const QString &origin = u"https://example.org"_s)
    {
        Refusal refusal;
        refusal.reason = reason;
        refusal.origin = origin;
        m_banners->showRefusal(refusal);
    }
    std::unique_ptr<RoomBanners> m_banners;
    FailureBanner *m_error = nullptr;
    FailureBanner *m_origin = nullptr;
};

void TestRoomBanners::init()
{
    m_banners = std::make_unique<RoomBanners>();
    m_error = banner(u"serverErrorBanner"_s);
    m_origin = banner(u"refusedOriginBanner"_s);
    QVERIFY(m_error && m_origin);
}

void TestRoomBanners::nothingAtFirst()
{
    QVERIFY(!m_error->isVisible());
    QVERIFY(!m_origin->isVisible());
    QVERIFY(m_banners->isHidden());
}

void TestRoomBanners::errorOffersAnotherStart()
{
    const QSignalSpy start(m_banners.get(), &RoomBanners::startRequested);
    m_banners->showError({ServerErrorKind::PortInUse, u"127.0.0.1"_s, 3000, {}, {}});
    QVERIFY(m_error->isVisible());
    QVERIFY(m_error->accessibleDescription().contains("3000"_L1));
    click(m_error, u"failureAction"_s);
    QCOMPARE(start.size(), 1);
    m_banners->clearError();
    QVERIFY(!m_error->isVisible());
}

void TestRoomBanners::endedHistorySaysThatTheRoomGoesOn()
{
    const ServerError error{ServerErrorKind::HistoryStalled, {}, 0, {}, u"/a/room.sqlite"_s};
    m_banners->showHistoryEnd(error);
    QVERIFY(m_error->accessibleDescription().contains("The room goes on"_L1));
    QVERIFY(m_error->accessibleDescription().contains("/a/room.sqlite"_L1));
    auto *const action = m_error->findChild<QPushButton *>(u"failureAction"_s);
    QVERIFY(action->toolTip().contains("disconnected"_L1));
    m_banners->clearHistoryEnd();
    QVERIFY(!m_error->isVisible());
    m_banners->showError(error);
    m_banners->clearHistoryEnd(); // of another kind
    QVERIFY(m_error->isVisible());
    QVERIFY(m_error->accessibleDescription().contains("could not start"_L1));
    QVERIFY(!action->toolTip().contains("disconnected"_L1));
}

void TestRoomBanners::refusedOriginCanBeAllowed()
{
    QSignalSpy allowed(m_banners.get(), &RoomBanners::originAllowed);
    refuse(RefusalReason::OriginForbidden);
    QVERIFY(m_origin->isVisible());
    click(m_origin, u"failureAction"_s);
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed.first().first().toByteArray(), QByteArray("https://example.org"));
    QVERIFY(!m_origin->isVisible());
    QVERIFY(m_banners->isHidden());
}

void TestRoomBanners::otherRefusalsStayQuiet()
{
    for (int reason = 0; reason < refusalReasonCount; ++reason) {
        if (RefusalReason(reason) != RefusalReason::OriginForbidden)
            refuse(RefusalReason(reason));
    }
    QVERIFY(!m_origin->isVisible());
}

void TestRoomBanners::whatWasPutAwayStaysAway()
{
    refuse(RefusalReason::OriginForbidden);
    m_banners->showError({ServerErrorKind::PortInUse, u"127.0.0.1"_s, 3000, {}, {}});
    click(m_origin, u"failureDismiss"_s);
    QVERIFY(!m_origin->isVisible());
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_banners.get(), &event);
    QVERIFY(m_error->isVisible());
    QVERIFY(!m_origin->isVisible());
}

void TestRoomBanners::originIsShownAsText()
{
    refuse(RefusalReason::OriginForbidden, imageTag);
    const auto *action = m_origin->findChild<QPushButton *>(u"failureAction"_s);
    QVERIFY2(readIn(action->toolTip()).contains(imageTag), qPrintable(action->toolTip()));
    QVERIFY(action->accessibleDescription().contains(imageTag));
}

void TestRoomBanners::allowsTheOriginThatIsShown()
{
    QSignalSpy allowed(m_banners.get(), &RoomBanners::originAllowed);
    refuse(RefusalReason::OriginForbidden, u"https://good.example"_s);
    refuse(RefusalReason::OriginForbidden, u"https://evil.example"_s);
    QVERIFY(m_origin->accessibleDescription().contains("https://good.example"_L1));
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_banners.get(), &event);
    QVERIFY(m_origin->accessibleDescription().contains("https://good.example"_L1));
    click(m_origin, u"failureAction"_s);
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed.first().first().toByteArray(), QByteArray("https://good.example"));
    QTRY_VERIFY(m_origin->isVisible());
    QVERIFY(m_origin->accessibleDescription().contains("https://evil.example"_L1));
    click(m_origin, u"failureDismiss"_s);
    QCOMPARE(allowed.size(), 1);
}

void TestRoomBanners::noSecondClickAnswersTheNextQuestion()
{
    const QSignalSpy allowed(m_banners.get(), &RoomBanners::originAllowed);
    refuse(RefusalReason::OriginForbidden, u"https://good.example"_s);
    refuse(RefusalReason::OriginForbidden, u"https://evil.example"_s);
    click(m_origin, u"failureAction"_s);
    refuse(RefusalReason::OriginForbidden, u"https://other.example"_s);
    QVERIFY(!m_origin->isVisible());
    QCOMPARE(allowed.size(), 1);
}

void TestRoomBanners::dismissedOriginStaysAwayUntilTheRoomStops()
{
    refuse(RefusalReason::OriginForbidden, u"https://first.example"_s);
    click(m_origin, u"failureDismiss"_s);
    refuse(RefusalReason::OriginForbidden, u"https://first.example"_s);
    refuse(RefusalReason::OriginForbidden, u"https://second.example"_s);
    QTRY_VERIFY(m_origin->isVisible());
    QVERIFY(m_origin->accessibleDescription().contains("https://second.example"_L1));
    m_banners->forgetRefusals();
    QVERIFY(!m_origin->isVisible());
    refuse(RefusalReason::OriginForbidden, u"https://first.example"_s);
    QTRY_VERIFY(m_origin->isVisible());
    QVERIFY(m_origin->accessibleDescription().contains("https://first.example"_L1));
}

QTEST_MAIN(TestRoomBanners)
#include "tst_roombanners.moc"
