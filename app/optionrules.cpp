#include "app/optionrules.h"

#include "app/originoption.h"
#include "core/wire/httphead.h"
#include "server/banlist.h"
#include "server/originpolicy.h"
#include "server/pin.h"

#include <QCoreApplication>
#include <QUrl>

#include <iterator>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

std::optional<OptionError::Kind> setPort(Options &options, const QString &value)
{
    bool isNumber = false;
    const quint16 port = value.toUShort(&isNumber);
    if (!isNumber)
        return OptionError::Kind::BadPort;
    options.policy.port = port;
    return {};
}

std::optional<OptionError::Kind> setAddress(Options &options, const QString &value)
{
    const QHostAddress address(value == "localhost"_L1 ? u"127.0.0.1"_s : value);
    if (address.isNull())
        return OptionError::Kind::BadAddress;
    options.policy.address = address;
    return {};
}

std::optional<OptionError::Kind> setSubprotocols(Options &options, const QString &value)
{
    QList<QByteArray> subprotocols;
    const QStringList names = value.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const QByteArray subprotocol = name.trimmed().toUtf8();
        if (!isToken(subprotocol))
            return OptionError::Kind::BadSubprotocol;
        if (!subprotocols.contains(subprotocol))
            subprotocols.append(subprotocol);
    }
    options.policy.subprotocols = subprotocols;
    return {};
}

std::optional<OptionError::Kind> addOrigin(Options &options, const QString &value)
{
    const QByteArray origin = serialisedOrigin(value);
    if (origin.isEmpty())
        return OptionError::Kind::BadOrigin;
    options.policy.allowedOrigins.append(origin);
    return {};
}

std::optional<OptionError::Kind> addHost(Options &options, const QString &value)
{
    // As a Host field has it, without the port; the dot of the root is left out where hosts are compared.
    const QString name = value.endsWith(u'.') ? value.chopped(1) : value;
    const std::optional<Origin> origin = parseOrigin("http://" + QUrl::toAce(name));
    const bool isAddress = !QHostAddress(name).isNull();
    if (!isAddress && (!origin || name.contains(u':')))
        return OptionError::Kind::BadHost;
    options.policy.hostNames.append(isAddress ? name : QString::fromLatin1(origin->host));
    return {};
}

std::optional<OptionError::Kind> setPin(Options &options, const QString &value)
{
    if (!isPin(value.toUtf8()))
        return OptionError::Kind::BadPin;
    options.policy.pin = value.toLatin1();
    return {};
}

std::optional<OptionError::Kind> addBan(Options &options, const QString &value)
{
    const QHostAddress address = readBannedAddress(value);
    if (address.isNull())
        return OptionError::Kind::BadBan;
    options.policy.bannedAddresses.append(address);
    return {};
}

std::optional<OptionError::Kind> setLanguage(Options &options, const QString &value)
{
    if (value != "en"_L1 && value != "ko"_L1)
        return OptionError::Kind::BadLanguage;
    options.language = value;
    return {};
}

/// TLS with files from now on, whatever the settings say.
std::optional<OptionError::Kind> setTlsFile(Options &options, QString TlsPolicy::*file, const QString &value)
{
    if (value.isEmpty())
        return OptionError::Kind::BadFile;
    options.policy.tls.mode = TlsMode::Files;
    options.policy.tls.*file = value;
    return {};
}

const OptionRule rules[] = {
    {"port"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("Options", "Listen on this port; 0 takes any free one (default 3000)."), setPort},
    {"bind"_L1, "ADDRESS"_L1,
     QT_TRANSLATE_NOOP("Options",
                       "Listen on this address alone (default 127.0.0.1: only this computer can join)."),
     setAddress},
    {"lan"_L1,
     {},
     QT_TRANSLATE_NOOP("Options", "Listen on every network of this computer, so that others can join."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.address = QHostAddress(QHostAddress::Any);
         return {};
     }},
    {"tls-cert"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("Options",
                       "Encrypt with TLS (https:// and wss://), with the certificate in this PEM file."),
     [](Options &options, const QString &value) {
         return setTlsFile(options, &TlsPolicy::certificateFile, value);
     }},
    {"tls-key"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("Options", "The certificate's private key, in a PEM file without a passphrase."),
     [](Options &options, const QString &value) { return setTlsFile(options, &TlsPolicy::keyFile, value); }},
    {"tls-self-signed"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Options",
         "Encrypt with TLS, with a certificate that is made here and kept; browsers warn about it once."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.tls.mode = TlsMode::SelfSigned;
         return {};
     }},
    {"tls-allow-plain"_L1,
     {},
     QT_TRANSLATE_NOOP("Options", "Let http:// and ws:// go on beside TLS, on the same port."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.tls.allowPlain = true;
         return {};
     }},
    {"subprotocols"_L1, "A,B"_L1,
     QT_TRANSLATE_NOOP("Options",
                       "The subprotocols that are supported (default chatting,chat,echo,confab.v1)."),
     setSubprotocols},
    {"accept-unknown-subprotocol"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Options",
         "Accept a client that offers only other subprotocols, without one, instead of refusing it."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.acceptUnknownSubprotocol = true;
         return {};
     }},
    {"no-compression"_L1,
     {},
     QT_TRANSLATE_NOOP("Options", "Compress no messages, even for clients that offer permessage-deflate."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.deflate.enabled = false;
         return {};
     }},
    {"origin"_L1, "ORIGIN"_L1,
     QT_TRANSLATE_NOOP("Options",
                       "Let pages of this origin join, for example https://example.org; may be repeated."),
     addOrigin},
    {"any-origin"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Options",
         "Let pages of any origin join. Any page that is open in a browser here can then read the room."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.policy.allowAnyOrigin = true;
         return {};
     }},
    {"host"_L1, "NAME"_L1,
     QT_TRANSLATE_NOOP(
         "Options", "Answer to this name too, for example chat.example.org; may be repeated. The addresses "
                    "and names of this computer need not be given."),
     addHost},
    {"pin"_L1, "DIGITS"_L1,
     QT_TRANSLATE_NOOP("Options", "Ask everybody who joins for this PIN, 4 to 12 digits; the join link "
                                  "carries it."),
     setPin},
    {"ban"_L1, "ADDRESS"_L1,
     QT_TRANSLATE_NOOP("Options", "Let in nobody from this address; may be repeated."), addBan},
    {"history"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("Options",
                       "Keep what is said in this file (SQLite), beyond the end of the program; who comes "
                       "later gets the last of it."),
     [](Options &options, const QString &value) -> std::optional<OptionError::Kind> {
         if (value.isEmpty())
             return OptionError::Kind::BadFile;
         options.policy.historyFile = value;
         return {};
     }},
    {"lang"_L1, "en|ko"_L1,
     QT_TRANSLATE_NOOP("Options", "The language of the program (default: the system's)."), setLanguage},
};

const OptionRule headlessRules[] = {
    {"json"_L1,
     {},
     QT_TRANSLATE_NOOP("Options", "Report what happens as one JSON object per line on standard output."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.json = true;
         return {};
     }},
    {"no-qr-code"_L1,
     {},
     QT_TRANSLATE_NOOP("Options",
                       "Show no QR code of the join link. Without this, a terminal shows one where "
                       "phones can join."),
     [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
         options.qrCode = false;
         return {};
     }},
};

} // namespace

QList<OptionRule> optionRules(bool headless)
{
    QList<OptionRule> known(std::begin(rules), std::end(rules));
    if (headless)
        known += QList<OptionRule>(std::begin(headlessRules), std::end(headlessRules));
    return known;
}

} // namespace confab
