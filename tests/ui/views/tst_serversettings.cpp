#include "ui/views/serversettings.h"

#include "markingtranslator.h"
#include "server/historypath.h"
#include "ui/views/limitsdialog.h"
#include "ui/views/tokenlist.h"
#include "wheel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestServerSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_settings.reset(); }
    void showsThePolicy();
    void settingSaysNothing();
    void editsKeepTheRestOfThePolicy();
    void portIsSaidOnceItIsTyped();
    void takesWhatIsStillBeingTyped();
    void wheelLeavesThePortAlone();
    void subprotocolsAreTokens_data();
    void subprotocolsAreTokens();
    void originsAreReadAsBrowsersSendThem_data();
    void originsAreReadAsBrowsersSendThem();
    void anyOriginMakesTheListMoot();
    void limitsAreEditedInADialog();
    void encryptionIsOneChoice_data();
    void encryptionIsOneChoice();
    void compressionIsSwitched();
    void aHistoryIsKeptWhereItWas();
    void restartIsOfferedWhenNeeded();
    void followsTheLanguage();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_settings->findChild<Widget *>(name);
    }
    void type(const QString &list, const QString &text) const
    {
        QLineEdit *field = child<TokenList>(list)->field();
        field->clear();
        field->insert(text); // as an input method does
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// On the box itself: a click right of the words misses.
    void click(const QString &checkBox) const
    {
        auto *box = child<QCheckBox>(checkBox);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    std::unique_ptr<ServerSettings> m_settings;
};

void TestServerSettings::init()
{
    m_settings = std::make_unique<ServerSettings>();
    m_settings->resize(300, 500);
    m_settings->setPolicy({});
    m_settings->show();
}

void TestServerSettings::showsThePolicy()
{
    ServerPolicy policy;
    policy.port = 8080;
    policy.subprotocols = {"chat"};
    policy.acceptUnknownSubprotocol = true;
    policy.allowedOrigins = {"https://example.org", "null"};
    m_settings->setPolicy(policy);
    QCOMPARE(child<QSpinBox>(u"port"_s)->value(), 8080);
    QCOMPARE(child<TokenList>(u"subprotocols"_s)->tokens(), QStringList{u"chat"_s});
    QVERIFY(child<QCheckBox>(u"acceptUnknownSubprotocol"_s)->isChecked());
    QCOMPARE(child<TokenList>(u"origins"_s)->tokens(), QStringList({u"https://example.org"_s, u"null"_s}));
    QVERIFY(!child<QCheckBox>(u"anyOrigin"_s)->isChecked());
}

void TestServerSettings::settingSaysNothing()
{
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    ServerPolicy policy;
    policy.port = 1;
    policy.subprotocols = {};
    policy.acceptUnknownSubprotocol = true;
    policy.allowedOrigins = {"null"};
    policy.allowAnyOrigin = true;
    m_settings->setPolicy(policy);
    QCOMPARE(edited.size(), 0);
}

void TestServerSettings::editsKeepTheRestOfThePolicy()
{
    ServerPolicy policy;
    policy.address = QHostAddress(QHostAddress::Any);
    policy.maxMembers = 7;
    policy.subprotocols = {"echo"};
    m_settings->setPolicy(policy);
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    click(u"acceptUnknownSubprotocol"_s);
    QCOMPARE(edited.size(), 1);
    const auto said = edited[0][0].value<ServerPolicy>();
    QVERIFY(said.acceptUnknownSubprotocol);
    QCOMPARE(said.address, policy.address);
    QCOMPARE(said.maxMembers, 7);
    QCOMPARE(said.subprotocols, policy.subprotocols);
    QVERIFY(m_settings->policy().acceptUnknownSubprotocol);
}

void TestServerSettings::portIsSaidOnceItIsTyped()
{
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    auto *port = child<QSpinBox>(u"port"_s);
    port->selectAll();
    QTest::keyClicks(port, u"8080"_s);
    QCOMPARE(edited.size(), 0);
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(int(m_settings->policy().port), 8080);
}

void TestServerSettings::subprotocolsAreTokens_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("word") << u"graphql-ws"_s << true;
    QTest::newRow("version") << u"confab.v2"_s << true;
    QTest::newRow("two words") << u"two words"_s << false;
    QTest::newRow("comma") << u"a,b"_s << false;
    QTest::newRow("Korean") << u"대화"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestServerSettings::subprotocolsAreTokens()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, taken);
    const qsizetype before = m_settings->policy().subprotocols.size();
    type(u"subprotocols"_s, typed);
    QCOMPARE(m_settings->policy().subprotocols.size(), before + taken);
    QCOMPARE(m_settings->policy().subprotocols.contains(typed.toUtf8()), taken);
}

