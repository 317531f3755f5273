#pragma once

#include "core/chat/memberinfo.h"

#include <QDialog>

namespace confab {

/// Asks with which code and reason to close one member's connection. Owned by its parent; deletes itself when
/// it is done.
class CloseMemberDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CloseMemberDialog(const MemberInfo &member, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const confab::CloseStatus &status);
};

/// Asks what to send to one member alone. Owned by its parent; deletes itself when it is done.
class SendToMemberDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SendToMemberDialog(const MemberInfo &member, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const QString &text);
};

} // namespace confab
