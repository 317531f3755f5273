#pragma once

#include "client/clientprofile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace confab {

/// What a connection is told beside its address: offered subprotocols and compression, extra headers, proxy,
/// connect time-out. Says in place what cannot be sent.
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
    bool fillProxy(ClientProfile &profile);
    void showProxyFields();
    void checkHeaders();
    void checkProxy();
    static void showProblem(QLabel &label, const QString &problem);
    void applyColors();
    void retranslate();

    QLineEdit *m_subprotocols;
    QCheckBox *m_compression;
    QPlainTextEdit *m_headers;
    QComboBox *m_proxy;
    QLineEdit *m_proxyAddress;
    QLineEdit *m_proxyUser;
    QLineEdit *m_proxyPassword;
    QSpinBox *m_timeout;
    QPushButton *m_certificates;
    QLabel *m_subprotocolsLabel;
    QLabel *m_headersLabel;
    QLabel *m_headersProblem;
    QLabel *m_proxyLabel;
    QLabel *m_proxyProblem;
    QLabel *m_timeoutLabel;
};

} // namespace confab