void TestServerSettings::originsAreReadAsBrowsersSendThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("page") << u"https://Example.org/path?query#part"_s << "https://example.org"_ba;
    QTest::newRow("usual port of https") << u"https://example.org:443"_s << "https://example.org"_ba;
    QTest::newRow("usual port of http") << u"http://example.org:80"_s << "http://example.org"_ba;
    QTest::newRow("other port") << u"http://example.org:443"_s << "http://example.org:443"_ba;
    QTest::newRow("user") << u"https://me@example.org"_s << "https://example.org"_ba;
    QTest::newRow("IPv6") << u"http://[::1]:8080"_s << "http://[::1]:8080"_ba;
    QTest::newRow("Korean name") << u"https://예시.한국"_s << "https://xn--vv4b11d.xn--3e0b707e"_ba;
    QTest::newRow("null") << u"null"_s << "null"_ba;
    QTest::newRow("no scheme") << u"example.org"_s << QByteArray();
    QTest::newRow("no host") << u"https://"_s << QByteArray();
    QTest::newRow("no URL") << u"https://exa mple"_s << QByteArray();
}

void TestServerSettings::originsAreReadAsBrowsersSendThem()
{
    QFETCH(const QString, typed);
    QFETCH(const QByteArray, origin);
    type(u"origins"_s, typed);
    QCOMPARE(m_settings->policy().allowedOrigins,
             origin.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{origin});
}

void TestServerSettings::anyOriginMakesTheListMoot()
{
    QVERIFY(child<TokenList>(u"origins"_s)->isEnabled());
    click(u"anyOrigin"_s);
    QVERIFY(m_settings->policy().allowAnyOrigin);
    QVERIFY(!child<TokenList>(u"origins"_s)->isEnabled());
    click(u"anyOrigin"_s);
    QVERIFY(!m_settings->policy().allowAnyOrigin);
    QVERIFY(child<TokenList>(u"origins"_s)->isEnabled());
}

void TestServerSettings::limitsAreEditedInADialog()
{
    ServerPolicy policy;
    policy.port = 4321;
    m_settings->setPolicy(policy);
    QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    QTest::mouseClick(child<QPushButton>(u"limits"_s), Qt::LeftButton);
    auto *dialog = child<LimitsDialog>(u"limitsDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"max-members"_s)->setValue(5);
    QCOMPARE(edited.size(), 0);
    dialog->findChild<QPushButton *>(u"dialogAccept"_s)->click();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_settings->policy().maxMembers, 5);
    QCOMPARE(m_settings->policy().port, quint16(4321));
}

void TestServerSettings::encryptionIsOneChoice_data()
{
    QTest::addColumn<TlsPolicy>("tls");
    QTest::addColumn<TlsMode>("mode");
    QTest::newRow("made here") << TlsPolicy() << TlsMode::SelfSigned;
    QTest::newRow("given files") << TlsPolicy{TlsMode::Off, u"/a.pem"_s, u"/b.pem"_s, {}, true}
                                 << TlsMode::Files;
    QTest::newRow("one file is none")
        << TlsPolicy{TlsMode::Off, u"/a.pem"_s, {}, {}, false} << TlsMode::SelfSigned;
}

