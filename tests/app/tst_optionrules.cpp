#include "app/optionrules.h"

#include "server/limits.h"

#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

const OptionRule *ruleNamed(const QList<OptionRule> &rules, QLatin1StringView name)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [name](const OptionRule &rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

class TestOptionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveNamesOfTheirOwn()
    {
        std::set<QByteArray> names;
        const QList<OptionRule> rules = optionRules(true);
        for (const OptionRule &rule : rules) {
            QVERIFY2(names.insert(QByteArray(rule.name.data(), rule.name.size())).second, rule.name.data());
            QVERIFY2(qstrlen(rule.description) > 0, rule.name.data());
        }
        for (const LimitRule &limit : limitRules())
            QVERIFY2(names.insert(limit.name).second, limit.name);
    }

    void whatIsForATerminalIsTheHeadlessProgramsAlone()
    {
        for (const QLatin1StringView name : {"json"_L1, "no-qr-code"_L1}) {
            QVERIFY(ruleNamed(optionRules(true), name));
            QVERIFY(!ruleNamed(optionRules(false), name));
        }
    }

    void aHostMayEndWithTheDotOfTheRoot()
    {
        const QList<OptionRule> rules = optionRules(true);
        Options options;
        QVERIFY(!ruleNamed(rules, "host"_L1)->apply(options, u"Chat.example.org."_s));
        QCOMPARE(options.policy.hostNames, QStringList{u"chat.example.org"_s});
        QVERIFY(ruleNamed(rules, "host"_L1)->apply(options, u"."_s));
    }

    void badValuesChangeNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("error");
        using Kind = OptionError::Kind;
        QTest::newRow("port") << u"port"_s << u"65536"_s << int(Kind::BadPort);
        QTest::newRow("address") << u"bind"_s << u"here"_s << int(Kind::BadAddress);
        QTest::newRow("subprotocols") << u"subprotocols"_s << u"good,not good"_s << int(Kind::BadSubprotocol);
        QTest::newRow("origin") << u"origin"_s << u"example"_s << int(Kind::BadOrigin);
        QTest::newRow("host") << u"host"_s << u"example.org:80"_s << int(Kind::BadHost);
        QTest::newRow("file") << u"tls-key"_s << QString() << int(Kind::BadFile);
        QTest::newRow("language") << u"lang"_s << u"fr"_s << int(Kind::BadLanguage);
    }
    void badValuesChangeNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const int, error);
        const QList<OptionRule> rules = optionRules(true);
        const OptionRule *rule = ruleNamed(rules, QLatin1StringView(name.toLatin1().constData()));
        QVERIFY(rule);
        Options options;
        const std::optional<OptionError::Kind> said = rule->apply(options, value);
        QVERIFY(said.has_value());
        QCOMPARE(int(*said), error);
        const ServerPolicy untouched;
        QCOMPARE(options.policy.port, untouched.port);
        QCOMPARE(options.policy.address, untouched.address);
        QCOMPARE(options.policy.subprotocols, untouched.subprotocols);
        QCOMPARE(options.policy.allowedOrigins, untouched.allowedOrigins);
        QCOMPARE(options.policy.hostNames, untouched.hostNames);
        QVERIFY(!options.policy.tls.isOn());
        QCOMPARE(options.language, QString());
    }
};

QTEST_GUILESS_MAIN(TestOptionRules)
#include "tst_optionrules.moc"
