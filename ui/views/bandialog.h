#pragma once

#include "ui/views/questiondialog.h"

#include <QHostAddress>

namespace confab {

class Roster;

/// Asks whether nobody from an address shall be let in any more, and says whom that concerns now.
class BanDialog : public QuestionDialog
{
    Q_OBJECT
public:
    BanDialog(const QHostAddress &address, const Roster &roster, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QHostAddress &address);
};

} // namespace confab
