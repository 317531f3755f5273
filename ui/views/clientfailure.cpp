#include "ui/views/clientfailure.h"

#include "ui/text/boundtext.h"
#include "ui/text/certificatetext.h"
#include "ui/text/clienterrortext.h"
#include "ui/text/closecodetext.h"
#include "ui/text/wireerrortext.h"
#include "ui/views/failurebanner.h"

#include <QCoreApplication>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClientFailure)
};

/// The response head and body as they came, with line ends for people.
QString answerText(const ClientStatus &status)
{
    QString answer = QString::fromUtf8(status.responseHead);
    if (!status.error.body.isEmpty())
        answer = answer.trimmed() + u"\n\n"_s + QString::fromUtf8(status.error.body);
    return answer.replace("\r\n"_L1, "\n"_L1).trimmed();
}

void offerAction(FailureBanner &banner, const ClientError &error)
{
    if (error.kind == ClientErrorKind::Redirected && error.response.headers.contains("Location"))
        banner.setAction(Words::tr("Connect there"),
                         QString::fromUtf8(error.response.headers.value("Location")));
    else if (error.kind == ClientErrorKind::CertificateUntrusted)
        banner.setAction(
            Words::tr("Trust this certificate"),
            Words::tr("Remember this very certificate for this host and port, and connect again"));
    else if (error.kind == ClientErrorKind::CertificateChanged)
        banner.setAction(Words::tr("Forget the old certificate"),
                         Words::tr("The next connection will ask about the new one"));
}

} // namespace

void showClientFailure(FailureBanner &banner, const ClientStatus &status)
{
    const ClientError &error = status.error;
    if (error.kind == ClientErrorKind::None || error.kind == ClientErrorKind::Cancelled)
        return;
    if (error.certificates.isEmpty())
        banner.showFailure(clientErrorText(error), answerText(status));
    else
        banner.showFailure(clientErrorText(error), certificateChainText(error.certificates),
                           FailureBanner::Words::Certificates);
    offerAction(banner, error);
}

QString clientOutcomeText(const ClientStatus &status)
{
    if (status.readyState != ReadyState::Closed)
        return {};
    if (status.error.kind == ClientErrorKind::None) {
        const CloseOutcome &outcome = status.outcome;
        const QString why =
            outcome.error == WireError::None ? boundText(outcome.bound) : wireErrorText(outcome.error);
        return closeStatusText(outcome.status) + (why.isEmpty() ? why : u" · "_s + why);
    }
    const QString how = status.error.kind == ClientErrorKind::Cancelled ? Words::tr("cancelled")
                                                                        : Words::tr("never was OPEN");
    return QString::number(int(CloseCode::AbnormalClosure)) + u" · "_s + how;
}

} // namespace confab
