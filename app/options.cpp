#include "app/options.h"

#include "app/optionrules.h"
#include "server/limits.h"
#include "ui/text/limittext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// The limits that this program has. @param headless whether it is confabd.
QList<const LimitRule *> knownLimits(bool headless)
{
    QList<const LimitRule *> known;
    for (const LimitRule &rule : limitRules()) {
        if (!headless || !rule.windowAlone)
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

std::optional<OptionError> valueOfSwitch(const QStringList &arguments, const QList<OptionRule> &rules)
{
    for (const QString &argument : arguments) {
        const qsizetype end = argument.indexOf(u'=');
        for (const OptionRule &rule : rules) {
            const QString option = "--"_L1 + rule.name;
            if (rule.valueName.isEmpty() && end == option.size() && argument.startsWith(option))
                return OptionError{OptionError::Kind::UnexpectedValue, option, argument.sliced(end + 1)};
        }
    }
    return {};
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

ParsedOptions parseOptions(const QStringList &arguments, const ServerPolicy &base, bool headless)
{
    using Kind = OptionError::Kind;
    const QList<OptionRule> known = optionRules(headless);
    QCommandLineParser parser;
    for (const OptionRule &rule : known)
        parser.addOption({QString(rule.name), QString(), QString(rule.valueName)});
    const QList<const LimitRule *> limits = knownLimits(headless);
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
    if (!understood) {
        // Two reasons are left: a switch was given a value, or the last option lacks its own.
        return valueOfSwitch(arguments, known)
            .value_or(OptionError{Kind::MissingValue, arguments.constLast(), {}});
    }
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
        return OptionError{Kind::NeedsTls, u"--tls-allow-plain"_s, {}};
    return options;
}

QList<OptionDescription> optionDescriptions(bool headless)
{
    QList<OptionDescription> descriptions;
    const QList<OptionRule> known = optionRules(headless);
    for (const OptionRule &rule : known) {
        const QString value = rule.valueName.isEmpty() ? QString() : u' ' + QString(rule.valueName);
        descriptions.append(
            {u"--"_s + rule.name + value, QCoreApplication::translate("Options", rule.description)});
    }
    for (const LimitRule *rule : knownLimits(headless)) {
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
    constexpr QLatin1StringView option("--lang");
    QString language; // the last one holds
    for (qsizetype index = 1; index < arguments.size(); ++index) {
        const QString &argument = arguments.at(index);
        if (argument == option && index + 1 < arguments.size())
            language = arguments.at(++index);
        else if (argument.startsWith(option) && argument.sliced(option.size()).startsWith(u'='))
            language = argument.sliced(option.size() + 1);
    }
    return language;
}

} // namespace confab
