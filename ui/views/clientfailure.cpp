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

/// Why this side ended a connection that was OPEN; empty if it did not.
ErrorText endText(const CloseOutcome &outcome)
{
    if (outcome.bound == Bound::PongTime)
        return {
            Words::tr("The server gave no sign of life, and the connection was given up."),
            {},
            Words::tr("If it stands still on purpose, turn off “Ping while it is quiet” in the options.")};
    if (outcome.error == WireError::None)
        return {};
    if (closeCodeFor(outcome.error) == CloseCode::MessageTooBig)
        return {Words::tr("The server sent more than this connection takes, and it was ended with 1009."),
                wireErrorText(outcome.error),
                Words::tr("Raise “Largest message” in the options, and connect again.")};
    return {
        Words::tr("The server broke a rule of the WebSocket protocol, and the connection was ended with %1.")
            .arg(int(closeCodeFor(outcome.error))),
        wireErrorInFull(outcome.error),
        Words::tr("The tab Wire shows the bytes at fault and what came before.")};
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
    if (error.kind == ClientErrorKind::None) {
        const ErrorText text = endText(status.outcome);
        if (!text.what.isEmpty())
            banner.showFailure(text);
        return;
    }
    if (error.kind == ClientErrorKind::Cancelled)
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
        const QString why = endCauseText(outcome.error, outcome.bound);
        return closeStatusText(outcome.status) + (why.isEmpty() ? why : u" · "_s + why);
    }
    const QString how = status.error.kind == ClientErrorKind::Cancelled ? Words::tr("cancelled")
                                                                        : Words::tr("never was OPEN");
    return QString::number(int(CloseCode::AbnormalClosure)) + u" · "_s + how;
}

} // namespace confab
