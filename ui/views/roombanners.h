#pragma once

#include "server/roomserver.h"

#include <QWidget>

namespace confab {

class FailureBanner;

/// What the room has to say above the centre: why it could not open, and which page it refused. Decides
/// nothing.
class RoomBanners : public QWidget
{
    Q_OBJECT
public:
    explicit RoomBanners(QWidget *parent = nullptr);

    void showError(const ServerError &error);
    void clearError();
    /// Refusals for other reasons than their origin are not shown: the wire has them.
    void showRefusal(const Refusal &refusal);

Q_SIGNALS:
    void startRequested();
    void originAllowed(const QByteArray &origin);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    FailureBanner *m_errorBanner;
    FailureBanner *m_originBanner;
    ServerError m_error;
    Refusal m_refusal;
};

} // namespace confab
