#include "app/settingsstore.h"

#include "server/limits.h"

#include <QTemporaryDir>
#include <QTest>

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
        QCOMPARE(policy.tls, TlsPolicy());
        QVERIFY(policy.deflate.enabled);
        QCOMPARE(store.language(), QString());
        QCOMPARE(store.theme(), QString());
        QCOMPARE(store.layout(), QByteArray());
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
        policy.tls = {TlsMode::Files, u"/a.pem"_s, u"/b.pem"_s, {}, true};
        {
            SettingsStore store(fileName());
            store.setPolicy(policy);
            store.setCertificatePins({u"a:1 AA"_s, u"b:2 BB"_s});
            store.setLanguage(u"ko"_s);
            store.setTheme(u"dark"_s);
            store.setLayout("\0\xFF layout"_ba);
        }
        const SettingsStore store(fileName());
        QCOMPARE(store.policy().port, policy.port);
        QCOMPARE(store.policy().address, policy.address);
        QCOMPARE(store.policy().subprotocols, policy.subprotocols);
        QCOMPARE(store.policy().acceptUnknownSubprotocol, true);
        QCOMPARE(store.policy().deflate.enabled, false);
        QCOMPARE(store.policy().tls, policy.tls);
        QCOMPARE(store.policy().allowedOrigins, policy.allowedOrigins);
        QCOMPARE(store.certificatePins(), (QStringList{u"a:1 AA"_s, u"b:2 BB"_s}));
        QCOMPARE(store.language(), u"ko"_s);
        QCOMPARE(store.theme(), u"dark"_s);
        QCOMPARE(store.layout(), "\0\xFF layout"_ba);
    }

    /// --bind: at the next start it is what the window last said, never more.
    void oneAddressIsNotRemembered()
    {
        for (const QHostAddress &chosen :
             {QHostAddress(QHostAddress::Any), QHostAddress(QHostAddress::LocalHost)}) {
            ServerPolicy policy;
            policy.address = chosen;
            SettingsStore(fileName()).setPolicy(policy);
            policy.address = QHostAddress(u"192.0.2.2"_s);
            SettingsStore(fileName()).setPolicy(policy);
            QCOMPARE(SettingsStore(fileName()).policy().address, chosen);
        }
    }

    void anEmptyListOfSubprotocolsStaysEmpty()
    {
        ServerPolicy policy;
        policy.subprotocols.clear();
        SettingsStore(fileName()).setPolicy(policy);
        QCOMPARE(SettingsStore(fileName()).policy().subprotocols, QList<QByteArray>());
    }

    void remembersEveryLimit()
    {
        constexpr qint64 value = 7; // within every limit's bounds, and nobody's default
        for (const LimitRule &rule : limitRules()) {
            ServerPolicy policy;
            QVERIFY(setLimit(policy, rule, value));
            SettingsStore(fileName()).setPolicy(policy);
            const ServerPolicy remembered = SettingsStore(fileName()).policy();
            for (const LimitRule &other : limitRules())
                QCOMPARE(other.value(remembered), &other == &rule ? value : defaultOf(other));
        }
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

    void remembersTheSelfSignedCertificate()
    {
        ServerPolicy policy;
        policy.tls.mode = TlsMode::SelfSigned;
        SettingsStore(fileName()).setPolicy(policy);
        QCOMPARE(SettingsStore(fileName()).policy().tls, policy.tls);
    }

    void remembersTheHistory()
    {
        ServerPolicy policy;
        policy.historyFile = u"/home/미나/방.sqlite"_s;
        SettingsStore(fileName()).setPolicy(policy);
        QCOMPARE(SettingsStore(fileName()).policy().historyFile, policy.historyFile);
        policy.historyFile.clear();
        SettingsStore(fileName()).setPolicy(policy);
        QCOMPARE(SettingsStore(fileName()).policy().historyFile, QString());
    }

    void nonsenseIsNotTaken()
    {
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[host]\nport=99999\nsubprotocols=good, bad one\ntls=files\ntlsKey=/b.pem\n");
        file.close();
        const ServerPolicy policy = SettingsStore(fileName()).policy();
        QCOMPARE(policy.port, ServerPolicy().port);
        QCOMPARE(policy.subprotocols, QList<QByteArray>{"good"});
        QVERIFY(!policy.tls.isOn());
    }

private:
    QString fileName() const { return m_folder.filePath(u"settings.ini"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