void TestServerSettings::encryptionIsOneChoice()
{
    QFETCH(TlsPolicy, tls);
    QFETCH(const TlsMode, mode);
    ServerPolicy policy;
    policy.tls = tls;
    m_settings->setPolicy(policy);
    QVERIFY(!child<QCheckBox>(u"encrypt"_s)->isChecked());
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    click(u"encrypt"_s);
    QCOMPARE(edited.size(), 1);
    const TlsPolicy before = tls;
    tls.mode = mode;
    QCOMPARE(m_settings->policy().tls, tls);
    m_settings->setPolicy(m_settings->policy());
    QVERIFY(child<QCheckBox>(u"encrypt"_s)->isChecked());
    click(u"encrypt"_s);
    QCOMPARE(m_settings->policy().tls, before);
}

void TestServerSettings::compressionIsSwitched()
{
    QVERIFY(child<QCheckBox>(u"compress"_s)->isChecked());
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    click(u"compress"_s);
    QCOMPARE(edited.size(), 1);
    QVERIFY(!edited[0][0].value<ServerPolicy>().deflate.enabled);
    click(u"compress"_s);
    QVERIFY(m_settings->policy().deflate.enabled);
    ServerPolicy policy;
    policy.deflate.enabled = false;
    m_settings->setPolicy(policy);
    QVERIFY(!child<QCheckBox>(u"compress"_s)->isChecked());
    QCOMPARE(edited.size(), 2);
}

void TestServerSettings::aHistoryIsKeptWhereItWas()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(!child<QCheckBox>(u"keepHistory"_s)->isChecked());
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    click(u"keepHistory"_s);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<ServerPolicy>().historyFile, ownHistoryFile());
    click(u"keepHistory"_s);
    QCOMPARE(m_settings->policy().historyFile, QString());

    ServerPolicy policy;
    policy.historyFile = u"/elsewhere.sqlite"_s;
    m_settings->setPolicy(policy);
    QVERIFY(child<QCheckBox>(u"keepHistory"_s)->isChecked());
    click(u"compress"_s);
    QCOMPARE(m_settings->policy().historyFile, policy.historyFile);
}

void TestServerSettings::takesWhatIsStillBeingTyped()
{
    m_settings->setPolicy({});
    auto *port = child<QSpinBox>(u"port"_s);
    port->selectAll();
    QTest::keyClicks(port, u"3456"_s);
    child<TokenList>(u"subprotocols"_s)->field()->setText(u"mine"_s);
    child<TokenList>(u"origins"_s)->field()->setText(u"https://example.org"_s);
    m_settings->commit();
    QCOMPARE(m_settings->policy().port, 3456);
    QVERIFY(m_settings->policy().subprotocols.contains("mine"));
    QCOMPARE(m_settings->policy().allowedOrigins, QList{"https://example.org"_ba});
    const QSignalSpy edits(m_settings.get(), &ServerSettings::policyEdited);
    m_settings->commit();
    QCOMPARE(edits.count(), 0);
}

void TestServerSettings::wheelLeavesThePortAlone()
{
    const QSignalSpy edited(m_settings.get(), &ServerSettings::policyEdited);
    auto *port = child<QSpinBox>(u"port"_s);
    port->clearFocus();
    turnWheel(*port);
    QCOMPARE(edited.size(), 0);
}

void TestServerSettings::restartIsOfferedWhenNeeded()
{
    const QSignalSpy restart(m_settings.get(), &ServerSettings::restartRequested);
    auto *button = child<QPushButton>(u"restartButton"_s);
    QVERIFY(!button->isVisible());
    m_settings->setRestartNeeded(true);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(restart.size(), 1);
    m_settings->setRestartNeeded(false);
    QVERIFY(!button->isVisible());
}

void TestServerSettings::followsTheLanguage()
{
    const MarkingTranslator translator;
    QTRY_COMPARE(child<QPushButton>(u"restartButton"_s)->text(), u"«Restart»"_s);
    QVERIFY(child<QCheckBox>(u"anyOrigin"_s)->text().startsWith(u'«'));
    QVERIFY(child<QSpinBox>(u"port"_s)->specialValueText().startsWith(u'«'));
    QVERIFY(child<TokenList>(u"origins"_s)->field()->placeholderText().startsWith(u'«'));
}

QTEST_MAIN(TestServerSettings)
#include "tst_serversettings.moc"
