#include "ui/views/qrcodepopup.h"

#include "ui/views/copybutton.h"
#include "ui/views/qrcodeview.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

QrCodePopup::QrCodePopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_code(new QrCodeView(this))
    , m_link(new QLabel(this))
    , m_copy(new CopyButton(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"qrCodePopup"_s);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_code->setObjectName(u"qrCode"_s);
    m_link->setObjectName(u"qrCodeLink"_s);
    m_link->setFont(payloadFont());
    m_link->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_hint->setWordWrap(true);
    setCaptionLook(*m_hint);
    m_hint->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::paneMargin, theme::paneMargin, theme::paneMargin, theme::paneMargin);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_code, 1);
    layout->addWidget(m_link, 0, Qt::AlignHCenter);
    layout->addWidget(m_hint);
    layout->addWidget(m_copy, 0, Qt::AlignHCenter);
    retranslate();
}

void QrCodePopup::showLink(const QString &link, bool localOnly, QWidget *anchor)
{
    m_localOnly = localOnly;
    m_code->setText(link);
    m_link->setText(link);
    m_copy->setContent(link);
    retranslate();
    adjustSize();
    QPoint place = anchor->mapToGlobal(QPoint(0, anchor->height() + theme::halfUnit));
    const QRect screen = anchor->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_copy->setFocus(Qt::PopupFocusReason);
}

void QrCodePopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void QrCodePopup::retranslate()
{
    setAccessibleName(tr("QR code of the join link"));
    m_code->setAccessibleName(tr("QR code of %1").arg(m_code->text()));
    m_hint->setText(m_localOnly ? tr("This link works on this computer alone. For phones, choose “This "
                                     "network” and a link with a network "
                                     "address.")
                                : tr("Point a phone’s camera at it. The phone must be on the same network."));
}

} // namespace confab
