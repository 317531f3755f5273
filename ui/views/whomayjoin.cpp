#include "ui/views/whomayjoin.h"

#include "server/everynetwork.h"
#include "ui/views/flowlayout.h"
#include "ui/views/theme.h"

#include <QEvent>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

WhoMayJoin::WhoMayJoin(QWidget *parent)
    : QWidget(parent)
    , m_computer(new QRadioButton(this))
    , m_network(new QRadioButton(this))
    , m_other(new QRadioButton(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"whoMayJoin"_s);
    m_computer->setObjectName(u"thisComputer"_s);
    m_network->setObjectName(u"thisNetwork"_s);
    m_other->setObjectName(u"thisAddress"_s);
    m_note->setObjectName(u"whoMayJoinNote"_s);
    m_note->setWordWrap(true);
    setCaptionLook(*m_note);
    m_note->hide();
    m_other->hide();

    auto *choices = new FlowLayout(theme::unit);
    for (QRadioButton *choice : {m_computer, m_network, m_other})
        choices->addWidget(choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit);
    layout->addLayout(choices);
    layout->addWidget(m_note);

    for (QRadioButton *choice : {m_computer, m_network, m_other})
        connect(choice, &QRadioButton::clicked, this, [this] { Q_EMIT addressChosen(address()); });
    retranslate();
}

void WhoMayJoin::setAddress(const QHostAddress &address)
{
    if (isEveryNetwork(address)) {
        m_network->setChecked(true);
    } else if (address.isLoopback()) {
        m_computer->setChecked(true);
    } else {
        m_given = address;
        m_other->setChecked(true);
        m_other->show();
        retranslate();
    }
}

QHostAddress WhoMayJoin::address() const
{
    if (m_other->isChecked())
        return m_given;
    return QHostAddress(m_network->isChecked() ? QHostAddress::Any : QHostAddress::LocalHost);
}

void WhoMayJoin::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
}

void WhoMayJoin::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WhoMayJoin::retranslate()
{
    setAccessibleName(tr("Who may join"));
    m_computer->setText(tr("This computer"));
    m_computer->setToolTip(tr("Only programs and browsers on this computer can join"));
    m_network->setText(tr("This network"));
    m_network->setToolTip(tr("Phones and computers on the same network can join"));
    m_other->setText(tr("Address %1").arg(m_given.toString()));
    m_other->setToolTip(tr("Whoever reaches this address of the computer can join"));
}

} // namespace confab
