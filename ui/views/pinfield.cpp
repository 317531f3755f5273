#include "ui/views/pinfield.h"

#include "server/pin.h"
#include "ui/views/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// A PIN may be written in groups.
QByteArray typedIn(const QLineEdit &edit)
{
    return edit.text().remove(u' ').toUtf8();
}

} // namespace

PinField::PinField(QWidget *parent)
    : QWidget(parent)
    , m_asked(new QCheckBox(this))
    , m_edit(new QLineEdit(this))
    , m_make(new QPushButton(themeIcon(u"view-refresh"_s), {}, this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"pinField"_s);
    m_asked->setObjectName(u"askForPin"_s);
    m_edit->setObjectName(u"pin"_s);
    m_make->setObjectName(u"makePin"_s);
    m_hint->setObjectName(u"pinHint"_s);
    m_edit->setFont(payloadFont());
    m_edit->setAlignment(Qt::AlignRight);
    const auto widthOf = [this](int digits) {
        return m_edit->fontMetrics().horizontalAdvance(QString(digits, u'0'));
    };
    m_edit->setMinimumWidth(widthOf(PinLength::made + 3));
    m_edit->setMaximumWidth(widthOf(PinLength::max + 2));
    setButtonLook(*m_make, ButtonLook::Quiet);
    for (QWidget *widget : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_make)}) {
        QSizePolicy policy = widget->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // the line is as high without them
        widget->setSizePolicy(policy);
    }
    m_hint->setWordWrap(true);
    setCaptionLook(*m_hint);
    // What is below must not move while it is clicked at: with the focus, another hint comes.
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop);

    auto *line = new QHBoxLayout;
    line->addWidget(m_asked);
    line->addStretch();
    line->addWidget(m_edit);
    line->addWidget(m_make);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addLayout(line);
    layout->addWidget(m_hint);

    connect(m_asked, &QCheckBox::clicked, this, &PinField::toggle);
    connect(m_edit, &QLineEdit::editingFinished, this, &PinField::commit);
    connect(m_edit, &QLineEdit::textChanged, this, &PinField::showHint);
    connect(m_make, &QPushButton::clicked, this, [this] { choose(makePin()); });
    setPin({});
    retranslate();
}

void PinField::setPin(const QByteArray &pin)
{
    if (!pin.isEmpty() && (pin != m_pin || pin == typedIn(*m_edit)))
        m_edit->setText(QString::fromLatin1(pin));
    m_pin = pin;
    const bool asked = !pin.isEmpty();
    m_asked->setChecked(asked);
    m_edit->setVisible(asked);
    m_make->setVisible(asked);
    showHint();
}

void PinField::commit()
{
    const QByteArray typed = typedIn(*m_edit);
    if (!m_pin.isEmpty() && typed != m_pin && isPin(typed))
        choose(typed);
    showHint();
}

void PinField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PinField::choose(const QByteArray &pin)
{
    setPin(pin);
    Q_EMIT pinChosen(pin);
}

/// The PIN that was asked for before is the one that people know.
void PinField::toggle(bool asked)
{
    const QByteArray before = typedIn(*m_edit);
    if (!asked)
        choose({});
    else
        choose(isPin(before) ? before : makePin());
}

void PinField::showHint()
{
    const QByteArray typed = typedIn(*m_edit);
    QString hint;
    if (!m_pin.isEmpty() && !isPin(typed))
        hint = tr("A PIN has 4 to 12 digits. Until then it is %1.").arg(QString::fromLatin1(m_pin));
    else if (!m_pin.isEmpty() && typed != m_pin)
        hint = tr("Press Return to take this PIN.");
    else if (!m_pin.isEmpty())
        hint = tr("The link and its QR code carry the PIN. Who is in stays.");
    m_hint->setText(hint);
    m_hint->setHidden(hint.isEmpty());
}

void PinField::retranslate()
{
    m_asked->setText(tr("Ask for a PIN"));
    m_asked->setToolTip(tr("Whoever joins has to know these digits, or to have the link"));
    m_edit->setAccessibleName(tr("PIN"));
    m_make->setToolTip(tr("Make a new PIN"));
    m_make->setAccessibleName(m_make->toolTip());
    showHint();
}

} // namespace confab
