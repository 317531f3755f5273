#include "ui/text/refusaltext.h"

#include "ui/text/handshaketext.h"
#include "ui/text/payloadtext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
};

/// The peer chose it: as one line of bounded length.
QString shown(const QString &text)
{
    constexpr qsizetype maxShown = 120;
    return oneLine(text, maxShown);
}

QString shown(const QList<QByteArray> &subprotocols)
{
    return shown(QString::fromUtf8(subprotocols.join(", ")));
}

} // namespace

ErrorText refusalText(const Refusal &refusal)
{
    const QString status = QString::number(refusal.status);
    const QString general =
        Words::tr("A request from %1 was refused with status %2.").arg(shown(refusal.address), status);
    switch (refusal.reason) {
    case RefusalReason::BadHead:
        return {general,
                refusal.requestError == RequestError::HostMissing ? requestErrorText(refusal.requestError)
                                                                  : httpErrorText(refusal.httpError),
                Words::tr("The program that sent it does not speak HTTP properly.")};
    case RefusalReason::HeadTooLarge:
        return {
            general, Words::tr("The head of the request was longer than allowed here."),
            Words::tr(
                "A browser with very many cookies for this address can cause it: clear them and try again.")};
    case RefusalReason::HeadTimeout:
        return {general, Words::tr("The request did not arrive in full in the time allowed."),
                Words::tr("If it happens often, look at the network between the two.")};
    case RefusalReason::BadHandshake:
        return {general, requestErrorText(refusal.requestError),
                Words::tr("The program that sent it does not do the opening handshake properly.")};
    case RefusalReason::EarlyFrames:
        return {general, Words::tr("The client sent frames before the opening handshake was answered."),
                Words::tr("The client must wait for status 101.")};
    case RefusalReason::AddressBanned:
        return {general, Words::tr("You have banned its address."),
                Words::tr("To let it in again, take the address out of the banned ones.")};
    case RefusalReason::HostForeign:
        return {general, Words::tr("It was meant for %1, which is not this server.").arg(shown(refusal.host)),
                Words::tr("If that is a name of this server, start Confab with --host and that name.")};
    case RefusalReason::OriginForbidden:
        return {Words::tr("A page of %1 was refused with status %2.").arg(shown(refusal.origin), status),
                Words::tr("Pages of other origins may join only if you allow their origin."),
                Words::tr("If you trust that page, allow its origin.")};
    case RefusalReason::SubprotocolUnsupported:
        return {
            general,
            Words::tr("It offered only subprotocols that are not supported here: %1.")
                .arg(shown(refusal.offeredSubprotocols)),
            Words::tr(
                "Add one of them to the supported subprotocols, or accept clients without a subprotocol.")};
    case RefusalReason::PinMissing:
        return {general, Words::tr("It came without the PIN that this room asks for."),
                Words::tr("Give them the join link or the PIN; other clients add ?pin= and the PIN to the "
                          "address.")};
    case RefusalReason::PinWrong:
        return {general, Words::tr("Its PIN is not the one of this room."),
                Words::tr("Tell them the PIN again, or give them the join link.")};
    case RefusalReason::TooManyWrongPins:
        return {general, Words::tr("So many wrong PINs came that its own was not looked at."),
                Words::tr("In a minute it may try again. If somebody is guessing, choose a longer PIN.")};
    case RefusalReason::ServerFull:
        return {general, Words::tr("As many clients are connected as are allowed."),
                Words::tr("Wait until someone leaves, or allow more clients.")};
    case RefusalReason::OutOfDescriptors:
        return {general, Words::tr("The system allows this program no more open connections."),
                Words::tr("Raise the limit of open files (ulimit -n), or allow fewer clients.")};
    case RefusalReason::TooManyConnections:
        return {general, Words::tr("Its address has as many connections as one address may have."),
                Words::tr("If many people share that address, allow more connections per address.")};
    case RefusalReason::TooManyHandshakes:
        return {general, Words::tr("Its address connects more often per second than one address may."),
                Words::tr("If many people share that address, allow more handshakes per second.")};
    case RefusalReason::NotFound:
        return {general, Words::tr("There is nothing at %1.").arg(shown(refusal.target)),
                Words::tr("Rooms are at /, /chat and /room/NAME.")};
    case RefusalReason::MethodNotAllowed:
        return {general, Words::tr("Only GET and HEAD requests are answered here."),
                Words::tr("To join, open the join link in a browser.")};
    case RefusalReason::TlsRequired:
        return {general, Words::tr("It came without TLS, and this room is encrypted."),
                Words::tr("The client must connect with wss:// in place of ws://.")};
    case RefusalReason::DeskRefused:
        return {general, Words::tr("The opening handshake was not acceptable."),
                Words::tr("Look at the request in the traffic log.")};
    case RefusalReason::TlsFailed:
        return {
            Words::tr("The TLS handshake with %1 failed.").arg(shown(refusal.address)),
            Words::tr("The client does not trust the certificate, or does not speak TLS 1.2 or later: %1.")
                .arg(shown(refusal.detail)),
            Words::tr("A browser ends like this until its user accepts a self-signed certificate; compare "
                      "the fingerprint, and go on there.")};
    case RefusalReason::TlsTimeout:
        return {Words::tr("The TLS handshake with %1 did not end.").arg(shown(refusal.address)),
                Words::tr("The client began TLS and then was silent for the time allowed."),
                Words::tr("If it happens often, look at the network between the two.")};
    }
    Q_UNREACHABLE();
}

} // namespace confab
