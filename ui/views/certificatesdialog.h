#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace confab {

class CertificatePins;

/// The servers whose certificates the user trusts, with fingerprints and since when; each can be forgotten.
/// Connections that are open stay.
class CertificatesDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param pins outlives the dialog.
    explicit CertificatesDialog(CertificatePins &pins, QWidget *parent = nullptr);

private:
    QWidget *makeList();
    QLabel *makeEmptyState();
    void showPins();
    void updateRemove();
    void removeChosen();

    CertificatePins &m_pins;
    QTreeWidget *m_list;
    QStackedWidget *m_stack;
    QPushButton *m_remove = nullptr;
};

} // namespace confab
