#pragma once

#include "server/serverpolicy.h"

#include <QSettings>

namespace confab {

/// What Confab remembers from one start to the next, in the user's own settings. Values that make no sense
/// are not taken.
class SettingsStore
{
public:
    SettingsStore() = default;
    /// Reads and writes this file instead (INI format).
    explicit SettingsStore(const QString &fileName);

    /// The remembered choices of the host pane over the defaults.
    ServerPolicy policy() const;
    /// Remembers what is different now: what the command line has given for this time alone is not.
    void storeChanges(const ServerPolicy &before, const ServerPolicy &now);

    /// Of the client pane: CertificatePins::lines().
    QStringList certificatePins() const;
    void setCertificatePins(const QStringList &lines);

    QString language() const; ///< "en", "ko", or empty: the system's
    void setLanguage(const QString &language);

    QString theme() const; ///< "light", "dark", or empty: the system's
    void setTheme(const QString &theme);

    QString exportFolder() const; ///< where the traffic was exported to last; may be empty
    void setExportFolder(const QString &folder);

    QByteArray layout() const; ///< MainWindow::saveLayout()
    void setLayout(const QByteArray &layout);

private:
    void storeOrigins(const QList<QByteArray> &before, const QList<QByteArray> &now);

    QSettings m_settings;
};

} // namespace confab
