#include "ui/views/limitsdialog.h"

#include "ui/text/limittext.h"
#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int dialogWidth = 60 * theme::unit;
constexpr int dialogHeight = 72 * theme::unit;

} // namespace

LimitsDialog::LimitsDialog(const ServerPolicy &policy, QWidget *parent)
    : QDialog(parent)
    , m_policy(policy)
{
    setObjectName(u"limitsDialog"_s);
    setModal(true);
    setWindowTitle(tr("Limits"));
    resize(dialogWidth, dialogHeight);

    auto *explanation = new QLabel(
        tr("What the server takes from its clients. Nobody who behaves should ever meet one of these."),
        this);
    explanation->setWordWrap(true);
    setCaptionLook(*explanation);

    auto *rows = new QWidget;
    auto *form = new QFormLayout(rows);
    form->setContentsMargins(0, 0, theme::unit, 0);
    form->setVerticalSpacing(theme::unit);
    for (const LimitRule &rule : limitRules()) {
        QSpinBox *field = makeField(rule);
        auto *label = new QLabel(limitLabel(rule.limit), rows);
        label->setToolTip(field->toolTip());
        label->setBuddy(field);
        form->addRow(label, field);
        m_fields.append(field);
    }
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(rows);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *accept = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"dialogAccept"_s);
    setButtonLook(*accept, ButtonLook::Primary);
    QPushButton *defaults = buttons->addButton(tr("Defaults"), QDialogButtonBox::ResetRole);
    defaults->setObjectName(u"dialogDefaults"_s);
    defaults->setAutoDefault(false);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"dialogCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(defaults, &QPushButton::clicked, this, &LimitsDialog::showDefaults);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * theme::unit, 3 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    layout->setSpacing(2 * theme::unit);
    layout->addWidget(explanation);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
}

ServerPolicy LimitsDialog::policy() const
{
    ServerPolicy policy = m_policy;
    for (const LimitRule &rule : limitRules()) {
        // What was left alone keeps what it has, which may be finer than a field shows.
        const qint64 value = m_fields.at(int(rule.limit))->value();
        if (value != rule.value(policy))
            setLimit(policy, rule, value);
    }
    return policy;
}

QSpinBox *LimitsDialog::makeField(const LimitRule &rule)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(QString::fromLatin1(rule.name));
    guardFromWheel(*field);
    field->setRange(int(rule.min), int(rule.max));
    field->setGroupSeparatorShown(true);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setSuffix(limitSuffix(rule.unit));
    if (rule.min == 0)
        field->setSpecialValueText(limitZeroText(rule.limit));
    field->setValue(int(rule.value(m_policy)));
    field->setToolTip(limitExplanation(rule.limit) + u'\n' +
                      tr("Default: %1").arg(limitValueText(rule, defaultOf(rule))));
    field->setAccessibleName(limitLabel(rule.limit));
    field->setAccessibleDescription(limitExplanation(rule.limit));
    return field;
}

void LimitsDialog::showDefaults()
{
    for (const LimitRule &rule : limitRules())
        m_fields.at(int(rule.limit))->setValue(int(defaultOf(rule)));
}

} // namespace confab
