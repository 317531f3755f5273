#pragma once

#include "core/traffic/trafficlog.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QListView;
class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace confab {

class LatePage;
class TrafficDetails;
class TrafficModel;

/// What one client connection sent and received, line by line, with one record's details below; or, instead
/// of the lines, what is going on while there are none.
class ClientTrafficView : public QWidget
{
    Q_OBJECT
public:
    explicit ClientTrafficView(std::shared_ptr<TrafficLog> log, QWidget *parent = nullptr);

    /// Shows this connection's records; 0: none yet.
    void setConnection(ConnectionId connection);
    /// @param server what is being connected to, shown with a progress bar instead of the lines; nothing if
    /// empty.
    void setConnecting(const QString &server, std::chrono::seconds timeout = {});
    /// Takes new records now; does so ten times a second by itself while it is visible.
    void refresh();

    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEmptyState();
    QWidget *makeDetails(QWidget *parent);
    TrafficDetails *details() const;
    void showCurrent();
    void closeDetails();
    void updateState();
    void retranslate();

    TrafficModel *m_model;
    QListView *m_list;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    LatePage *m_detailsPage;
    QTimer m_refreshTimer;
    ConnectionId m_connection = 0;
    QString m_server;
    std::chrono::seconds m_timeout{};
};

} // namespace confab
