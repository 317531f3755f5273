#include "ui/views/roomcomposer.h"

#include "ui/views/composedtext.h"
#include "ui/views/controlpainting.h"
#include "ui/views/messageedit.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace confab {

RoomComposer::RoomComposer(QWidget *parent)
    : QWidget(parent)
    , m_edit(new MessageEdit(this))
    , m_send(new QPushButton(this))
{
    setObjectName(u"roomComposer"_s);
    m_edit->setObjectName(u"roomMessage"_s);
    m_send->setObjectName(u"roomSend"_s);
    setButtonLook(*m_send, ButtonLook::Primary);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::halfUnit + 1, theme::halfUnit + 1, theme::halfUnit + 1);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_edit, 1, Qt::AlignVCenter);
    layout->addWidget(m_send, 0, Qt::AlignBottom);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);

    connect(m_send, &QPushButton::clicked, this, &RoomComposer::send);
    connect(m_edit, &MessageEdit::sendRequested, this, &RoomComposer::send);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &RoomComposer::assess);
    retranslate();
    assess();
}

void RoomComposer::setSendingPossible(bool possible)
{
    m_possible = possible;
    retranslate();
    assess();
}

void RoomComposer::send()
{
    commitComposition(*m_edit);
    if (!m_send->isEnabled())
        return;
    const QString text = composedText(*m_edit);
    m_edit->clear();
    m_edit->setFocus();
    Q_EMIT composed(text);
}

void RoomComposer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool RoomComposer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void RoomComposer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_HasFocus, m_edit->hasFocus());
    drawField(painter, option);
}

void RoomComposer::assess()
{
    m_send->setEnabled(m_possible && !m_edit->toPlainText().trimmed().isEmpty());
}

void RoomComposer::retranslate()
{
    m_edit->setPlaceholderText(m_possible ? tr("Say something to everyone…")
                                          : tr("Once the room is open, speak to everyone here"));
    m_edit->setAccessibleName(tr("Message to everyone"));
    m_send->setText(tr("Send"));
    m_send->setToolTip(tr("Send to everyone in the room (Return; Shift+Return breaks the line)"));
}

} // namespace confab
