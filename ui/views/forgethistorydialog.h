#pragma once

#include "ui/views/questiondialog.h"

namespace confab {

/// Asks whether a history is to be deleted, and does it; says why, if it cannot, and stays for another try.
class ForgetHistoryDialog : public QuestionDialog
{
    Q_OBJECT
public:
    /// @param file of the history.
    explicit ForgetHistoryDialog(const QString &file, QWidget *parent = nullptr);

Q_SIGNALS:
    void forgotten();
};

} // namespace confab
