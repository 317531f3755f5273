#pragma once

#include "core/traffic/trafficlog.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace confab {

class ExportStrip;
class TrafficDetails;
class TrafficModel;
class TrafficProxy;
class WireBar;
class WireEmptyState;
class WireExport;
class WireTable;

/// The traffic log as people watch it: its table, a quick filter, and the details of one record. Takes new
/// records ten times a second while it is visible and not paused. Changes nothing in the log, but for
/// clearing it.
class WireView : public QWidget
{
    Q_OBJECT
public:
    explicit WireView(std::shared_ptr<TrafficLog> log, QWidget *parent = nullptr);

    /// Shows one connection's records alone until the chip that says so is closed; 0 shows all again.
    /// @param name what the chip calls the connection; its number if empty.
    void showOnly(ConnectionId connection, const QString &name = {});
    /// Puts the cursor into the filter field.
    void focusFilter();
    /// Asks for a file, and writes all that is shown to it.
    void exportShown();
    /// Where to begin to look for a place for it.
    void setExportFolder(const QString &folder);
    bool isPaused() const;

Q_SIGNALS:
    /// A person wants the server to allow this origin from now on.
    void allowOriginRequested(const QByteArray &origin);
    void exportFolderChosen(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void followEnd();
    void applyFilter();
    void findShown();
    void clearLog();
    void showCurrent();
    void closeDetails();
    void updateState();
    void updateFiltering();

    std::shared_ptr<TrafficLog> m_log;
    TrafficModel *m_model;
    TrafficProxy *m_proxy;
    WireBar *m_bar;
    ExportStrip *m_exportStrip;
    WireExport *m_export;
    WireTable *m_table;
    WireEmptyState *m_empty;
    QStackedWidget *m_stack;
    TrafficDetails *m_details;
    QWidget *m_detailsHolder;
    QTimer m_refreshTimer;
};

} // namespace confab
