#pragma once

#include "core/chat/memberinfo.h"
#include "ui/views/questiondialog.h"

#include <QTimer>

namespace confab {

class Roster;

/// A question about one connection; once that is not OPEN any more it says so, and takes no answer.
class MemberQuestion : public QuestionDialog
{
    Q_OBJECT
protected:
    /// @param goneSentence said in place of the explanation then. @param roster outlives the dialog.
    MemberQuestion(const MemberInfo &member, const Roster &roster, const QString &title,
                   const QString &explanation, const QString &goneSentence, const QString &action,
                   QWidget *parent);

    /// Looks whether the connection is there now.
    bool isThere();
    /// Whether what is filled in is an answer; at first it is.
    void setAnswered(bool answered);

private:
    void showWhetherThere();

    const Roster &m_roster;
    quint64 m_member;
    QString m_goneSentence;
    QTimer m_watch;
    bool m_isThere = true;
    bool m_isAnswered = true;
};

/// Asks with which code and reason to close one member's connection.
class CloseMemberDialog : public MemberQuestion
{
    Q_OBJECT
public:
    CloseMemberDialog(const MemberInfo &member, const Roster &roster, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const confab::CloseStatus &status);
};

/// Asks what to send to one member alone.
class SendToMemberDialog : public MemberQuestion
{
    Q_OBJECT
public:
    SendToMemberDialog(const MemberInfo &member, const Roster &roster, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(quint64 member, const QString &text);
};

} // namespace confab
