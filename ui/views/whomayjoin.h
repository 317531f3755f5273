#pragma once

#include <QHostAddress>
#include <QWidget>

class QLabel;
class QRadioButton;

namespace confab {

/// The one choice of sharing: this computer, this network, or the one address that the program was started
/// with.
class WhoMayJoin : public QWidget
{
    Q_OBJECT
public:
    explicit WhoMayJoin(QWidget *parent = nullptr);

    /// Emits nothing. An address that is neither of the two becomes a choice of its own, and stays one.
    void setAddress(const QHostAddress &address);
    QHostAddress address() const;
    /// A sentence under the choices about what came of the last one; none if empty.
    void setNote(const QString &note);

Q_SIGNALS:
    void addressChosen(const QHostAddress &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QHostAddress m_given;
    QRadioButton *m_computer;
    QRadioButton *m_network;
    QRadioButton *m_other;
    QLabel *m_note;
};

} // namespace confab
