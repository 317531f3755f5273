#pragma once

#include <QPointer>
#include <QWidget>

class QMenu;

namespace confab {

/// A sheet over the window that lists the shortcuts; any key or click puts it away, and the
/// focus goes back to where it was.
class ShortcutsOverlay : public QWidget
{
    Q_OBJECT
public:
    /// Covers its parent.
    explicit ShortcutsOverlay(QWidget *parent);

    /// Lists the actions of these menus that have shortcuts, under the menus' titles.
    void showShortcuts(const QList<QMenu *> &menus);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void putAway();

    QWidget *m_sheet = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace confab
