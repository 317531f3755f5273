#include "app/terminaltext.h"

#include "app/originoption.h"
#include "server/joinlinks.h"
#include "server/pin.h"
#include "ui/text/boundtext.h"
#include "ui/text/payloadtext.h"
#include "ui/text/refusaltext.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace confab::terminaltext {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TerminalText)
};

/// What the peer chose: as one line of bounded length.
QString shown(const QString &value)
{
    constexpr qsizetype maxShown = 120;
    return oneLine(value, maxShown);
}

} // namespace

QString help(const QString &program, bool headless)
{
    QString text = Words::tr("Usage: %1 [OPTION …]").arg(program) + u'\n' +
                   Words::tr("Hosts a chat room that browsers join by a link.") + u"\n\n"_s;
    QList<OptionDescription> rows = optionDescriptions(headless);
    rows.append({u"--help"_s, Words::tr("Show this text.")});
    rows.append({u"--version"_s, Words::tr("Show the version.")});
    for (const OptionDescription &row : std::as_const(rows))
        text += u"  "_s + row.option + u"\n        "_s + row.text + u'\n';
    if (!headless)
        text +=
            u'\n' + Words::tr("What no option says is as it was set in the window before; the defaults here "
                              "are those of the first start.");
    return text.trimmed();
}

QString version(const QString &program)
{
    return program + u' ' + QCoreApplication::applicationVersion();
}

QString optionError(const OptionError &error)
{
    using Kind = OptionError::Kind;
    switch (error.kind) {
    case Kind::UnknownOption:
        return Words::tr("There is no option %1: see --help for those there are.").arg(error.option);
    case Kind::UnexpectedArgument:
        return Words::tr("'%1' is not an option: options begin with --, see --help.").arg(error.value);
    case Kind::MissingValue:
        return Words::tr("The option %1 needs a value behind it: see --help.").arg(error.option);
    case Kind::UnexpectedValue:
        return Words::tr("The option %1 takes no value: leave '=%2' out.").arg(error.option, error.value);
    case Kind::BadPort:
        return Words::tr(
                   "'%2' is not a port for %1: give a number from 0 to 65535, where 0 takes any free port.")
            .arg(error.option, error.value);
    case Kind::BadAddress:
        return Words::tr(
                   "'%2' is not an address for %1: give an IPv4 or IPv6 address of this computer, such as "
                   "127.0.0.1.")
            .arg(error.option, error.value);
    case Kind::BadCount:
        return Words::tr("'%2' will not do for %1: give a whole number from %3 to %4.")
            .arg(error.option, error.value, QString::number(error.min), QString::number(error.max));
    case Kind::BadSubprotocol:
        return Words::tr("'%2' will not do for %1: give names without spaces, separated by commas, such as "
                         "chat,echo.")
            .arg(error.option, error.value);
    case Kind::BadOrigin:
        return Words::tr(
                   "'%2' is not an origin for %1: give a scheme and a host, such as https://example.org.")
            .arg(error.option, error.value);
    case Kind::BadHost:
        return Words::tr("'%2' is not a name for %1: give a host name or an address without a port, such as "
                         "chat.example.org.")
            .arg(error.option, error.value);
    case Kind::BadPin:
        return Words::tr("'%2' is not a PIN for %1: give %3 to %4 digits.")
            .arg(error.option, error.value, QString::number(PinLength::min), QString::number(PinLength::max));
    case Kind::BadBan:
        return Words::tr(
                   "'%2' is not an address for %1: give the IPv4 or IPv6 address of who is to stay out, such "
                   "as 192.168.0.12.")
            .arg(error.option, error.value);
    case Kind::BadLanguage:
        return Words::tr("'%2' is not a language for %1: give en or ko.").arg(error.option, error.value);
    case Kind::BadFile:
        return Words::tr("The option %1 was given no file: give the path of one.").arg(error.option);
    case Kind::NeedsTls:
        return Words::tr("%1 does not work alone: give --tls-self-signed, or --tls-cert and --tls-key, too.")
            .arg(error.option);
    case Kind::Incomplete:
        return Words::tr("%1 does not work alone: give %2 too.").arg(error.option, error.value);
    case Kind::Contradiction:
        return Words::tr("%1 and %2 contradict each other: give only one of them.")
            .arg(error.option, error.value);
    }
    Q_UNREACHABLE();
}

