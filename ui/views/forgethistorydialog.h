#pragma once

#include "server/servererror.h"
#include "ui/views/questiondialog.h"

#include <QTimer>

#include <future>
#include <optional>

namespace confab {

/// Asks whether a history is to be deleted, and does it, without halting the window for the disk; says why,
/// if it cannot, and stays for another try.
class ForgetHistoryDialog : public QuestionDialog
{
    Q_OBJECT
public:
    /// @param file of the history.
    explicit ForgetHistoryDialog(QString file, QWidget *parent = nullptr);

    /// While it is done, it only goes out of sight: what comes of it is told.
    void reject() override;

Q_SIGNALS:
    void forgotten();

private:
    void forget();
    void look();

    const QString m_file;
    std::future<std::optional<ServerError>> m_outcome;
    QTimer m_look;
};

} // namespace confab
