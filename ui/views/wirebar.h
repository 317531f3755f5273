#pragma once

#include "ui/views/trafficproxy.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace confab {

/// The bar over the traffic log: which records to show, whether to add new ones, and what can be done with
/// all of them. Filters nothing itself. Where it is narrow, buttons have icons for words.
class WireBar : public QWidget
{
    Q_OBJECT
public:
    explicit WireBar(QWidget *parent = nullptr);

    QString text() const;
    /// What text, group and connection let through, in words; empty if that is all.
    QString shownInWords() const;
    TrafficProxy::Group group() const;
    bool isPaused() const;
    void goOn();
    /// Names the one connection that is shown; empty: all are.
    void setConnectionName(const QString &name);
    void setExportEnabled(bool enabled);
    /// Puts the cursor into the filter field.
    void focusFilter();
    /// Says now what a person has just typed, if it has not been said.
    void settle();

Q_SIGNALS:
    /// Text or group; a while after the last key.
    void filterChanged();
    /// All connections are wanted again.
    void allRequested();
    void pauseToggled();
    void exportRequested();
    void clearRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void sayFilter();
    void showWords(bool shown);
    void fit();
    void retranslate();

    QLineEdit *m_filter;
    QComboBox *m_group;
    QPushButton *m_chip;
    QPushButton *m_pause;
    QPushButton *m_export;
    QPushButton *m_clear;
    QTimer m_filterTimer;
    QString m_connectionName;
};

} // namespace confab
