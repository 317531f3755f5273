#include "ui/views/forgethistorydialog.h"

#include "server/forgethistory.h"
#include "ui/text/servererrortext.h"

#include <QPushButton>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto often = 20ms;

} // namespace

ForgetHistoryDialog::ForgetHistoryDialog(QString file, QWidget *parent)
    : QuestionDialog(tr("Forget all that was said?"),
                     tr("The file %1 is deleted, and nobody can bring it back. Who joins the room later is "
                        "given nothing of it.")
                         .arg(file),
                     tr("Forget"), parent)
    , m_file(std::move(file))
{
    setObjectName(u"forgetHistoryDialog"_s);
    m_look.setInterval(often);
    connect(&m_look, &QTimer::timeout, this, &ForgetHistoryDialog::look);
    connect(acceptButton(), &QPushButton::clicked, this, &ForgetHistoryDialog::forget);
}

void ForgetHistoryDialog::reject()
{
    if (m_look.isActive())
        hide();
    else
        QuestionDialog::reject();
}

/// The thread may outlive the dialog: a disk may never answer.
void ForgetHistoryDialog::forget()
{
    acceptButton()->setEnabled(false);
    setAttribute(Qt::WA_DeleteOnClose, false);
    std::promise<std::optional<ServerError>> promise;
    m_outcome = promise.get_future();
    std::thread([promise = std::move(promise), file = m_file]() mutable {
        promise.set_value(forgetHistory(file));
    }).detach();
    m_look.start();
}

void ForgetHistoryDialog::look()
{
    if (m_outcome.wait_for(0s) != std::future_status::ready)
        return;
    m_look.stop();
    if (const std::optional<ServerError> error = m_outcome.get()) {
        setExplanation(tr("The file %1 is still there.").arg(m_file) + u' ' + serverErrorText(*error).why);
        acceptButton()->setText(tr("Try again"));
        acceptButton()->setEnabled(true);
        setAttribute(Qt::WA_DeleteOnClose);
        show();
        return;
    }
    Q_EMIT forgotten();
    hide();
    deleteLater();
}

} // namespace confab
