#include "app/settingsstore.h"

#include "server/limits.h"

#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace confab;
using namespace Qt::StringLiterals;

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup() { QFile::remove(fileName()); }

    void startsWithTheDefaults()
    {
        const SettingsStore store(fileName());
        const ServerPolicy policy = store.policy();
        QCOMPARE(policy.port, ServerPolicy().port);
        QCOMPARE(policy.address, ServerPolicy().address);
        QCOMPARE(policy.subprotocols, ServerPolicy().subprotocols);
        QCOMPARE(policy.allowedOrigins, ServerPolicy().allowedOrigins);
        QCOMPARE(policy.pin, QByteArray());
        QCOMPARE(policy.tls, TlsPolicy());
        QVERIFY(policy.deflate.enabled);
        QCOMPARE(store.language(), QString());
        QCOMPARE(store.theme(), QString());
        QCOMPARE(store.layout(), QByteArray());
        QCOMPARE(store.exportFolder(), QString());
    }

    void remembers()
    {
        ServerPolicy policy;
        policy.port = 0;
        policy.address = QHostAddress(QHostAddress::Any);
        policy.subprotocols = {"one", "two"};
        policy.acceptUnknownSubprotocol = true;
        policy.deflate.enabled = false;
        policy.allowedOrigins = {"https://example.org", "null"};
        policy.pin = "0815";
        policy.tls.mode = TlsMode::SelfSigned;
        {
            SettingsStore store(fileName());
            store.storeChanges({}, policy);
            store.setCertificatePins({u"a:1 AA"_s, u"b:2 BB"_s});
            store.setLanguage(u"ko"_s);
            store.setTheme(u"dark"_s);
            store.setExportFolder(u"/srv/lesson"_s);
            store.setLayout("\0\xFF layout"_ba);
        }
        const SettingsStore store(fileName());
        QCOMPARE(store.policy().port, policy.port);
        QCOMPARE(store.policy().address, policy.address);
        QCOMPARE(store.policy().subprotocols, policy.subprotocols);
        QCOMPARE(store.policy().acceptUnknownSubprotocol, true);
        QCOMPARE(store.policy().deflate.enabled, false);
        QCOMPARE(store.policy().pin, policy.pin);
        QCOMPARE(store.policy().tls, policy.tls);
        QCOMPARE(store.policy().allowedOrigins, policy.allowedOrigins);
        QCOMPARE(store.certificatePins(), (QStringList{u"a:1 AA"_s, u"b:2 BB"_s}));
        QCOMPARE(store.language(), u"ko"_s);
        QCOMPARE(store.theme(), u"dark"_s);
        QCOMPARE(store.exportFolder(), u"/srv/lesson"_s);
        QCOMPARE(store.layout(), "\0\xFF layout"_ba);
    }

    /// --bind: at the next start it is what the window last said, never more.
    void oneAddressIsNotRemembered()
    {
        ServerPolicy given;
        given.address = QHostAddress(u"192.0.2.2"_s);
        for (const QHostAddress &chosen :
             {QHostAddress(QHostAddress::Any), QHostAddress(QHostAddress::LocalHost)}) {
            ServerPolicy policy;
            policy.address = chosen;
            SettingsStore(fileName()).storeChanges(given, policy);
            ServerPolicy bound = policy;
            bound.address = given.address;
            SettingsStore(fileName()).storeChanges(policy, bound);
            QCOMPARE(SettingsStore(fileName()).policy().address, chosen);
        }
    }

    void anEmptyListOfSubprotocolsStaysEmpty()
    {
        ServerPolicy policy;
        policy.subprotocols.clear();
        SettingsStore(fileName()).storeChanges({}, policy);
        QCOMPARE(SettingsStore(fileName()).policy().subprotocols, QList<QByteArray>());
    }

    void remembersEveryLimit()
    {
        constexpr qint64 value = 7; // within every limit's bounds, and nobody's default
        ServerPolicy before;
        for (const LimitRule &rule : limitRules()) {
            ServerPolicy policy;
            QVERIFY(setLimit(policy, rule, value));
            SettingsStore(fileName()).storeChanges(std::exchange(before, policy), policy);
            const ServerPolicy remembered = SettingsStore(fileName()).policy();
            for (const LimitRule &other : limitRules())
                QCOMPARE(other.value(remembered), &other == &rule ? value : defaultOf(other));
        }
    }

    void aPinThatIsNoneIsNotTaken()
    {
        ServerPolicy policy;
        policy.pin = "let me in";
        SettingsStore(fileName()).storeChanges({}, policy);
        QCOMPARE(SettingsStore(fileName()).policy().pin, QByteArray());
        ServerPolicy right = policy;
        right.pin = "0815";
        SettingsStore(fileName()).storeChanges(policy, right);
        QCOMPARE(SettingsStore(fileName()).policy().pin, "0815"_ba);
        SettingsStore(fileName()).storeChanges(right, {});
        QCOMPARE(SettingsStore(fileName()).policy().pin, QByteArray());
    }

    void limitsThatMakeNoSenseAreNotTaken()
    {
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[limits]\nmax-head=99999\nmax-message=many\nmax-queue=0\nmessages-per-second=-1\n");
        file.close();
        const ServerPolicy policy = SettingsStore(fileName()).policy();
        for (const LimitRule &rule : limitRules())
            QCOMPARE(rule.value(policy), defaultOf(rule));
    }

    /// The window has no place to see or drop the files; what was encrypted stays so.
    void filesOfTlsAreNotRemembered()
    {
        ServerPolicy policy;
        policy.tls = {TlsMode::Files, u"/a.pem"_s, u"/b.pem"_s, {}, true};
        SettingsStore(fileName()).storeChanges({}, policy);
        TlsPolicy selfSigned;
        selfSigned.mode = TlsMode::SelfSigned;
        QCOMPARE(SettingsStore(fileName()).policy().tls, selfSigned);
        SettingsStore(fileName()).storeChanges(policy, {});
        QVERIFY(!SettingsStore(fileName()).policy().tls.isOn());
    }

    /// What was given for this time may be the same as what is left alone, in whatever order.
    void onlyChangesAreRemembered()
    {
        ServerPolicy stored;
        stored.port = 4000;
        SettingsStore(fileName()).storeChanges({}, stored);
        ServerPolicy given = stored;
        given.port = 5000;
        given.historyFile = u"/a.sqlite"_s;
        given.maxMembers = 7;
        ServerPolicy edited = given;
        edited.deflate.enabled = false;
        SettingsStore(fileName()).storeChanges(given, edited);
        const ServerPolicy remembered = SettingsStore(fileName()).policy();
        QCOMPARE(remembered.port, 4000);
        QCOMPARE(remembered.historyFile, QString());
        QCOMPARE(remembered.maxMembers, ServerPolicy().maxMembers);
        QVERIFY(!remembered.deflate.enabled);
    }

    void anOriginIsRememberedWithoutThoseOfThisTime()
    {
        ServerPolicy stored;
        stored.allowedOrigins = {"https://kept.example", "https://gone.example"};
        SettingsStore(fileName()).storeChanges({}, stored);
        ServerPolicy given = stored;
        given.allowedOrigins.append("https://today.example");
        ServerPolicy edited = given;
        edited.allowedOrigins.append("https://new.example");
        edited.allowedOrigins.removeOne("https://gone.example");
        SettingsStore(fileName()).storeChanges(given, edited);
        QCOMPARE(SettingsStore(fileName()).policy().allowedOrigins,
                 (QList<QByteArray>{"https://kept.example", "https://new.example"}));
    }

    void remembersTheHistory()
    {
        ServerPolicy policy;
        policy.historyFile = u"/home/미나/방.sqlite"_s;
        SettingsStore(fileName()).storeChanges({}, policy);
        QCOMPARE(SettingsStore(fileName()).policy().historyFile, policy.historyFile);
        SettingsStore(fileName()).storeChanges(policy, {});
        QCOMPARE(SettingsStore(fileName()).policy().historyFile, QString());
    }

    void nonsenseIsNotTaken()
    {
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[host]\nport=99999\nsubprotocols=good, bad one\ntls=what\n");
        file.close();
        const ServerPolicy policy = SettingsStore(fileName()).policy();
        QCOMPARE(policy.port, ServerPolicy().port);
        QCOMPARE(policy.subprotocols, QList<QByteArray>{"good"});
        QVERIFY(policy.tls.isOn()); // never plain by mistake
    }

private:
    QString fileName() const { return m_folder.filePath(u"settings.ini"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
