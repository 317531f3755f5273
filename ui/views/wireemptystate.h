#pragma once

#include <QWidget>

class QLabel;

namespace confab {

/// What stands in the place of the traffic log while there is nothing to show in it.
class WireEmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit WireEmptyState(QWidget *parent = nullptr);

    /// Whether that is because of a filter.
    void setFiltering(bool filtering);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    bool m_filtering = false;
};

} // namespace confab
