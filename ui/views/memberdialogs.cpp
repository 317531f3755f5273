#include "ui/views/memberdialogs.h"

#include "ui/views/closecodeeditor.h"
#include "ui/views/composedtext.h"
#include "ui/views/messageedit.h"
#include "ui/views/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int dialogWidth = 52 * theme::unit;

/// Title, the dialog's own widget, and Cancel beside the one accented button.
QPushButton *layOut(QDialog &dialog, const QString &title, const QString &hint, QWidget *content,
                    const QString &action)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setModal(true);
    dialog.setMinimumWidth(dialogWidth);
    dialog.setWindowTitle(title);

    auto *heading = new QLabel(title, &dialog);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    auto *explanation = new QLabel(hint, &dialog);
    explanation->setWordWrap(true);
    setCaptionLook(*explanation);

    auto *buttons = new QDialogButtonBox(&dialog);
    QPushButton *accept = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"dialogAccept"_s);
    setButtonLook(*accept, ButtonLook::Primary);
    buttons->addButton(QDialog::tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"dialogCancel"_s);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);

    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(3 * theme::unit, 3 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    layout->setSpacing(theme::unit);
    layout->addWidget(heading);
    layout->addWidget(explanation);
    layout->addSpacing(theme::unit);
    layout->addWidget(content, 1);
    layout->addSpacing(theme::unit);
    layout->addWidget(buttons);
    content->setFocus();
    return accept;
}

} // namespace

CloseMemberDialog::CloseMemberDialog(const MemberInfo &member, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"closeMemberDialog"_s);
    auto *editor = new CloseCodeEditor(this);
    QPushButton *accept =
        layOut(*this, tr("Close the connection to %1").arg(member.name),
               tr("The closing handshake gives them this code and reason."), editor, tr("Close"));
    const auto choose = [this, editor, id = member.id] {
        if (const auto status = editor->status()) {
            Q_EMIT chosen(id, *status);
            QDialog::accept();
        }
    };
    connect(accept, &QPushButton::clicked, this, choose);
    connect(editor, &CloseCodeEditor::accepted, this, choose);
    connect(editor, &CloseCodeEditor::statusChanged, accept,
            [accept, editor] { accept->setEnabled(editor->status().has_value()); });
}

SendToMemberDialog::SendToMemberDialog(const MemberInfo &member, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"sendToMemberDialog"_s);
    auto *edit = new MessageEdit(this);
    edit->setObjectName(u"sendToMemberText"_s);
    edit->setAccessibleName(tr("Text to send"));
    edit->setMinimumHeight(10 * theme::unit);
    QPushButton *accept = layOut(*this, tr("Send to %1 alone").arg(member.name),
                                 tr("The text goes to this connection exactly as it is, and to nobody else."),
                                 edit, tr("Send"));
    const auto choose = [this, edit, id = member.id] {
        commitComposition(*edit);
        Q_EMIT chosen(id, composedText(*edit));
        QDialog::accept();
    };
    connect(accept, &QPushButton::clicked, this, choose);
    connect(edit, &MessageEdit::sendRequested, this, choose);
}

} // namespace confab
