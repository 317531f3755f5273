#pragma once

#include "server/limits.h"

#include <QDialog>

class QSpinBox;

namespace confab {

/// Every bound of the server, a row for each of limitRules(). Changes nothing by itself: see policy() when it
/// is accepted.
class LimitsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LimitsDialog(const ServerPolicy &policy, QWidget *parent = nullptr);

    /// The policy that it was given, with the limits that are shown.
    ServerPolicy policy() const;

private:
    QSpinBox *makeField(const LimitRule &rule);
    void showDefaults();

    ServerPolicy m_policy;
    QList<QSpinBox *> m_fields; ///< in the order of Limit
};

} // namespace confab
