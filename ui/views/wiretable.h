#pragma once

#include "ui/views/quietfocus.h"

#include <QTableView>

class QPushButton;

namespace confab {

class TrafficModel;
class TrafficProxy;

/// The table of traffic records: follows the newest end while one looks at it with nothing selected, and
/// otherwise keeps still what is being read, with a button that says how many records are new and leads back
/// to the end.
class WireTable : public QuietFocus<QTableView>
{
    Q_OBJECT
public:
    /// @param model and proxy over it outlive the table.
    WireTable(TrafficModel &model, TrafficProxy &proxy, QWidget *parent = nullptr);

    /// Takes new records from the log into the model. @return whether there are more.
    bool takeNew();
    /// Goes to the newest record, with nothing selected.
    void followEnd();
    bool isAtEnd() const;
    /// While paused, how many records the log has that the table does not know; else 0.
    void setWithheld(quint64 count);
    void copySelection() const;

Q_SIGNALS:
    void allowOriginRequested(const QByteArray &origin);
    void showOnlyRequested(quint64 connection, const QString &name);
    /// A person wants to see the newest records.
    void endRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpColumns();
    int fullSizeWidth() const;
    void fitSizeColumn();
    void setTitle(int column, const QString &title, Qt::AlignmentFlag alignment = Qt::AlignLeft);
    void showSizeTitle();
    void showFollowButton();
    quint64 rowsAfter(quint64 number) const;
    void retranslate();

    TrafficModel &m_traffic;
    TrafficProxy &m_proxy;
    QPushButton *m_follow;    ///< floats over the lower edge
    int m_sizeWidth = 0;      ///< that the size's column was given, as long as nobody drags it
    quint64 m_seenNumber = 0; ///< of the newest record that was in sight at the end
    quint64 m_withheld = 0;
};

} // namespace confab
