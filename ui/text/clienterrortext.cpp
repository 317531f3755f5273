#include "ui/text/clienterrortext.h"

#include "ui/text/certificatetext.h"
#include "ui/text/handshaketext.h"
#include "ui/text/payloadtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClientErrorText)
};

/// The peer or the system chose it: as one line of bounded length.
QString shown(const QString &text)
{
    constexpr qsizetype maxShown = 200;
    return oneLine(text, maxShown);
}

QString shown(const QByteArray &text)
{
    return shown(QString::fromUtf8(text));
}

QString systemsWords(const QString &detail)
{
    return detail.isEmpty() ? QString() : Words::tr("The system says: %1").arg(shown(detail));
}

/// Which addresses the host's name stands for is news to the user.
QString tried(const QList<QHostAddress> &addresses)
{
    constexpr qsizetype maxTried = 6;
    if (addresses.isEmpty())
        return {};
    QStringList names;
    for (const QHostAddress &address : addresses.first(std::min(maxTried, addresses.size())))
        names += address.toString();
    if (addresses.size() > maxTried)
        names += u"…"_s;
    return u' ' + Words::tr("Tried: %1.").arg(names.join(", "_L1));
}

ErrorText refusedText(const ResponseHead &response)
{
    const QString status = QString::number(response.status);
    const QString what =
        response.reason.isEmpty()
            ? Words::tr("The server refused the opening handshake with status %1.").arg(status)
            : Words::tr("The server refused the opening handshake with status %1 (%2).")
                  .arg(status, shown(response.reason));
    switch (response.status) {
    case 400:
        return {what,
                Words::tr("Something in the request is not to the server's liking, often the subprotocols."),
                Words::tr("Read its answer below, and offer subprotocols that it supports.")};
    case 401:
        return {what, Words::tr("It wants to know who you are."),
                Words::tr("Add an Authorization or Cookie header that it accepts.")};
    case 407:
        return {what, Words::tr("A proxy before it wants to know who you are."),
                Words::tr("Add a Proxy-Authorization header that it accepts, or connect past it.")};
    case 403:
        return {what, Words::tr("It does not let this client or this Origin in."),
                Words::tr("Add the Origin header that the server expects, or have this one allowed there.")};
    case 404:
        return {what, Words::tr("There is no WebSocket at this path."),
                Words::tr("Check the path of the URL.")};
    case 421:
        return {what, Words::tr("It does not know this host name as one of its own."),
                Words::tr("Connect by a name or address that the server has.")};
    case 429:
        return {what, Words::tr("Your address has too many connections, or connects too often."),
                Words::tr("Close some of them, or try again a little later.")};
    case 431:
        return {what, Words::tr("The header of the request is too large for it."),
                Words::tr("Make the extra headers shorter.")};
    case 426:
        if (!response.headers.contains("Sec-WebSocket-Version"))
            return {
                what,
                Words::tr("It saw no request for a WebSocket: a proxy before it may have dropped the Upgrade "
                          "header."),
                Words::tr("Have the proxy pass Upgrade and Connection on, or connect past it.")};
        return {what, Words::tr("It speaks another version of the WebSocket protocol."),
                Words::tr("Look at the Sec-WebSocket-Version header of its answer.")};
    case 503:
        return {what, Words::tr("It is full or overloaded."), Words::tr("Try again later.")};
    default:
        break;
    }
    if (response.status >= 500)
        return {what, Words::tr("The server, or a proxy before it, failed."),
                Words::tr("Try again later; its answer below may say more.")};
    return {what,
            response.status >= 200 && response.status < 300
                ? Words::tr("It answered as an ordinary web server would.")
                : QString(),
            Words::tr("Read its answer below, and check the URL.")};
}

} // namespace

ErrorText redirectHeldText(const QUrl &target)
{
    return {Words::tr("Not connected to %1 yet.").arg(shown(target.host())),
            Words::tr("The extra headers were meant for another server, and would go to this one."),
            Words::tr("Look at them in the options, then press Connect.")};
}

