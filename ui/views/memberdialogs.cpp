#include "ui/views/memberdialogs.h"

#include "core/chat/confabv1.h"
#include "server/roster.h"
#include "ui/views/closecodeeditor.h"
#include "ui/views/composedtext.h"
#include "ui/views/messageedit.h"
#include "ui/views/theme.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr std::chrono::milliseconds watchInterval{500};

} // namespace

MemberQuestion::MemberQuestion(const MemberInfo &member, const Roster &roster, const QString &title,
                               const QString &explanation, const QString &goneSentence, const QString &action,
                               QWidget *parent)
    : QuestionDialog(title, explanation, action, parent)
    , m_roster(roster)
    , m_member(member.id)
    , m_goneSentence(goneSentence)
    , m_watch(this)
{
    connect(&m_watch, &QTimer::timeout, this, &MemberQuestion::isThere);
    m_watch.start(watchInterval);
}

bool MemberQuestion::isThere()
{
    const std::optional<MemberInfo> member = m_roster.member(m_member);
    if (m_isThere && (!member || member->readyState != ReadyState::Open)) {
        m_isThere = false; // for good: who comes back has another connection
        m_watch.stop();
        setExplanation(m_goneSentence);
        showWhetherThere();
    }
    return m_isThere;
}

void MemberQuestion::setAnswered(bool answered)
{
    m_isAnswered = answered;
    showWhetherThere();
}

void MemberQuestion::showWhetherThere()
{
    acceptButton()->setEnabled(m_isThere && m_isAnswered);
}

CloseMemberDialog::CloseMemberDialog(const MemberInfo &member, const Roster &roster, QWidget *parent)
    : MemberQuestion(member, roster, tr("Close the connection to %1").arg(member.name),
                     tr("The closing handshake gives them this code and reason."),
                     tr("%1 is not connected any more.").arg(member.name), tr("Close"), parent)
{
    setObjectName(u"closeMemberDialog"_s);
    auto *editor = new CloseCodeEditor(this);
    setContent(editor);
    const auto choose = [this, editor, id = member.id] {
        const auto status = editor->status();
        if (status && isThere()) {
            Q_EMIT chosen(id, *status);
            QDialog::accept();
        }
    };
    connect(acceptButton(), &QPushButton::clicked, this, choose);
    connect(editor, &CloseCodeEditor::accepted, this, choose);
    connect(editor, &CloseCodeEditor::statusChanged, this,
            [this, editor] { setAnswered(editor->status().has_value()); });
}

SendToMemberDialog::SendToMemberDialog(const MemberInfo &member, const Roster &roster, QWidget *parent)
    : MemberQuestion(member, roster, tr("Send to %1 alone").arg(member.name),
                     member.subprotocol == v1::subprotocol
                         ? tr("Nobody else sees it. The join page marks it as for this person alone.")
                         : tr("The text goes to this connection exactly as it is, and to nobody else."),
                     tr("%1 is not connected any more. Your text was not sent; copy it if you need it.")
                         .arg(member.name),
                     tr("Send"), parent)
{
    setObjectName(u"sendToMemberDialog"_s);
    auto *edit = new MessageEdit(this);
    edit->setObjectName(u"sendToMemberText"_s);
    edit->setAccessibleName(tr("Text to send"));
    edit->setMinimumHeight(10 * theme::unit);
    setContent(edit);
    const auto choose = [this, edit, id = member.id] {
        if (!isThere())
            return;
        commitComposition(*edit);
        Q_EMIT chosen(id, composedText(*edit));
        QDialog::accept();
    };
    connect(acceptButton(), &QPushButton::clicked, this, choose);
    connect(edit, &MessageEdit::sendRequested, this, choose);
}

} // namespace confab
