#include "ui/views/fingerprintview.h"

#include "ui/text/certificatetext.h"
#include "ui/views/copybutton.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace confab {

FingerprintView::FingerprintView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_fingerprint(new QLabel(this))
    , m_copy(new CopyButton(this))
{
    setObjectName(u"fingerprintView"_s);
    m_fingerprint->setObjectName(u"fingerprint"_s);
    m_copy->setObjectName(u"copyFingerprint"_s);
    setCaptionLook(*m_title);
    m_fingerprint->setFont(payloadFont());
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setIconOnly();
    setButtonLook(*m_copy, ButtonLook::Quiet);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_copy, 0, 1, Qt::AlignRight);
    layout->addWidget(m_fingerprint, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    retranslate();
    hide();
}

void FingerprintView::setFingerprint(const QByteArray &fingerprint)
{
    m_fingerprint->setText(fingerprintText(fingerprint));
    m_copy->setContent(QString::fromLatin1(fingerprint));
    setVisible(!fingerprint.isEmpty());
}

void FingerprintView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FingerprintView::retranslate()
{
    m_title->setText(tr("Certificate’s fingerprint (SHA-256)"));
    m_fingerprint->setAccessibleName(m_title->text());
    m_copy->setPurpose(tr("Copy the fingerprint"));
    m_fingerprint->setToolTip(
        tr("Browsers warn about a certificate that was made here. It is this room’s if they show this "
           "fingerprint."));
}

} // namespace confab
