#pragma once

#include "server/serverpolicy.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace confab {

class HistorySwitch;
class TokenList;

/// The settings of the server that a host need not know: port, encryption, compression, subprotocols,
/// origins, limits. Says which of them wait for a restart.
class ServerSettings : public QWidget
{
    Q_OBJECT
public:
    explicit ServerSettings(QWidget *parent = nullptr);

    /// Emits nothing.
    void setPolicy(const ServerPolicy &policy);
    /// The policy that was set, with what has been edited since.
    const ServerPolicy &policy() const { return m_policy; }
    /// Takes what is typed and was not left yet into the policy.
    void commit();
    /// Whether to say that something waits for a restart.
    void setRestartNeeded(bool needed);
    /// Whether a room is open: some things wait until it is not.
    void setRoomOpen(bool open);

Q_SIGNALS:
    void policyEdited(const confab::ServerPolicy &policy);
    void restartRequested();
    void forgetHistoryRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void edit();
    void editLimits();
    void retranslate();

    ServerPolicy m_policy;
    QLabel *m_portLabel;
    QSpinBox *m_port;
    QCheckBox *m_encrypt;
    QCheckBox *m_compress;
    HistorySwitch *m_history;
    QLabel *m_subprotocolsLabel;
    TokenList *m_subprotocols;
    QCheckBox *m_acceptUnknown;
    QLabel *m_originsLabel;
    TokenList *m_origins;
    QCheckBox *m_anyOrigin;
    QLabel *m_bannedLabel; ///< shown if somebody is banned
    TokenList *m_banned;
    QPushButton *m_limits;
    QWidget *m_restart;
    QLabel *m_restartNote;
    QPushButton *m_restartButton;
};

} // namespace confab
