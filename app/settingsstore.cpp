#include "app/settingsstore.h"

#include "core/wire/httphead.h"
#include "server/everynetwork.h"
#include "server/limits.h"
#include "server/pin.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

const QString keyPort = u"host/port"_s;
const QString keyLan = u"host/lan"_s;
const QString keySubprotocols = u"host/subprotocols"_s;
const QString keyAcceptUnknown = u"host/acceptUnknownSubprotocol"_s;
const QString keyCompress = u"host/compress"_s;
const QString keyHistory = u"host/history"_s;
const QString keyPin = u"host/pin"_s;
const QString keyOrigins = u"host/origins"_s;
const QString keyTls = u"host/tls"_s; // "off", or "self-signed": files are for this time (--tls-cert)
const QString keyCertificatePins = u"client/certificatePins"_s;
const QString keyLanguage = u"window/language"_s;
const QString keyTheme = u"window/theme"_s;
const QString keyExportFolder = u"window/exportFolder"_s;
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

QString tlsName(bool isOn)
{
    return isOn ? u"self-signed"_s : u"off"_s;
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
    if (m_settings.value(keyTls, tlsName(false)).toString() != tlsName(false))
        policy.tls.mode = TlsMode::SelfSigned;
    const QByteArray pin = m_settings.value(keyPin).toString().toUtf8();
    if (isPin(pin))
        policy.pin = pin;
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

void SettingsStore::storeChanges(const ServerPolicy &before, const ServerPolicy &now)
{
    const auto store = [this](const QString &key, const QVariant &then, const QVariant &value) {
        if (value != then)
            m_settings.setValue(key, value);
    };
    store(keyPort, before.port, now.port);
    // One address is for this time (--bind): it must not become every network at the next.
    if (now.address != before.address && (now.address.isLoopback() || isEveryNetwork(now.address)))
        m_settings.setValue(keyLan, !now.address.isLoopback());
    store(keySubprotocols, toStrings(before.subprotocols), toStrings(now.subprotocols));
    store(keyAcceptUnknown, before.acceptUnknownSubprotocol, now.acceptUnknownSubprotocol);
    store(keyCompress, before.deflate.enabled, now.deflate.enabled);
    store(keyHistory, before.historyFile, now.historyFile);
    store(keyPin, QString::fromLatin1(before.pin), QString::fromLatin1(now.pin));
    store(keyTls, tlsName(before.tls.isOn()), tlsName(now.tls.isOn()));
    storeOrigins(before.allowedOrigins, now.allowedOrigins);
    for (const LimitRule &rule : limitRules()) {
        if (rule.value(now) == rule.value(before))
            continue;
        // Those that were left alone follow the defaults of versions to come.
        if (rule.value(now) == defaultOf(rule))
            m_settings.remove(keyOf(rule));
        else
            m_settings.setValue(keyOf(rule), rule.value(now));
    }
}

/// Those beside them that are for this time (--origin) are not remembered with one that is added.
void SettingsStore::storeOrigins(const QList<QByteArray> &before, const QList<QByteArray> &now)
{
    if (before == now)
        return;
    QStringList origins = m_settings.value(keyOrigins).toStringList();
    for (const QByteArray &origin : before) {
        if (!now.contains(origin))
            origins.removeAll(QString::fromUtf8(origin));
    }
    for (const QByteArray &origin : now) {
        if (!before.contains(origin) && !origins.contains(QString::fromUtf8(origin)))
            origins.append(QString::fromUtf8(origin));
    }
    m_settings.setValue(keyOrigins, origins);
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

QString SettingsStore::exportFolder() const
{
    return m_settings.value(keyExportFolder).toString();
}

void SettingsStore::setExportFolder(const QString &folder)
{
    m_settings.setValue(keyExportFolder, folder);
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