ErrorText clientErrorText(const ClientError &error)
{
    switch (error.kind) {
    case ClientErrorKind::None:
        return {};
    case ClientErrorKind::BadUrl:
        return {Words::tr("This is not a WebSocket URL."),
                Words::tr("It must begin with ws:// or wss:// and name a host."),
                Words::tr("Write it like ws://localhost:3000/chat.")};
    case ClientErrorKind::BadSubprotocol:
        return {Words::tr("The list of subprotocols cannot be sent."),
                Words::tr("A name in it has characters that are not allowed, or is there twice."),
                Words::tr("Write names of letters, digits, dots, hyphens and underscores, separated by "
                          "commas, each of them once.")};
    case ClientErrorKind::BadHeader:
        return {Words::tr("The extra headers cannot be sent."),
                Words::tr("A name or a value has characters that are not allowed in a header."),
                Words::tr("Write each header in a line of its own, like Name: value.")};
    case ClientErrorKind::HostNotFound:
        return {Words::tr("The host was not found."), Words::tr("No address is known for that name."),
                Words::tr("Check the spelling of the URL, and that this computer is on the network.")};
    case ClientErrorKind::ConnectionRefused:
        return {Words::tr("The connection was refused."),
                Words::tr("No program is listening on that port of the host.") + tried(error.triedAddresses),
                Words::tr("Check the port, and that the server is running.")};
    case ClientErrorKind::NetworkUnreachable:
        return {Words::tr("The host cannot be reached."),
                Words::tr("No network leads to it from this computer.") + tried(error.triedAddresses),
                Words::tr("Check the network connection and the address.")};
    case ClientErrorKind::ProxyFailed:
        return {Words::tr("The proxy did not make the connection."), systemsWords(error.detail),
                Words::tr("Check the proxy's address and password, or connect without it.")};
    case ClientErrorKind::TlsFailed:
        return {Words::tr("The encrypted connection could not be set up."), systemsWords(error.detail),
                Words::tr(
                    "Check the server's certificate, or that the server speaks TLS on this port (wss://).")};
    case ClientErrorKind::CertificateUntrusted:
        return {Words::tr("The server's certificate is not trusted."),
                certificateErrorText(error.certificateErrors),
                Words::tr("Compare its SHA-256 fingerprint below with the one that the host sees. Trust the "
                          "certificate only if they are the same.")};
    case ClientErrorKind::CertificateChanged:
        return {
            Words::tr("The server shows another certificate than the one you trusted."),
            Words::tr("You trusted %1. The server may have a new one, or someone may be listening between "
                      "you and it.")
                .arg(shown(error.pinnedFingerprint)),
            Words::tr("Ask the host whether the certificate is new. Only if it is, forget the old one and "
                      "connect again.")};
    case ClientErrorKind::TimedOut:
        return {Words::tr("The server did not answer in time."),
                Words::tr("It is busy, or something between drops what is sent to it.") +
                    tried(error.triedAddresses),
                Words::tr("Try again, and check the address and the firewall.")};
    case ClientErrorKind::AnswerUnfinished:
        return {
            Words::tr("The server began its answer and did not finish it in time."),
            Words::tr("An empty line ends the head of an answer; it never came."),
            Words::tr("If the server is your own, send \\r\\n\\r\\n behind the last header; otherwise try "
                      "again.")};
    case ClientErrorKind::ConnectionLost:
        return {Words::tr("The connection was lost before the opening handshake was finished."),
                systemsWords(error.detail),
                Words::tr("Check that this is a WebSocket server, and whether it expects ws:// or wss://.")};
    case ClientErrorKind::BadResponse:
        return {Words::tr("The answer was not HTTP."), httpErrorText(error.httpError),
                Words::tr("Check that a WebSocket server listens on this port, and whether it expects ws:// "
                          "or wss://.")};
    case ClientErrorKind::Redirected: {
        const QByteArray location = error.response.headers.value("Location");
        return {Words::tr("The server sends you elsewhere with status %1.").arg(error.response.status),
                location.isEmpty() ? Words::tr("It does not say where to.")
                                   : Words::tr("It names %1.").arg(shown(location)),
                Words::tr("Redirects are not followed: connect to that address yourself if you trust it.")};
    }
    case ClientErrorKind::Refused:
        return refusedText(error.response);
    case ClientErrorKind::HandshakeFailed:
        return {Words::tr("The server's answer to the opening handshake was wrong."),
                responseErrorText(error.responseError),
                Words::tr("The server, or something between, does not do the opening handshake properly.")};
    case ClientErrorKind::Cancelled:
        return {Words::tr("Connecting was cancelled."), {}, {}};
    }
    Q_UNREACHABLE();
}

} // namespace confab
