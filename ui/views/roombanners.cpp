#include "ui/views/roombanners.h"

#include "ui/text/refusaltext.h"
#include "ui/text/servererrortext.h"
#include "ui/views/failurebanner.h"
#include "ui/views/theme.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

RoomBanners::RoomBanners(QWidget *parent)
    : QWidget(parent)
    , m_errorBanner(new FailureBanner(this))
    , m_originBanner(new FailureBanner(this))
{
    setObjectName(u"roomBanners"_s);
    m_errorBanner->setObjectName(u"serverErrorBanner"_s);
    m_originBanner->setObjectName(u"refusedOriginBanner"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::unit, theme::unit, 0);
    layout->setSpacing(theme::unit);
    for (FailureBanner *banner : {m_errorBanner, m_originBanner}) {
        layout->addWidget(banner);
        banner->installEventFilter(this);
    }
    hide();

    connect(m_errorBanner, &FailureBanner::actionTriggered, this, &RoomBanners::startRequested);
    connect(m_originBanner, &FailureBanner::actionTriggered, this, [this] {
        const QString origin = m_questions.takeCurrent();
        m_originBanner->clear();
        askNextLater();
        Q_EMIT originAllowed(origin.toUtf8());
    });
    connect(m_originBanner, &FailureBanner::dismissed, this, [this] {
        m_questions.putOffCurrent();
        askNextLater();
    });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RoomBanners::ask);
}

void RoomBanners::showError(const ServerError &error)
{
    m_error = error;
    m_isRunning = false;
    showErrorBanner();
}

void RoomBanners::showHistoryEnd(const ServerError &error)
{
    m_error = error;
    m_isRunning = true;
    showErrorBanner();
}

void RoomBanners::clearError()
{
    m_errorBanner->clear();
}

void RoomBanners::clearHistoryEnd()
{
    if (m_isRunning)
        clearError();
}

void RoomBanners::showRefusal(const Refusal &refusal)
{
    if (refusal.reason != RefusalReason::OriginForbidden)
        return;
    m_questions.add(refusal);
    if (!m_originBanner->isShowing() && !m_pause.isActive())
        ask();
}

void RoomBanners::forgetRefusals()
{
    m_questions.clear();
    m_pause.stop();
    m_originBanner->clear();
}

void RoomBanners::showErrorBanner()
{
    m_errorBanner->showFailure(m_isRunning ? historyEndText(m_error) : serverErrorText(m_error));
    m_errorBanner->setAction(m_isRunning ? tr("Restart") : tr("Try again"),
                             m_isRunning ? tr("Start the room again; everyone is disconnected once")
                                         : tr("Start the room again"));
}

void RoomBanners::ask()
{
    const Refusal *refusal = m_questions.current();
    if (!refusal)
        return;
    m_originBanner->showFailure(refusalText(*refusal));
    m_originBanner->setAction(tr("Allow this origin"),
                              tr("Let pages of %1 join from now on").arg(refusal->origin));
}

/// The second click of a double one must not answer the next question.
void RoomBanners::askNextLater()
{
    m_pause.start(QApplication::doubleClickInterval());
}

bool RoomBanners::eventFilter(QObject *watched, QEvent *event)
{
    // Banners hide themselves; without any there is no margin either.
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        setVisible(m_errorBanner->isShowing() || m_originBanner->isShowing());
    return QWidget::eventFilter(watched, event);
}

void RoomBanners::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // What was put away stays away.
        if (m_errorBanner->isShowing())
            showErrorBanner();
        if (m_originBanner->isShowing())
            ask();
    }
    QWidget::changeEvent(event);
}

} // namespace confab
