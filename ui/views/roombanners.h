#pragma once

#include "server/roomserver.h"
#include "ui/views/originquestions.h"

#include <QTimer>
#include <QWidget>

namespace confab {

class FailureBanner;

/// What the room has to say above the centre: why it could not open or goes on without its history,
/// and which page it refused, one at a time. Decides nothing.
class RoomBanners : public QWidget
{
    Q_OBJECT
public:
    explicit RoomBanners(QWidget *parent = nullptr);

    void showError(const ServerError &error);
    void showHistoryEnd(const ServerError &error);
    void clearError();
    /// The room has stopped: nothing goes on any more.
    void clearHistoryEnd();
    /// Refusals for other reasons than their origin are not shown: the wire has them. Others of the same
    /// origin are not either, once it was put away.
    void showRefusal(const Refusal &refusal);
    /// For when the room has stopped: also what was put away may come again.
    void forgetRefusals();

Q_SIGNALS:
    void startRequested();
    void originAllowed(const QByteArray &origin);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showErrorBanner();
    void ask();
    void askNextLater();

    FailureBanner *m_errorBanner;
    FailureBanner *m_originBanner;
    ServerError m_error;
    bool m_isRunning = false; ///< with m_error
    OriginQuestions m_questions;
    QTimer m_pause; ///< between an answer and the next question
};

} // namespace confab
