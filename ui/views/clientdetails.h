#pragma once

#include "client/clientsession.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace confab {

class ClientOptions;
class LatePage;

/// The line under a connection's address: the facts of the connection, and what the line unfolds, which are
/// the options of the next one and the opening handshake of this one.
class ClientDetails : public QWidget
{
    Q_OBJECT
public:
    explicit ClientDetails(QWidget *parent = nullptr);

    void setStatus(const ClientStatus &status);
    /// Puts the options into the profile. False, and shows what is wrong, if they cannot be used.
    bool fillOptions(ClientProfile &profile);

Q_SIGNALS:
    /// The user wants to see which certificates are trusted.
    void certificatesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeOptions(QWidget *parent);
    QWidget *makeHandshake(QWidget *parent);
    ClientOptions *options() const;
    void layOut();
    void showHandshake();
    void showFacts();
    void updateToggles();
    void retranslate();

    ClientStatus m_status;
    QLabel *m_facts;
    QPushButton *m_handshakeToggle;
    QPushButton *m_optionsToggle;
    LatePage *m_optionsPage;
    LatePage *m_handshakePage;
};

} // namespace confab
