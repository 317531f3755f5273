#pragma once

#include "core/chat/memberinfo.h"
#include "ui/views/questiondialog.h"

namespace confab {

/// Asks with which code and reason to close one member's connection.
class CloseMemberDialog : public QuestionDialog
{
    Q_OBJECT
public:
    explicit CloseMemberDialog(const MemberInfo &member, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const confab::CloseStatus &status);
};

/// Asks what to send to one member alone.
class SendToMemberDialog : public QuestionDialog
{
    Q_OBJECT
public:
    explicit SendToMemberDialog(const MemberInfo &member, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const QString &text);
};

} // namespace confab
