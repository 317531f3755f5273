#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace confab {

/// The links that lead into the room, one a line, each with Copy and a QR code; while there is none, a line
/// that says so.
class JoinLinks : public QWidget
{
    Q_OBJECT
public:
    explicit JoinLinks(QWidget *parent = nullptr);

    void setLinks(const QStringList &links);
    const QStringList &links() const { return m_links; }

Q_SIGNALS:
    /// Its QR code is wanted. @param anchor the button that was pressed.
    void qrRequested(const QString &link, QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *makeLine(const QString &link, int number);

    QStringList m_links;
    QVBoxLayout *m_layout;
};

} // namespace confab
