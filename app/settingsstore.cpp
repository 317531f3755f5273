#include "app/settingsstore.h"

#include "core/wire/httphead.h"
#include "server/everynetwork.h"
#include "server/limits.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

const QString keyPort = u"host/port"_s;
const QString keyLan = u"host/lan"_s;
const QString keySubprotocols = u"host/subprotocols"_s;
const QString keyAcceptUnknown = u"host/acceptUnknownSubprotocol"_s;
const QString keyCompress = u"host/compress"_s;
const QString keyHistory = u"host/history"_s;
const QString keyOrigins = u"host/origins"_s;
const QString keyTls = u"host/tls"_s;
const QString keyTlsCertificate = u"host/tlsCertificate"_s;
const QString keyTlsKey = u"host/tlsKey"_s;
const QString keyTlsAllowPlain = u"host/tlsAllowPlain"_s;
const QString keyCertificatePins = u"client/certificatePins"_s;
const QString keyLanguage = u"window/language"_s;
const QString keyTheme = u"window/theme"_s;
const QString keyLayout = u"window/layout"_s;

QStringList toStrings(const QList<QByteArray> &list)
{
    QStringList strings;
    for (const QByteArray &item : list)
        strings.append(QString::fromUtf8(item));
    return strings;
}

QString keyOf(const LimitRule &rule)
{
    return u"limits/"_s + QString::fromLatin1(rule.name);
}

QString tlsModeName(TlsMode mode)
{
    return mode == TlsMode::SelfSigned ? u"self-signed"_s : mode == TlsMode::Files ? u"files"_s : u"off"_s;
}

TlsMode tlsMode(const QString &name, const TlsPolicy &policy)
{
    if (name == "self-signed"_L1)
        return TlsMode::SelfSigned;
    const bool hasFiles = !policy.certificateFile.isEmpty() && !policy.keyFile.isEmpty();
    return name == "files"_L1 && hasFiles ? TlsMode::Files : TlsMode::Off;
}

} // namespace

SettingsStore::SettingsStore(const QString &fileName)
    : m_settings(fileName, QSettings::IniFormat)
{}

ServerPolicy SettingsStore::policy() const
{
    ServerPolicy policy;
    bool isNumber = false;
    const int port = m_settings.value(keyPort, policy.port).toInt(&isNumber);
    if (isNumber && port >= 0 && port <= 65535)
        policy.port = quint16(port);
    if (m_settings.value(keyLan, false).toBool())
        policy.address = QHostAddress(QHostAddress::Any);
    if (m_settings.contains(keySubprotocols)) {
        policy.subprotocols.clear();
        const QStringList names = m_settings.value(keySubprotocols).toStringList();
        for (const QString &name : names) {
            if (isToken(name.toUtf8()))
                policy.subprotocols.append(name.toUtf8());
        }
    }
    policy.acceptUnknownSubprotocol = m_settings.value(keyAcceptUnknown, false).toBool();
    policy.deflate.enabled = m_settings.value(keyCompress, true).toBool();
    policy.historyFile = m_settings.value(keyHistory).toString();
    policy.tls.certificateFile = m_settings.value(keyTlsCertificate).toString();
    policy.tls.keyFile = m_settings.value(keyTlsKey).toString();
    policy.tls.mode = tlsMode(m_settings.value(keyTls).toString(), policy.tls);
    policy.tls.allowPlain = m_settings.value(keyTlsAllowPlain, false).toBool();
    const QStringList origins = m_settings.value(keyOrigins).toStringList();
    for (const QString &origin : origins)
        policy.allowedOrigins.append(origin.toUtf8());
    for (const LimitRule &rule : limitRules()) {
        const qint64 value = m_settings.value(keyOf(rule)).toLongLong(&isNumber);
        if (isNumber)
            setLimit(policy, rule, value);
    }
    return policy;
}

void SettingsStore::setPolicy(const ServerPolicy &policy)
{
    m_settings.setValue(keyPort, policy.port);
    // One address is for this time (--bind): it must not become every network at the next.
    if (policy.address.isLoopback() || isEveryNetwork(policy.address))
        m_settings.setValue(keyLan, !policy.address.isLoopback());
    m_settings.setValue(keySubprotocols, toStrings(policy.subprotocols));
    m_settings.setValue(keyAcceptUnknown, policy.acceptUnknownSubprotocol);
    m_settings.setValue(keyCompress, policy.deflate.enabled);
    m_settings.setValue(keyHistory, policy.historyFile);
    m_settings.setValue(keyTls, tlsModeName(policy.tls.mode));
    m_settings.setValue(keyTlsCertificate, policy.tls.certificateFile);
    m_settings.setValue(keyTlsKey, policy.tls.keyFile);
    m_settings.setValue(keyTlsAllowPlain, policy.tls.allowPlain);
    m_settings.setValue(keyOrigins, toStrings(policy.allowedOrigins));
    // Those that were left alone follow the defaults of versions to come.
    for (const LimitRule &rule : limitRules()) {
        if (rule.value(policy) == defaultOf(rule))
            m_settings.remove(keyOf(rule));
        else
            m_settings.setValue(keyOf(rule), rule.value(policy));
    }
}

QStringList SettingsStore::certificatePins() const
{
    return m_settings.value(keyCertificatePins).toStringList();
}

void SettingsStore::setCertificatePins(const QStringList &lines)
{
    m_settings.setValue(keyCertificatePins, lines);
}

QString SettingsStore::language() const
{
    return m_settings.value(keyLanguage).toString();
}

void SettingsStore::setLanguage(const QString &language)
{
    m_settings.setValue(keyLanguage, language);
}

QString SettingsStore::theme() const
{
    return m_settings.value(keyTheme).toString();
}

void SettingsStore::setTheme(const QString &theme)
{
    m_settings.setValue(keyTheme, theme);
}

QByteArray SettingsStore::layout() const
{
    return m_settings.value(keyLayout).toByteArray();
}

void SettingsStore::setLayout(const QByteArray &layout)
{
    m_settings.setValue(keyLayout, layout);
    m_settings.sync(); // the program may be about to end
}

} // namespace confab
