#include "ui/views/memberdialogs.h"

#include "ui/views/closecodeeditor.h"
#include "ui/views/composedtext.h"
#include "ui/views/messageedit.h"
#include "ui/views/theme.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace confab {

CloseMemberDialog::CloseMemberDialog(const MemberInfo &member, QWidget *parent)
    : QuestionDialog(tr("Close the connection to %1").arg(member.name),
                     tr("The closing handshake gives them this code and reason."), tr("Close"), parent)
{
    setObjectName(u"closeMemberDialog"_s);
    auto *editor = new CloseCodeEditor(this);
    setContent(editor);
    QPushButton *accept = acceptButton();
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
    : QuestionDialog(tr("Send to %1 alone").arg(member.name),
                     tr("The text goes to this connection exactly as it is, and to nobody else."), tr("Send"),
                     parent)
{
    setObjectName(u"sendToMemberDialog"_s);
    auto *edit = new MessageEdit(this);
    edit->setObjectName(u"sendToMemberText"_s);
    edit->setAccessibleName(tr("Text to send"));
    edit->setMinimumHeight(10 * theme::unit);
    setContent(edit);
    const auto choose = [this, edit, id = member.id] {
        commitComposition(*edit);
        Q_EMIT chosen(id, composedText(*edit));
        QDialog::accept();
    };
    connect(acceptButton(), &QPushButton::clicked, this, choose);
    connect(edit, &MessageEdit::sendRequested, this, choose);
}

} // namespace confab
