#include "ui/views/questiondialog.h"

#include "ui/views/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int dialogWidth = 52 * theme::unit;

} // namespace

QuestionDialog::QuestionDialog(const QString &title, const QString &explanation, const QString &action,
                               QWidget *parent)
    : QDialog(parent)
    , m_explanation(new QLabel(explanation, this))
    , m_content(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(dialogWidth);
    setWindowTitle(title);

    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    setCaptionLook(*m_explanation);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"dialogAccept"_s);
    setButtonLook(*m_accept, ButtonLook::Primary);
    cancel->setObjectName(u"dialogCancel"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * theme::unit, 3 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    layout->setSpacing(theme::unit);
    layout->addWidget(heading);
    layout->addWidget(m_explanation);
    layout->addLayout(m_content, 1);
    layout->addSpacing(theme::unit);
    layout->addWidget(buttons);
    m_content->setContentsMargins(0, 0, 0, 0);
    cancel->setFocus();
}

void QuestionDialog::setContent(QWidget *content)
{
    m_content->setContentsMargins(0, theme::unit, 0, 0);
    m_content->addWidget(content);
    content->setFocus();
}

void QuestionDialog::setExplanation(const QString &explanation)
{
    m_explanation->setText(explanation);
}

} // namespace confab