QString serverError(const ServerError &error)
{
    switch (error.kind) {
    case ServerErrorKind::PortInUse:
        return Words::tr(
                   "Port %1 is in use by another program: end that program, or choose another port with "
                   "--port.")
            .arg(error.port);
    case ServerErrorKind::AddressNotAvailable:
        return Words::tr(
                   "%1 is not an address of this computer: choose another with --bind, or use --lan for all "
                   "of them.")
            .arg(error.address);
    case ServerErrorKind::PermissionDenied:
        return Words::tr(
                   "The system does not allow this program to listen on port %1: choose a port from 1024 up "
                   "with --port.")
            .arg(error.port);
    case ServerErrorKind::TlsUnavailable:
        return Words::tr(
            "Confab cannot speak TLS, because Qt found no OpenSSL 3: install it, or start without "
            "the --tls options.");
    case ServerErrorKind::CertificateUnreadable:
        return Words::tr(
                   "The certificate file %1 could not be read (%2): check the path that --tls-cert names.")
            .arg(error.file, error.detail);
    case ServerErrorKind::CertificateInvalid:
        return Words::tr("There is no certificate in PEM form in %1: give a file with -----BEGIN "
                         "CERTIFICATE----- in it to --tls-cert.")
            .arg(error.file);
    case ServerErrorKind::KeyUnreadable:
        return Words::tr(
                   "The key file %1 could not be read (%2): check the path that --tls-key names, and who "
                   "may read it.")
            .arg(error.file, error.detail);
    case ServerErrorKind::KeyInvalid:
        return Words::tr(
                   "There is no usable private key in %1: give a file with an RSA or EC key in PEM form "
                   "and without a passphrase to --tls-key.")
            .arg(error.file);
    case ServerErrorKind::KeyMismatch:
        return Words::tr("The private key in %1 does not belong to the certificate: give the two files that "
                         "were made together to --tls-cert and --tls-key.")
            .arg(error.file);
    case ServerErrorKind::CertificateRefused:
        return Words::tr(
                   "OpenSSL does not accept the certificate in %1 (%2): give one with an EC key, or an RSA "
                   "key of 2048 bits or more, signed with SHA-256, to --tls-cert and --tls-key.")
            .arg(error.file, error.detail);
    case ServerErrorKind::IdentityNotStored:
        return Words::tr(
                   "The self-signed certificate could not be kept in %1 (%2): make room there and see who "
                   "may write, or bring your own with --tls-cert and --tls-key.")
            .arg(error.file, error.detail);
    case ServerErrorKind::HistoryUnusable:
        return Words::tr("What is said cannot be kept in %1 (%2): see whether its folder is there, who may "
                         "write to it and whether the disk is full, or choose another file with --history.")
            .arg(error.file, error.detail);
    case ServerErrorKind::HistoryInUse:
        return Words::tr("The history %1 is in use by another program, perhaps a second Confab: end that, or "
                         "choose another file with --history.")
            .arg(error.file);
    case ServerErrorKind::HistoryStalled:
        return Words::tr(
                   "What is said cannot be kept in %1, for the disk did not answer in time: see whether "
                   "it is still connected and what else keeps it busy, or choose a file elsewhere with "
                   "--history.")
            .arg(error.file);
    case ServerErrorKind::HistoryDamaged:
        return Words::tr("The history %1 is damaged (%2): move it away, or choose another file with "
                         "--history; one that is not there yet is made.")
            .arg(error.file, error.detail);
    case ServerErrorKind::HistoryForeign:
        return Words::tr("%1 is no history of a room, or one of a later version, and was not changed: choose "
                         "another file with --history; one that is not there yet is made.")
            .arg(error.file);
    case ServerErrorKind::None:
    case ServerErrorKind::Other:
        break;
    }
    return Words::tr(
               "Confab could not listen on %1, port %2 (%3): choose another address or port with --bind and "
               "--port.")
        .arg(error.address, QString::number(error.port), error.detail);
}

