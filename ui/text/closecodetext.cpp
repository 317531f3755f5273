#include "ui/text/closecodetext.h"

#include "ui/text/payloadtext.h"

#include <QCoreApplication>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CloseCodeText)
};

struct NameAndExplanation
{
    QString name;
    QString explanation;
};

/// Codes that only the IANA registry names, and those that belong to a range (RFC 6455 §7.4.2).
NameAndExplanation wordsOfOther(int code)
{
    switch (code) {
    case 1004:
        return {Words::tr("Reserved"), Words::tr("This code is reserved and has no meaning yet.")};
    case 3000:
        return {Words::tr("Unauthorized"),
                Words::tr("The server wants to know who you are before it lets you in.")};
    case 3003:
        return {Words::tr("Forbidden"),
                Words::tr("The server knows who you are, and does not let you do this.")};
    case 3008:
        return {Words::tr("Timeout"), Words::tr("The other side waited too long for something.")};
    default:
        break;
    }
    if (code >= 1000 && code <= 2999) {
        return {
            Words::tr("Reserved for the protocol"),
            Words::tr(
                "Codes from 1000 to 2999 belong to the WebSocket protocol, which does not define this one.")};
    }
    if (code >= 3000 && code <= 3999) {
        return {Words::tr("Library or framework code"),
                Words::tr("Codes from 3000 to 3999 are registered by libraries and frameworks: theirs says "
                          "what it means.")};
    }
    if (code >= 4000 && code <= 4999) {
        return {Words::tr("Application code"), Words::tr("Codes from 4000 to 4999 are free for applications: "
                                                         "the two sides have agreed on what it means.")};
    }
    return {Words::tr("Not a close code"), Words::tr("Close codes go from 1000 to 4999.")};
}

NameAndExplanation wordsOf(CloseCode code)
{
    switch (code) {
    case CloseCode::NormalClosure:
        return {Words::tr("Normal closure"), Words::tr("The connection has done what it was opened for.")};
    case CloseCode::GoingAway:
        return {Words::tr("Going away"),
                Words::tr("The page was left or reloaded, or the server is shutting down.")};
    case CloseCode::ProtocolError:
        return {Words::tr("Protocol error"),
                Words::tr(
                    "One side broke a rule of the WebSocket protocol, and the other ended the connection.")};
    case CloseCode::UnsupportedData:
        return {Words::tr("Unsupported data"),
                Words::tr("A message was of a type that the receiver cannot take, for example binary where "
                          "it knows text only.")};
    case CloseCode::NoStatusReceived:
        return {Words::tr("No code given"), Words::tr("The other side closed in good order and gave no code. "
                                                      "This number is never sent: it stands for "
                                                      "the missing one.")};
    case CloseCode::AbnormalClosure:
        return {Words::tr("Connection lost"), Words::tr("The connection ended without a Close: the network "
                                                        "failed, or the other program was ended. This "
                                                        "number is never sent.")};
    case CloseCode::InvalidFramePayloadData:
        return {Words::tr("Invalid data"), Words::tr("A text or a close reason was not valid UTF-8.")};
    case CloseCode::PolicyViolation:
        return {Words::tr("Policy violation"),
                Words::tr("A message or the connection broke a rule of the receiver's own.")};
    case CloseCode::MessageTooBig:
        return {Words::tr("Message too big"), Words::tr("A message was bigger than the receiver takes.")};
    case CloseCode::MandatoryExtension:
        return {Words::tr("Extension missing"),
                Words::tr("The client needs an extension that the server did not agree to.")};
    case CloseCode::InternalError:
        return {Words::tr("Internal error"),
                Words::tr("The server met something unexpected and could not go on.")};
    case CloseCode::ServiceRestart:
        return {Words::tr("Service restart"),
                Words::tr("The server is being restarted: connect again in a moment.")};
    case CloseCode::TryAgainLater:
        return {Words::tr("Try again later"),
                Words::tr("The server is overloaded, or this connection took its messages too slowly.")};
    case CloseCode::BadGateway:
        return {Words::tr("Bad gateway"),
                Words::tr("A server in between got no proper answer from the one behind it.")};
    case CloseCode::TlsHandshake:
        return {Words::tr("TLS handshake failed"),
                Words::tr("The encrypted connection could not be set up. This number is never sent.")};
    }
    return wordsOfOther(int(code));
}

} // namespace

QString closeCodeText(CloseCode code)
{
    return wordsOf(code).name;
}

QString closeCodeExplanation(CloseCode code)
{
    return wordsOf(code).explanation;
}

QString closeStatusText(const CloseStatus &status)
{
    QString text = u"%1 · %2"_s.arg(QString::number(int(status.code)), closeCodeText(status.code));
    if (!status.reason.isEmpty())
        text += u" · “%1”"_s.arg(oneLine(status.reason, maxCloseReasonSize));
    return text;
}

} // namespace confab
