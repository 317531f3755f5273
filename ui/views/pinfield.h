#pragma once

#include <QByteArray>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace confab {

/// Whether those who join are asked for a PIN, and for which: typed, or made here.
class PinField : public QWidget
{
    Q_OBJECT
public:
    explicit PinField(QWidget *parent = nullptr);

    /// Emits nothing, and leaves what is being typed. @param pin empty: none is asked for.
    void setPin(const QByteArray &pin);
    const QByteArray &pin() const { return m_pin; }
    /// Takes what is typed and was not left yet.
    void commit();

Q_SIGNALS:
    void pinChosen(const QByteArray &pin);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QByteArray &pin);
    void toggle(bool asked);
    void showHint();
    void retranslate();

    QByteArray m_pin;
    QCheckBox *m_asked;
    QLineEdit *m_edit;
    QPushButton *m_make;
    QLabel *m_hint;
};

} // namespace confab
