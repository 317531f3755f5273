#include "app/options.h"

#include "server/limits.h"

#include <QCoreApplication>
#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

ParsedOptions parse(const QStringList &arguments, const ServerPolicy &base = {}, bool headless = true)
{
    return parseOptions(QStringList{u"confabd"_s} + arguments, base, headless);
}

Options accepted(const QStringList &arguments, const ServerPolicy &base = {})
{
    return std::get<Options>(parse(arguments, base));
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults()
    {
        const Options options = accepted({});
        QCOMPARE(options.policy.port, quint16(3000));
        QCOMPARE(options.policy.address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(options.policy.subprotocols, (QList<QByteArray>{"chatting", "chat", "echo", "confab.v1"}));
        QVERIFY(!options.policy.acceptUnknownSubprotocol);
        QVERIFY(!options.policy.allowAnyOrigin);
        QCOMPARE(options.policy.link.limits.message.maxMessageSize, quint64(16 * 1024 * 1024));
        QCOMPARE(options.policy.link.maxQueueSize, qsizetype(16 * 1024 * 1024));
        QVERIFY(!options.json);
        QVERIFY(options.qrCode);
        QCOMPARE(options.language, QString());
    }

    void everyOption()
    {
        const Options options = accepted({u"--port"_s,
                                          u"0"_s,
                                          u"--lan"_s,
                                          u"--subprotocols"_s,
                                          u"a, b,a"_s,
                                          u"--accept-unknown-subprotocol"_s,
                                          u"--origin"_s,
                                          u"https://one.example"_s,
                                          u"--origin=http://two.example:81/x"_s,
                                          u"--any-origin"_s,
                                          u"--pin"_s,
                                          u"0815"_s,
                                          u"--max-message"_s,
                                          u"1000"_s,
                                          u"--max-queue"_s,
                                          u"2000"_s,
                                          u"--max-members"_s,
                                          u"3"_s,
                                          u"--lang"_s,
                                          u"ko"_s,
                                          u"--json"_s,
                                          u"--no-qr-code"_s});
        QCOMPARE(options.policy.port, quint16(0));
        QCOMPARE(options.policy.address, QHostAddress(QHostAddress::Any));
        QCOMPARE(options.policy.subprotocols, (QList<QByteArray>{"a", "b"}));
        QVERIFY(options.policy.acceptUnknownSubprotocol);
        QCOMPARE(options.policy.allowedOrigins,
                 (QList<QByteArray>{"https://one.example", "http://two.example:81"}));
        QVERIFY(options.policy.allowAnyOrigin);
        QCOMPARE(options.policy.pin, "0815"_ba);
        QCOMPARE(options.policy.link.limits.message.maxMessageSize, quint64(1000));
        QCOMPARE(options.policy.link.limits.maxFrameSize, quint64(1000));
        QCOMPARE(options.policy.link.maxQueueSize, qsizetype(2000));
        QCOMPARE(options.policy.maxMembers, 3);
        QCOMPARE(options.language, u"ko"_s);
        QVERIFY(options.json);
        QVERIFY(!options.qrCode);
    }

    void compressionIsSwitchedOff()
    {
        QVERIFY(accepted({}).policy.deflate.enabled);
        QVERIFY(!accepted({u"--no-compression"_s}).policy.deflate.enabled);
        ServerPolicy base;
        base.deflate.enabled = false;
        QVERIFY(!accepted({}, base).policy.deflate.enabled);
    }

    void everyLimitIsAnOption_data()
    {
        QTest::addColumn<int>("limit");
        for (const LimitRule &rule : limitRules())
            QTest::newRow(rule.name) << int(rule.limit);
    }
    void everyLimitIsAnOption()
    {
        QFETCH(const int, limit);
        const LimitRule &rule = ruleOf(Limit(limit));
        const QString option = u"--"_s + QLatin1StringView(rule.name);
        const auto given = std::get<Options>(parse({option, u"47"_s}, {}, false));
        for (const LimitRule &other : limitRules())
            QCOMPARE(other.value(given.policy), &other == &rule ? 47 : defaultOf(other));
        const auto error = std::get<OptionError>(parse({option, QString::number(rule.max + 1)}, {}, false));
        QCOMPARE(error.kind, OptionError::Kind::BadCount);
        QCOMPARE(error.min, rule.min);
        QCOMPARE(error.max, rule.max);
        // confabd keeps no log.
        QCOMPARE(std::holds_alternative<Options>(parse({option, u"47"_s})), !rule.windowAlone);
    }

    void askingForABoundPerAddressMeansLoopbackToo()
    {
        QVERIFY(!accepted({u"--max-members"_s, u"5"_s}).policy.perAddress.holdForLoopback);
        QVERIFY(accepted({u"--max-per-address"_s, u"5"_s}).policy.perAddress.holdForLoopback);
        QVERIFY(accepted({u"--handshakes-per-second"_s, u"5"_s}).policy.perAddress.holdForLoopback);
    }

    void hosts()
    {
        QCOMPARE(accepted({u"--host"_s, u"Chat.Example.org"_s, u"--host"_s, u"2001:db8::1"_s, u"--host"_s,
                           u"대화.example"_s})
                     .policy.hostNames,
                 QStringList({u"chat.example.org"_s, u"2001:db8::1"_s, u"xn--vk1bz38d.example"_s}));
    }

    void bans()
    {
        QCOMPARE(accepted({u"--ban"_s, u"192.168.0.12"_s, u"--ban"_s, u"::ffff:192.0.2.1"_s,
                           u"--ban=2001:db8::1"_s})
                     .policy.bannedAddresses,
                 (QList<QHostAddress>{QHostAddress(u"192.168.0.12"_s), QHostAddress(u"192.0.2.1"_s),
                                      QHostAddress(u"2001:db8::1"_s)}));
    }

    void bind()
    {
        QCOMPARE(accepted({u"--bind"_s, u"::1"_s}).policy.address, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(accepted({u"--bind"_s, u"localhost"_s}).policy.address,
                 QHostAddress(QHostAddress::LocalHost));
    }

    void tls()
    {
        QVERIFY(!accepted({}).policy.tls.isOn());
        const TlsPolicy own = accepted({u"--tls-self-signed"_s, u"--tls-allow-plain"_s}).policy.tls;
        QCOMPARE(own.mode, TlsMode::SelfSigned);
        QVERIFY(own.allowPlain);
        const TlsPolicy files =
            accepted({u"--tls-cert"_s, u"a.pem"_s, u"--tls-key"_s, u"b.pem"_s}).policy.tls;
        QCOMPARE(files.mode, TlsMode::Files);
        QCOMPARE(files.certificateFile, u"a.pem"_s);
        QCOMPARE(files.keyFile, u"b.pem"_s);
        QVERIFY(!files.allowPlain);
        ServerPolicy base;
        base.tls = own;
        QCOMPARE(accepted({}, base).policy.tls, own);
        base.tls.allowPlain = false;
        QVERIFY(accepted({u"--tls-allow-plain"_s}, base).policy.tls.allowPlain);
    }

    void keepsWhatIsNotSaid()
    {
        ServerPolicy base;
        base.port = 4321;
        base.allowedOrigins = {"https://kept.example"};
        const Options options = accepted({u"--origin"_s, u"https://more.example"_s}, base);
        QCOMPARE(options.policy.port, quint16(4321));
        QCOMPARE(options.policy.allowedOrigins,
                 (QList<QByteArray>{"https://kept.example", "https://more.example"}));
    }

    void helpAndVersion()
    {
        QVERIFY(std::holds_alternative<ShowHelp>(parse({u"--help"_s})));
        QVERIFY(std::holds_alternative<ShowHelp>(parse({u"-h"_s, u"--port"_s, u"x"_s})));
        QVERIFY(std::holds_alternative<ShowVersion>(parse({u"--version"_s})));
    }

    void jsonIsForTheTerminalAlone()
    {
        const auto error = std::get<OptionError>(parse({u"--json"_s}, {}, false));
        QCOMPARE(error.kind, OptionError::Kind::UnknownOption);
        QCOMPARE(error.option, u"--json"_s);
        const auto other = std::get<OptionError>(parse({u"--no-qr-code"_s}, {}, false));
        QCOMPARE(other.kind, OptionError::Kind::UnknownOption);
    }

    void errors_data()
    {
        using Kind = OptionError::Kind;
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const QStringList &arguments, Kind kind, const QString &option,
                            const QString &value) {
            QTest::newRow(name) << arguments << kind << option << value;
        };
        row("unknown", {u"--prot"_s}, Kind::UnknownOption, u"--prot"_s, {});
        row("unknown, one dash", {u"-x"_s}, Kind::UnknownOption, u"-x"_s, {});
        row("argument", {u"3000"_s}, Kind::UnexpectedArgument, {}, u"3000"_s);
        row("no value", {u"--port"_s}, Kind::MissingValue, u"--port"_s, {});
        row("value of a switch", {u"--lan=yes"_s, u"--port"_s, u"3999"_s}, Kind::UnexpectedValue, u"--lan"_s,
            u"yes"_s);
        row("value of the last switch", {u"--no-qr-code="_s}, Kind::UnexpectedValue, u"--no-qr-code"_s, {});
        row("port, word", {u"--port"_s, u"http"_s}, Kind::BadPort, u"--port"_s, u"http"_s);
        row("port, large", {u"--port"_s, u"65536"_s}, Kind::BadPort, u"--port"_s, u"65536"_s);
        row("port, negative", {u"--port=-1"_s}, Kind::BadPort, u"--port"_s, u"-1"_s);
        row("port, empty", {u"--port="_s}, Kind::BadPort, u"--port"_s, {});
        row("address", {u"--bind"_s, u"300.1.1.1"_s}, Kind::BadAddress, u"--bind"_s, u"300.1.1.1"_s);
        row("message 0", {u"--max-message"_s, u"0"_s}, Kind::BadCount, u"--max-message"_s, u"0"_s);
        row("queue, unit", {u"--max-queue"_s, u"1M"_s}, Kind::BadCount, u"--max-queue"_s, u"1M"_s);
        row("no threads", {u"--threads"_s, u"0"_s}, Kind::BadCount, u"--threads"_s, u"0"_s);
        row("threads, 65", {u"--threads"_s, u"65"_s}, Kind::BadCount, u"--threads"_s, u"65"_s);
        row("members, 2^31", {u"--max-members"_s, u"2147483648"_s}, Kind::BadCount, u"--max-members"_s,
            u"2147483648"_s);
        row("subprotocol", {u"--subprotocols"_s, u"a,b c"_s}, Kind::BadSubprotocol, u"--subprotocols"_s,
            u"a,b c"_s);
        row("origin", {u"--origin"_s, u"example.org"_s}, Kind::BadOrigin, u"--origin"_s, u"example.org"_s);
        row("host, URL", {u"--host"_s, u"http://a"_s}, Kind::BadHost, u"--host"_s, u"http://a"_s);
        row("host, port", {u"--host"_s, u"a:80"_s}, Kind::BadHost, u"--host"_s, u"a:80"_s);
        row("host, empty", {u"--host="_s}, Kind::BadHost, u"--host"_s, {});
        row("PIN, short", {u"--pin"_s, u"123"_s}, Kind::BadPin, u"--pin"_s, u"123"_s);
        row("PIN, letters", {u"--pin=abcd"_s}, Kind::BadPin, u"--pin"_s, u"abcd"_s);
        row("PIN, wide digits", {u"--pin=４５６７"_s}, Kind::BadPin, u"--pin"_s, u"４５６７"_s);
        row("ban, name", {u"--ban"_s, u"mina.local"_s}, Kind::BadBan, u"--ban"_s, u"mina.local"_s);
        row("ban, octal", {u"--ban"_s, u"192.168.0.012"_s}, Kind::BadBan, u"--ban"_s, u"192.168.0.012"_s);
        row("ban, empty", {u"--ban="_s}, Kind::BadBan, u"--ban"_s, {});
        row("language", {u"--lang"_s, u"fr"_s}, Kind::BadLanguage, u"--lang"_s, u"fr"_s);
        row("file", {u"--tls-key=a"_s, u"--tls-cert="_s}, Kind::BadFile, u"--tls-cert"_s, {});
        row("certificate without key", {u"--tls-cert"_s, u"a"_s}, Kind::Incomplete, u"--tls-cert"_s,
            u"--tls-key"_s);
        row("key without certificate", {u"--tls-key"_s, u"a"_s}, Kind::Incomplete, u"--tls-key"_s,
            u"--tls-cert"_s);
        row("plain without TLS", {u"--tls-allow-plain"_s}, Kind::NeedsTls, u"--tls-allow-plain"_s, {});
        row("two certificates", {u"--tls-self-signed"_s, u"--tls-cert"_s, u"a"_s}, Kind::Contradiction,
            u"--tls-cert"_s, u"--tls-self-signed"_s);
        row("bind and lan", {u"--lan"_s, u"--bind"_s, u"::1"_s}, Kind::Contradiction, u"--bind"_s,
            u"--lan"_s);
    }

    void errors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(OptionError::Kind, kind);
        QFETCH(QString, option);
        QFETCH(QString, value);
        const ParsedOptions parsed = parse(arguments);
        const auto *error = std::get_if<OptionError>(&parsed);
        QVERIFY(error);
        QCOMPARE(error->kind, kind);
        QCOMPARE(error->option, option);
        QCOMPARE(error->value, value);
        m_visited.insert(int(kind));
    }

    void everyErrorWasVisited() { QCOMPARE(int(m_visited.size()), optionErrorCount); }

    void everyOptionIsDescribed()
    {
        const QList<OptionDescription> descriptions = optionDescriptions(true);
        QCOMPARE(descriptions.size(), 19 + limitCount - 2);
        for (const OptionDescription &description : descriptions) {
            QVERIFY(description.option.startsWith("--"_L1));
            QVERIFY(!description.text.isEmpty());
        }
        QCOMPARE(optionDescriptions(false).size(), 17 + limitCount);
    }

    void languageIsFoundInAnyCommandLine()
    {
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--bad"_s, u"--lang"_s, u"ko"_s}), u"ko"_s);
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--lang=en"_s}), u"en"_s);
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--lang"_s}), QString());
        // As with all options, the last one holds.
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--lang=en"_s, u"--lang=ko"_s}), u"ko"_s);
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--lang"_s, u"en"_s, u"--lang=ko"_s}), u"ko"_s);
        QCOMPARE(requestedLanguage({u"confabd"_s, u"--lang=en"_s, u"--lang"_s, u"ko"_s}), u"ko"_s);
        QCOMPARE(requestedLanguage({u"confabd"_s}), QString());
    }

private:
    std::set<int> m_visited;
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