QString historyEnd(const ServerError &error)
{
    return Words::tr("The room goes on, but what is said from now on is not kept.") + u' ' +
           serverError(error);
}

QString listening(const QStringList &joinLinks, const QByteArray &fingerprint, const QString &qrCode,
                  const QString &historyFile, const QByteArray &pin)
{
    QString text = Words::tr("The room is open. Join with a browser:");
    for (const QString &link : joinLinks)
        text += u"\n  "_s + link;
    if (!pin.isEmpty())
        text += u'\n' + Words::tr("Who joins is asked for the PIN %1; these links carry it.")
                            .arg(QString::fromLatin1(pin));
    if (!qrCode.isEmpty())
        text +=
            u'\n' + Words::tr("Or point the camera of a phone in the same network at this:") + u'\n' + qrCode;
    if (!joinLinks.isEmpty()) {
        text += u'\n' +
                Words::tr("WebSocket address: %1").arg(webSocketAddress(QUrl(joinLinks.first())).toString());
    }
    if (!fingerprint.isEmpty())
        text += u'\n' +
                Words::tr("SHA-256 fingerprint of the certificate: %1").arg(QString::fromLatin1(fingerprint));
    if (!historyFile.isEmpty())
        text +=
            u'\n' + Words::tr("What is said is kept in %1. To forget it, delete the file when the room is "
                              "closed.")
                        .arg(historyFile);
    return text + u'\n' + Words::tr("Ctrl+C closes the room.");
}

QString joined(const MemberInfo &member, int count)
{
    return Words::tr("%1 (%2) joined; now %n connection(s)", nullptr, count).arg(member.name, member.address);
}

QString named(const MemberInfo &member, const QString &formerName)
{
    return Words::tr("%1 (%2) is now %3").arg(formerName, member.address, member.name);
}

QString left(const MemberInfo &member, int count)
{
    const QString text = Words::tr("%1 (%2) left with %3; now %n connection(s)", nullptr, count)
                             .arg(member.name, member.address, QString::number(int(member.close.code)));
    return member.exceeded == Bound::None ? text : text + u". "_s + boundText(member.exceeded);
}

QString refused(const Refusal &refusal)
{
    if (refusal.reason == RefusalReason::OriginForbidden) {
        const bool isOrigin =
            !refusal.origin.isEmpty() && serialisedOrigin(refusal.origin) == refusal.origin.toUtf8();
        const QString text =
            isOrigin
                ? Words::tr("Refused %1 (%2): a page of %3 wanted to join. To let it in, start again with "
                            "--origin %3.")
                : Words::tr("Refused %1 (%2): it named the origin %3, which no browser does.");
        return text.arg(refusal.address, QString::number(refusal.status), shown(refusal.origin));
    }
    if (refusal.reason == RefusalReason::HostForeign) {
        return Words::tr(
                   "Refused %1 (%2): it was meant for %3. If that is a name of this server, start again "
                   "with --host and that name.")
            .arg(refusal.address, QString::number(refusal.status), shown(refusal.host));
    }
    if (isBeforeRequest(refusal.reason))
        return Words::tr("Refused %1: %2").arg(refusal.address, refusalText(refusal).why);
    return Words::tr("Refused %1 (%2): %3")
        .arg(refusal.address, QString::number(refusal.status), refusalText(refusal).why);
}

QString stopping()
{
    return Words::tr("Closing the room …");
}

QString linesLeftOut(qint64 count)
{
    return Words::tr("%n line(s) are missing here, because this output was not read fast enough: read it "
                     "faster, or send it to a file.",
                     nullptr, int(std::min(count, qint64(std::numeric_limits<int>::max()))));
}

QString noDisplay()
{
    return Words::tr(
        "Confab cannot open its window: no display is named here (DISPLAY and WAYLAND_DISPLAY are empty). "
        "Start it in a desktop session, or start confabd, which hosts the same room in the terminal.");
}

} // namespace confab::terminaltext
