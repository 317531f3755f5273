#pragma once

#include <QNetworkProxy>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace confab {

/// The proxy that a connection goes through: none, or an HTTP or SOCKS5 one with its address and, if it wants
/// one, an account. Says in place what is no address.
class ProxyFields : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyFields(QWidget *parent = nullptr);

    /// What was chosen. Nothing if it cannot be used: says why beside the field, and focuses it.
    std::optional<QNetworkProxy> proxy();
    /// Whether there is one.
    bool isUsed() const;

Q_SIGNALS:
    /// Another kind was chosen.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFields();
    void check();
    void showProblem(const QString &problem);
    void applyColors();
    void retranslate();

    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLabel *m_label;
    QLabel *m_problem;
};

} // namespace confab
