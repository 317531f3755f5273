#include "ui/views/forgethistorydialog.h"

#include "server/historyfile.h"
#include "ui/text/servererrortext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace confab {

ForgetHistoryDialog::ForgetHistoryDialog(const QString &file, QWidget *parent)
    : QuestionDialog(tr("Forget all that was said?"),
                     tr("The file %1 is deleted, and nobody can bring it back. Who joins the room later is "
                        "given nothing of it.")
                         .arg(file),
                     tr("Forget"), parent)
{
    setObjectName(u"forgetHistoryDialog"_s);
    connect(acceptButton(), &QPushButton::clicked, this, [this, file] {
        if (const std::optional<ServerError> error = forgetHistory(file)) {
            const ErrorText text = serverErrorText(*error);
            setExplanation(text.what + u' ' + text.why);
            acceptButton()->setText(tr("Try again"));
            return;
        }
        Q_EMIT forgotten();
        accept();
    });
}

} // namespace confab
