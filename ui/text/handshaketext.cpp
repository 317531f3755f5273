#include "ui/text/handshaketext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HandshakeText)
};

} // namespace

QString httpErrorText(HttpError error)
{
    switch (error) {
    case HttpError::None:
        return {};
    case HttpError::HeadTooLarge:
        return Words::tr("The HTTP head was longer than allowed.");
    case HttpError::BadStartLine:
        return Words::tr("The first line was not that of an HTTP message.");
    case HttpError::BadVersion:
        return Words::tr("The HTTP version was not 1.x.");
    case HttpError::BadHeaderName:
        return Words::tr(
            "The name of a header had characters that are not allowed, or no colon right behind it.");
    case HttpError::BadHeaderValue:
        return Words::tr("The value of a header had a control character in it.");
    case HttpError::FoldedHeader:
        return Words::tr("A header went on in a second line, which HTTP no longer allows.");
    case HttpError::BareLineFeed:
        return Words::tr("A line ended in a line feed alone, without a carriage return.");
    }
    Q_UNREACHABLE();
}

QString requestErrorText(RequestError error)
{
    switch (error) {
    case RequestError::None:
        return {};
    case RequestError::MethodNotGet:
        return Words::tr("The method of the request was not GET.");
    case RequestError::HttpVersionTooOld:
        return Words::tr("The HTTP version of the request was below 1.1.");
    case RequestError::HostMissing:
        return Words::tr("The request had no Host header, or more than one.");
    case RequestError::UpgradeMissing:
        return Words::tr("The request had no Upgrade header that names websocket.");
    case RequestError::ConnectionMissing:
        return Words::tr("The request had no Connection header that names Upgrade.");
    case RequestError::KeyMissing:
        return Words::tr("The request had no Sec-WebSocket-Key header, or more than one.");
    case RequestError::KeyNot16Octets:
        return Words::tr("The Sec-WebSocket-Key of the request was not 16 bytes in base64.");
    case RequestError::VersionMissing:
        return Words::tr("The request had no Sec-WebSocket-Version header, or more than one.");
    case RequestError::VersionUnsupported:
        return Words::tr("The Sec-WebSocket-Version of the request was not 13.");
    case RequestError::SubprotocolInvalid:
        return Words::tr(
            "A subprotocol that was offered had characters that are not allowed, or was offered twice.");
    }
    Q_UNREACHABLE();
}

QString responseErrorText(ResponseError error)
{
    switch (error) {
    case ResponseError::None:
        return {};
    case ResponseError::StatusNot101:
        return Words::tr("The status of the answer was not 101.");
    case ResponseError::UpgradeMissing:
        return Words::tr("The answer had no Upgrade header that names websocket.");
    case ResponseError::ConnectionMissing:
        return Words::tr("The answer had no Connection header that names Upgrade.");
    case ResponseError::AcceptMissing:
        return Words::tr("The answer had no Sec-WebSocket-Accept header.");
    case ResponseError::AcceptWrong:
        return Words::tr("The Sec-WebSocket-Accept of the answer did not belong to the key that was sent.");
    case ResponseError::SubprotocolNotOffered:
        return Words::tr("The server chose a subprotocol that was not offered.");
    case ResponseError::ExtensionNotOffered:
        return Words::tr("The server chose an extension that was not offered.");
    case ResponseError::ExtensionParametersInvalid:
        return Words::tr("The server answered the offer of compression with parameters that were not offered "
                         "or are wrong.");
    }
    Q_UNREACHABLE();
}

} // namespace confab
