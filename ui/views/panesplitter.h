#pragma once

#include <QSplitter>

namespace confab {

/// Host pane, centre and client pane side by side; the outer ones fold away where the width is not enough for
/// them, and come back with it unless the user folded them. Knows nothing of what is in them.
class PaneSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit PaneSplitter(QWidget *parent = nullptr);

    /// Takes ownership of the three; to be called once.
    void setPanes(QWidget *host, QWidget *centre, QWidget *client);
    /// What the user wants of an outer pane.
    void setPaneShown(QWidget *pane, bool shown);

    /// Widths and which panes the user has folded, for the next run.
    QByteArray savePanes() const;
    /// Octets that savePanes() did not make change nothing.
    void restorePanes(const QByteArray &panes);

Q_SIGNALS:
    void paneShown(QWidget *pane, bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct OuterPane
    {
        QWidget *widget = nullptr;
        int enough = 0;      ///< the width of all three from which on there is room for it
        bool folded = false; ///< by the width, not by the user
    };

    bool isWanted(const OuterPane &pane) const;
    void setShown(OuterPane &pane, bool shown);
    void fold(OuterPane &pane, int before, int now);

    OuterPane m_host;
    OuterPane m_client;
};

} // namespace confab
