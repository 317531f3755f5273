#include "ui/text/servererrortext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerErrorText)
};

QString systemsWords(const QString &detail)
{
    return detail.isEmpty() ? QString() : Words::tr("The system says: %1").arg(detail);
}

} // namespace

ErrorText serverErrorText(const ServerError &error)
{
    const QString port = QString::number(error.port);
    switch (error.kind) {
    case ServerErrorKind::None:
        return {};
    case ServerErrorKind::PortInUse:
        return {Words::tr("The room could not start: port %1 is in use.").arg(port),
                Words::tr("Another program on this computer is listening on it, perhaps a second Confab."),
                Words::tr("End that program, or choose another port; port 0 takes any free one.")};
    case ServerErrorKind::AddressNotAvailable:
        return {Words::tr("The room could not start: this computer does not have the address %1.")
                    .arg(error.address),
                Words::tr("The network it belongs to may have been left or changed."),
                Words::tr("Choose another address to listen on.")};
    case ServerErrorKind::PermissionDenied: {
        constexpr quint16 firstUnreservedPort = 1024;
        const bool reserved = error.port > 0 && error.port < firstUnreservedPort;
        return {
            Words::tr("The room could not start: the system does not allow listening on port %1.").arg(port),
            reserved ? Words::tr("Ports below 1024 are kept for the system's own services.")
                     : systemsWords(error.detail),
            Words::tr("Choose another port from 1024 to 65535.")};
    }
    case ServerErrorKind::TlsUnavailable:
        return {Words::tr("The room could not start with TLS."), Words::tr("Qt found no OpenSSL 3."),
                Words::tr("Install OpenSSL 3, or start the room without encryption.")};
    case ServerErrorKind::CertificateUnreadable:
        return {Words::tr("The room could not start with TLS: the certificate file %1 could not be read.")
                    .arg(error.file),
                systemsWords(error.detail), Words::tr("Check the path, and who may read the file.")};
    case ServerErrorKind::CertificateInvalid:
        return {
            Words::tr("The room could not start with TLS: there is no certificate in %1.").arg(error.file),
            Words::tr("A certificate in PEM form begins with -----BEGIN CERTIFICATE-----."),
            Words::tr("Choose another file, or convert this one to PEM.")};
    case ServerErrorKind::KeyUnreadable:
        return {Words::tr("The room could not start with TLS: the key file %1 could not be read.")
                    .arg(error.file),
                systemsWords(error.detail), Words::tr("Check the path, and who may read the file.")};
    case ServerErrorKind::KeyInvalid:
        return {Words::tr("The room could not start with TLS: there is no usable private key in %1.")
                    .arg(error.file),
                Words::tr("It must be an RSA or EC key in PEM form, without a passphrase."),
                Words::tr("Choose another file, or take the passphrase off this one.")};
    case ServerErrorKind::KeyMismatch:
        return {Words::tr("The room could not start with TLS: the key in %1 is not the certificate’s.")
                    .arg(error.file),
                Words::tr("A certificate works only with the private key that it was made for."),
                Words::tr("Choose the two files that were made together.")};
    case ServerErrorKind::CertificateRefused:
        return {
            Words::tr("The room could not start with TLS: OpenSSL does not accept the certificate in %1.")
                .arg(error.file),
            systemsWords(error.detail),
            Words::tr("Choose one with an EC key, or an RSA key of 2048 bits or more, signed with SHA-256.")};
    case ServerErrorKind::IdentityNotStored:
        return {Words::tr("The room could not start with TLS: its certificate could not be kept in %1.")
                    .arg(error.file),
                systemsWords(error.detail),
                Words::tr("Make room there and see who may write, or start without encryption.")};
    case ServerErrorKind::HistoryUnusable:
        return {
            Words::tr("The room could not start: what is said cannot be kept in %1.").arg(error.file),
            systemsWords(error.detail),
            Words::tr("See whether its folder is there, who may write to it and whether the disk is full; "
                      "then start the room again.")};
    case ServerErrorKind::HistoryInUse:
        return {Words::tr("The room could not start: its history, %1, is in use.").arg(error.file),
                Words::tr("Another program has it open, perhaps a second Confab."),
                Words::tr("End that program; then start the room again.")};
    case ServerErrorKind::HistoryStalled:
        return {Words::tr("The room could not start: what is said cannot be kept in %1.").arg(error.file),
                Words::tr("The disk did not answer in time."),
                Words::tr("See whether the disk is still connected, and what else keeps it busy; then start "
                          "the room again.")};
    case ServerErrorKind::HistoryDamaged:
        return {Words::tr("The room could not start: its history, %1, is damaged.").arg(error.file),
                systemsWords(error.detail),
                Words::tr("Move the file away, or forget the history in the settings: a new one is made when "
                          "the room starts.")};
    case ServerErrorKind::HistoryForeign:
        return {Words::tr("The room could not start: %1 is no history of a room.").arg(error.file),
                Words::tr("It holds something else, or was written by a later version. It was not changed."),
                Words::tr("Move it away: a new one is made when the room starts.")};
    case ServerErrorKind::Other:
        return {Words::tr("The room could not start on %1, port %2.").arg(error.address, port),
                systemsWords(error.detail), Words::tr("Choose another address or port, and try again.")};
    }
    Q_UNREACHABLE();
}

ErrorText historyEndText(const ServerError &error)
{
    ErrorText text = serverErrorText(error);
    text.what =
        Words::tr("The room goes on, but what is said from now on is not kept in %1.").arg(error.file);
    return text;
}

} // namespace confab
