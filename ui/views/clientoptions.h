#pragma once

#include "client/clientprofile.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace confab {

class ProxyFields;

/// What a connection is told beside its address: offered subprotocols and compression, whether it pings,
/// extra headers, connect time-out, the largest message, proxy. Says in place what cannot be sent.
class ClientOptions : public QWidget
{
    Q_OBJECT
public:
    explicit ClientOptions(QWidget *parent = nullptr);

    /// Puts the options into the profile. @return whether they can be used; if not, says why beside the field
    /// and focuses it.
    bool fill(ClientProfile &profile);
    /// How many options differ from their defaults.
    int changedCount() const;

Q_SIGNALS:
    void changed();
    /// The user wants to see which certificates are trusted.
    void certificatesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    bool fillHeaders(ClientProfile &profile);
    void checkHeaders();
    void showHeadersProblem(const QString &problem);
    void applyColors();
    void retranslate();

    QLineEdit *m_subprotocols;
    QCheckBox *m_compression;
    QCheckBox *m_keepAlive;
    QPlainTextEdit *m_headers;
    QSpinBox *m_timeout;
    QSpinBox *m_maxMessage;
    ProxyFields *m_proxy;
    QPushButton *m_certificates;
    QLabel *m_subprotocolsLabel;
    QLabel *m_headersLabel;
    QLabel *m_headersProblem;
    QLabel *m_timeoutLabel;
    QLabel *m_maxMessageLabel;
};

} // namespace confab
