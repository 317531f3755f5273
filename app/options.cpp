#include "app/options.h"

#include "app/originoption.h"
#include "core/wire/httphead.h"
#include "server/limits.h"
#include "server/originpolicy.h"
#include "ui/text/limittext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <optional>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// What an option does to the options, given its value; an error kind if the value will not do.
using Apply = std::optional<OptionError::Kind> (*)(Options &options, const QString &value);

struct OptionRule
{
    QLatin1StringView name;
    QLatin1StringView valueName; ///< empty: a switch
    const char *description;
    Apply apply;
};

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
    // As a Host field has it, without the port.
    const std::optional<Origin> origin = parseOrigin("http://" + QUrl::toAce(value));
    const bool isAddress = !QHostAddress(value).isNull();
    if (!isAddress && (!origin || value.contains(u':')))
        return OptionError::Kind::BadHost;
    options.policy.hostNames.append(isAddress ? value : QString::fromLatin1(origin->host));
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
    {"lang"_L1, "en|ko"_L1,
     QT_TRANSLATE_NOOP("Options", "The language of the program (default: the system's)."), setLanguage},
};

const OptionRule jsonRule{
    "json"_L1,
    {},
    QT_TRANSLATE_NOOP("Options", "Report what happens as one JSON object per line on standard output."),
    [](Options &options, const QString &) -> std::optional<OptionError::Kind> {
        options.json = true;
        return {};
    }};

/// The limits that this program has. @param withJson whether it is confabd.
QList<const LimitRule *> knownLimits(bool withJson)
{
    QList<const LimitRule *> known;
    for (const LimitRule &rule : limitRules()) {
        if (!withJson || !rule.windowAlone)
            known.append(&rule);
    }
    return known;
}

QLatin1StringView valueNameOf(const LimitRule &rule)
{
    switch (rule.unit) {
    case LimitUnit::Octets:
    case LimitUnit::OctetsPerSecond:
        return "BYTES"_L1;
    case LimitUnit::Seconds:
        return "SECONDS"_L1;
    case LimitUnit::Count:
    case LimitUnit::PerSecond:
        break;
    }
    return "N"_L1;
}

std::optional<OptionError> applyLimit(Options &options, const LimitRule &rule, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || !setLimit(options.policy, rule, number))
        return OptionError{OptionError::Kind::BadCount, u"--"_s + QLatin1StringView(rule.name), value,
                           rule.min, rule.max};
    // Who asks for a bound per address means every address.
    if (rule.limit == Limit::AddressConnections || rule.limit == Limit::AddressHandshakes)
        options.policy.perAddress.holdForLoopback = true;
    return {};
}

QList<OptionRule> knownRules(bool withJson)
{
    QList<OptionRule> known(std::begin(rules), std::end(rules));
    if (withJson)
        known.append(jsonRule);
    return known;
}

/// What is wrong with the options together.
std::optional<OptionError> checkTogether(const QCommandLineParser &parser)
{
    using Kind = OptionError::Kind;
    constexpr std::pair<QLatin1StringView, QLatin1StringView> contradictions[] = {
        {"bind"_L1, "lan"_L1}, {"tls-cert"_L1, "tls-self-signed"_L1}, {"tls-key"_L1, "tls-self-signed"_L1}};
    for (const auto &[one, other] : contradictions) {
        if (parser.isSet(QString(one)) && parser.isSet(QString(other)))
            return OptionError{Kind::Contradiction, "--"_L1 + one, "--"_L1 + other};
    }
    constexpr std::pair<QLatin1StringView, QLatin1StringView> needs[] = {{"tls-cert"_L1, "tls-key"_L1},
                                                                         {"tls-key"_L1, "tls-cert"_L1}};
    for (const auto &[one, other] : needs) {
        if (parser.isSet(QString(one)) && !parser.isSet(QString(other)))
            return OptionError{Kind::Incomplete, "--"_L1 + one, "--"_L1 + other};
    }
    return {};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments, const ServerPolicy &base, bool withJson)
{
    using Kind = OptionError::Kind;
    const QList<OptionRule> known = knownRules(withJson);
    QCommandLineParser parser;
    for (const OptionRule &rule : known)
        parser.addOption({QString(rule.name), QString(), QString(rule.valueName)});
    const QList<const LimitRule *> limits = knownLimits(withJson);
    for (const LimitRule *rule : limits)
        parser.addOption({QString::fromLatin1(rule->name), QString(), QString(valueNameOf(*rule))});
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
    parser.addOption(QCommandLineOption(QStringList{u"v"_s, u"version"_s}));

    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return ShowHelp{};
    if (parser.isSet(u"version"_s))
        return ShowVersion{};
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return OptionError{
            Kind::UnknownOption, (unknown.first().size() > 1 ? u"--"_s : u"-"_s) + unknown.first(), {}};
    if (!understood) // the one other reason: the last option lacks its value
        return OptionError{Kind::MissingValue, arguments.constLast(), {}};
    if (!parser.positionalArguments().isEmpty())
        return OptionError{Kind::UnexpectedArgument, {}, parser.positionalArguments().first()};
    if (const std::optional<OptionError> error = checkTogether(parser))
        return *error;

    Options options;
    options.policy = base;
    for (const OptionRule &rule : known) {
        if (!parser.isSet(QString(rule.name)))
            continue;
        const QStringList values =
            rule.valueName.isEmpty() ? QStringList{QString()} : parser.values(QString(rule.name));
        for (const QString &value : values) {
            if (const auto error = rule.apply(options, value))
                return OptionError{*error, u"--"_s + rule.name, value};
        }
    }
    for (const LimitRule *rule : limits) {
        const QStringList values = parser.values(QString::fromLatin1(rule->name));
        for (const QString &value : values) {
            if (const auto error = applyLimit(options, *rule, value))
                return *error;
        }
    }
    if (parser.isSet(u"tls-allow-plain"_s) && !options.policy.tls.isOn())
        return OptionError{Kind::Incomplete, u"--tls-allow-plain"_s, u"--tls-self-signed"_s};
    return options;
}

QList<OptionDescription> optionDescriptions(bool withJson)
{
    QList<OptionDescription> descriptions;
    const QList<OptionRule> known = knownRules(withJson);
    for (const OptionRule &rule : known) {
        const QString value = rule.valueName.isEmpty() ? QString() : u' ' + QString(rule.valueName);
        descriptions.append(
            {u"--"_s + rule.name + value, QCoreApplication::translate("Options", rule.description)});
    }
    for (const LimitRule *rule : knownLimits(withJson)) {
        const QString text =
            QCoreApplication::translate("Options", "%1 Default: %2.", "what an option does, and its default");
        descriptions.append(
            {u"--"_s + QLatin1StringView(rule->name) + u' ' + valueNameOf(*rule),
             text.arg(limitExplanation(rule->limit), limitValueText(*rule, defaultOf(*rule)))});
    }
    return descriptions;
}

QString requestedLanguage(const QStringList &arguments)
{
    const qsizetype index = arguments.lastIndexOf(u"--lang"_s);
    if (index >= 0 && index + 1 < arguments.size())
        return arguments.at(index + 1);
    for (const QString &argument : arguments) {
        if (argument.startsWith("--lang="_L1))
            return argument.sliced(7);
    }
    return {};
}

} // namespace confab
