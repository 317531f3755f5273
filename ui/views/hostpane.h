#pragma once

#include "server/roomserver.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace confab {

class ClientsTable;
class FingerprintView;
class JoinLinks;
class PinField;
class RoomControl;
class ServerSettings;
class WhoMayJoin;

/// The left pane: who may join, the join links, the certificate's fingerprint, the server's settings, and who
/// is connected. Edits the policy of the RoomControl.
class HostPane : public QWidget
{
    Q_OBJECT
public:
    /// @param server @param control outlive the pane.
    HostPane(RoomServer &server, RoomControl &control, QWidget *parent = nullptr);

    ClientsTable *clients() const { return m_clients; }
    /// Takes over what the roster has now.
    void refresh();
    /// Whether port, subprotocols and origins are unfolded.
    bool areSettingsShown() const;
    void showSettings(bool shown);
    /// Takes what is typed into the settings and was not left yet.
    void commitSettings();

Q_SIGNALS:
    void qrRequested(const QString &link, QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What came of choosing another address while the room was open.
    enum class Note { None, Rebinding, Rebound };

    void showState();
    void showPolicy();
    void showNote();
    void showCount();
    void retranslate();

    RoomServer &m_server;
    RoomControl &m_control;
    QLabel *m_whoLabel;
    WhoMayJoin *m_who;
    PinField *m_pin;
    QLabel *m_linksLabel;
    JoinLinks *m_links;
    FingerprintView *m_fingerprint;
    QToolButton *m_settingsToggle;
    ServerSettings *m_settings;
    QLabel *m_clientsLabel;
    ClientsTable *m_clients;
    Note m_note = Note::None;
    int m_count = 0;
};

} // namespace confab
